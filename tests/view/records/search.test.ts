/** The search behind `q`. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../../src/dataset/fold.ts";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import { type Source, type Statement, sourceName } from "../../../src/model/dataset.ts";
import { createLookups } from "../../../src/view/records/lookups.ts";
import { searchItems, searchStatements } from "../../../src/view/records/search.ts";
import { riversDataset } from "../../support/rivers.ts";

const items = [
  { id: "a", texts: ["Republic of Northland", "Nørdland", null] },
  { id: "b", texts: ["Crête", "STRASSE"] },
  { id: "c", texts: ["north", "land"] },
];
const found = (q: string) => searchItems(items, q, ({ texts }) => texts).map(({ id }) => id);

describe("search", () => {
  it("gives everything for an empty question", () => {
    expect(found("")).toEqual(["a", "b", "c"]);
    expect(found("  ")).toEqual(["a", "b", "c"]);
  });
  it("folds case and accents", () => {
    expect(found("CRETE")).toEqual(["b"]);
    expect(found("crête")).toEqual(["b"]);
    expect(found("straße")).toEqual(["b"]);
  });
  it("wants every word, anywhere in the texts, but none across two texts", () => {
    expect(found("northland republic")).toEqual(["a"]);
    expect(found("north land")).toEqual(["a", "c"]);
    expect(found("northland")).toEqual(["a"]);
    expect(found("northland crete")).toEqual([]);
  });
});

describe("the search of statements", () => {
  const index = buildStatementIndex(riversDataset());
  const { dataset } = index;
  const lookups = createLookups(index);
  const everything = Int32Array.from(dataset.statements, (_, number) => number);

  /** Every text of a statement, said out. */
  const textsOf = (number: number): string[] => {
    const statement = dataset.statements[number] as Statement;
    const actor = (id: string | null) => (id === null ? undefined : dataset.actorById.get(id));
    return [
      ...[statement.actor, statement.target].flatMap((id) => [
        actor(id)?.label,
        ...(actor(id)?.aliases ?? []),
      ]),
      actor(statement.speaker)?.label,
      actor(statement.attributedTo)?.label,
      dataset.issueById.get(statement.issue ?? "")?.label,
      dataset.relationById.get(statement.relation ?? "")?.label,
      sourceName(dataset.sourceById.get(statement.source) as Source),
      ...[statement.id, statement.summary, statement.condition, statement.notes, ...statement.extra.values()],
    ].map((text) => foldName(text ?? ""));
  };

  const vocabulary = [
    ...new Set(
      Array.from(everything).flatMap((number) => textsOf(number).flatMap((text) => text.split(" "))),
    ),
  ].filter(Boolean);

  it("finds what a look at every text finds", () => {
    const word = fc.oneof(
      fc.constantFrom(...vocabulary),
      fc.constantFrom(...vocabulary).map((text) => text.slice(1).toUpperCase() || "x"),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const q = words.join(" ");
        const folded = foldName(q).split(" ").filter(Boolean);
        const expected = Array.from(everything).filter((number) =>
          folded.every((one) => textsOf(number).some((text) => text.includes(one))),
        );
        expect([...searchStatements(lookups, everything, q)]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("takes any number of words, and keeps to the statements given", () => {
    const one = textsOf(0)
      .flatMap((text) => text.split(" "))
      .filter(Boolean);
    const many = Array.from({ length: 100 }, (_, at) => one[at % one.length]).join(" ");
    expect([...searchStatements(lookups, everything, many)]).toContain(0);
    expect([...searchStatements(lookups, everything.slice(1), many)]).not.toContain(0);
    expect([...searchStatements(lookups, everything, `${many} nowhere-at-all`)]).toEqual([]);
  });

  it("ends when it is time", () => {
    const late = () => {
      throw new Error("it is time");
    };
    expect(() => searchStatements(lookups, everything, "a", late)).toThrow("it is time");
  });
});
