/** Guesses about tables. */
import { describe, expect, it } from "vitest";
import type { TablePreview } from "../../../../src/browser/engine/protocol.ts";
import {
  choiceOf,
  FIELDS,
  FURTHER_FIELDS,
  guessFields,
  guessValues,
  isEnough,
  statementsOf,
} from "../../../../src/browser/panels/open/guess.ts";
import { LABEL_FIELDS, STATEMENT_FIELDS } from "../../../../src/formats/table/mapping.ts";

const table = (...names: string[]): TablePreview => ({
  name: "t.csv",
  columns: names.map((name) => ({ name, values: [], more: false })),
});
const values = (...texts: string[]) => guessValues({ name: "p", values: texts, more: false });

describe("guesses", () => {
  it("of columns prefer a field's own name, then names that such columns have", () => {
    expect(guessFields(table("id", "actor", "issue", "polarity", "source"))).toEqual({
      actor: "actor",
      issue: "issue",
      polarity: "polarity",
      source: "source",
      id: "id",
    });
    expect(guessFields(table("rcid", "country", "vote"))).toMatchObject({
      actor: "country",
      issue: "rcid",
      polarity: "vote",
    });
    expect(guessFields(table("Organization", "Concept", "Agreement", "Person", "Date"))).toEqual({
      actor: "Organization",
      issue: "Concept",
      polarity: "Agreement",
      speaker: "Person",
      date: "Date",
    });
  });

  it("know every field of a statement by its own name, but no half of a span or name of nothing", () => {
    const known = [...FIELDS, ...FURTHER_FIELDS];
    expect([...known].sort()).toEqual([...STATEMENT_FIELDS, ...LABEL_FIELDS].sort());
    const fields = guessFields(table(...known));
    expect(Object.keys(fields).sort()).toEqual([...known].sort());
    expect(guessFields(table("actor", "issue", "polarity", "start", "source_label"))).toEqual({
      actor: "actor",
      issue: "issue",
      polarity: "polarity",
    });
  });

  it("never give one column to two fields, nor half a relation", () => {
    const fields = guessFields(table("person", "relation", "stance", "topic"));
    expect(new Set(Object.values(fields)).size).toBe(Object.values(fields).length);
    expect(fields.relation).toBeUndefined();
    expect(guessFields(table("", "constructor", "__proto__"))).toEqual({});
  });

  it("of values know words, signs and numbers, 0 by its company", () => {
    expect(Object.fromEntries(values("Yes", "no", "abstain", "perhaps"))).toEqual({
      Yes: "support",
      no: "oppose",
      abstain: "neutral",
    });
    expect(Object.fromEntries(values("1", "0"))).toEqual({ "1": "support", "0": "oppose" });
    expect(Object.fromEntries(values("1", "0", "-1"))).toEqual({
      "1": "support",
      "0": "neutral",
      "-1": "oppose",
    });
  });

  it("are enough with actor, polarity and a target", () => {
    expect(isEnough({ actor: "a", polarity: "p", issue: "i" })).toBe(true);
    expect(isEnough({ actor: "a", polarity: "p", relation: "r" })).toBe(false);
    expect(isEnough({ actor: "a", polarity: "p", relation: "r", target: "t" })).toBe(true);
  });

  it("become a mapping that names what is off and keeps the rest when asked to", () => {
    const preview = table("who", "what", "how", "note", "note", "quote", "");
    const fields = { actor: "who", issue: "what", polarity: "how" };
    const both = { keepOthers: true, skipIncomplete: true, dates: null };
    const { fields: kept, skipIncomplete } = choiceOf(preview, fields, new Map(), both);
    expect(skipIncomplete).toBe(true);
    expect(kept).toContainEqual(["actor", "who"]);
    expect(kept).toContainEqual(["source", "none"]);
    expect(kept.filter(([field]) => field.startsWith("x:"))).toEqual([["x:note", "note"]]);
    const { fields: bare } = choiceOf(preview, fields, new Map(), { ...both, keepOthers: false });
    expect(bare.some(([field]) => field.startsWith("x:"))).toBe(false);
  });

  it("of two tables take the one that can be read for the statements, and none where both can", () => {
    const votes = table("country", "rcid", "vote");
    const days = table("rcid", "date");
    expect(statementsOf([votes, days])).toBe(0);
    expect(statementsOf([days, votes])).toBe(1);
    expect(statementsOf([votes, table("actor", "issue", "polarity")])).toBeNull();
    expect(statementsOf([days, table("country", "date", "resolution")])).toBe(1);
  });
});
