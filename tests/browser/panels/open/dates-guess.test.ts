/** Guesses about tables of dates. */
import { describe, expect, it } from "vitest";
import type { TablePreview } from "../../../../src/browser/engine/protocol.ts";
import {
  areDatesEnough,
  datesChoiceOf,
  guessDates,
  ownersOf,
} from "../../../../src/browser/panels/open/dates-guess.ts";

const table = (...names: string[]): TablePreview => ({
  name: "dates.csv",
  columns: names.map((name) => ({ name, values: [], more: false })),
});
const FILE = { path: "dates.csv", blob: new Blob([]) };

describe("dates from another table", () => {
  it("belong to what has a column of the same name, documents before issues", () => {
    const fields = { issue: "rcid", source: "doc" };
    expect(ownersOf(fields)).toEqual(["issue", "source"]);
    expect(guessDates(table("rcid", "session", "date"), fields)).toMatchObject({
      owner: "issue",
      key: "rcid",
    });
    expect(guessDates(table("doc", "rcid", "date"), fields)).toMatchObject({ owner: "source", key: "doc" });
    expect(guessDates(table("issue", "vote date"), { issue: "rcid" })).toEqual({
      owner: "issue",
      key: "issue",
      date: "vote date",
      label: "",
    });
  });

  it("are asked for where two columns could be the date, or none is the key", () => {
    const unclear = guessDates(table("number", "date of vote", "date of print"), { issue: "rcid" });
    expect(unclear).toEqual({ owner: "issue", key: "", date: "", label: "" });
    expect(areDatesEnough(unclear)).toBe(false);
    expect(datesChoiceOf(FILE, unclear)).toBeNull();
    expect(guessDates(table("rcid", "date"), {}).owner).toBeNull();
  });

  it("are told to the engine by field", () => {
    const said = { owner: "issue", key: "rcid", date: "date", label: "unres" } as const;
    expect(datesChoiceOf(FILE, said)?.fields).toEqual([
      ["issue", "rcid"],
      ["date", "date"],
      ["issue_label", "unres"],
    ]);
  });
});
