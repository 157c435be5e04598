/** What can be chosen of a DNA database. */
import { describe, expect, it } from "vitest";
import { previewDna } from "../../../../src/browser/engine/open/dna-preview.ts";
import {
  candidates,
  dnaChoiceOf,
  guessMeanings,
  guessRoles,
  isEnoughOf,
} from "../../../../src/browser/panels/open/dna-guess.ts";
import type { DnaDataType } from "../../../../src/model/dna.ts";
import { tinyDna } from "../../../support/tiny-dna.ts";

const previewOf = (
  variables: Readonly<Record<string, DnaDataType>>,
  ...values: (string | number | null)[][]
) =>
  previewDna(
    "tiny.dna",
    tinyDna(
      variables,
      values.map((each) => ({ values: each })),
    ),
    "",
  );

describe("a preview of a DNA database", () => {
  it("has types with variables, their values, and fields of documents that no variable hides", () => {
    const { types, first } = previewOf(
      { organization: "short text", title: "short text", grade: "integer" },
      ["EPA", "a", 3],
      ["EPA", "", null],
      ["WTO", "b", -1],
    );
    expect(types).toHaveLength(1);
    expect(first).toBe(types[0]?.label);
    const [type] = types;
    expect(type?.statements).toBe(3);
    const byName = new Map(type?.variables.map((variable) => [variable.name, variable]));
    expect(byName.get("organization")?.values).toEqual(["EPA", "WTO"]);
    expect(byName.get("title")).toMatchObject({ type: "short text", values: ["a", "b"], more: false });
    expect(byName.get("grade")?.values).toEqual(["3", "-1"]);
    expect(byName.get("author")?.type).toBe("field of documents");
  });
});

describe("guesses of roles", () => {
  const [type] = previewOf(
    { organization: "boolean", concept: "short text", verdict: "integer" },
    [1, "tax", 2],
    [0, "tax", -3],
    [0, "tax", 0],
  ).types;
  if (!type) throw new Error("no type");
  it("leave out what cannot be a name", () => {
    expect(type.guess.actor).toBe("organization");
    expect(guessRoles(type)).toMatchObject({ issue: "concept" });
    expect(guessRoles(type).actor).toBeUndefined();
    expect(candidates(type, "issue").map(({ name }) => name)).not.toContain("verdict");
    expect(candidates(type, "polarity").map(({ name }) => name)).toContain("verdict");
    expect(isEnoughOf(guessRoles(type))).toBe(false);
  });
  it("read numbers by their sign", () => {
    const verdict = type.variables.find(({ name }) => name === "verdict");
    expect(verdict && Object.fromEntries(guessMeanings(verdict))).toEqual({
      "2": "support",
      "-3": "oppose",
      "0": "neutral",
    });
  });
  it("switch off what nobody chose", () => {
    expect(dnaChoiceOf(type, { actor: "author", issue: "concept" }, new Map())).toEqual({
      kind: "dna",
      statementType: type.label,
      variables: { actor: "author", speaker: "none", issue: "concept", polarity: "none" },
      values: [],
    });
  });
});
