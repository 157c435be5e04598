/** The quick look at all names against the search for those that clash. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesDiffer } from "../../../src/dataset/columns/names-differ.ts";
import { foldName } from "../../../src/dataset/fold.ts";
import { readTable } from "../../../src/dataset/read-table.ts";
import { Findings } from "../../../src/dataset/report.ts";
import { tableOf } from "../../../src/dataset/tables.ts";

const encoder = new TextEncoder();

const name = fc.oneof(
  fc.string({
    unit: fc.constantFrom("a", "B", "c", " ", "é", "e\u0301", "ß", "SS", "ı"),
    minLength: 1,
    maxLength: 3,
  }),
  fc.constantFrom(
    "Plan",
    "plan",
    "PLAN B",
    "plan  b",
    "plan b",
    "Ägypten",
    "agypten",
    "Organisation of States",
  ),
);
const named = fc.record({ label: name, short: fc.option(name), aliases: fc.array(name, { maxLength: 2 }) });

type Named = typeof named extends fc.Arbitrary<infer Value> ? Value : never;

function tableFrom(kind: "actors" | "issues", prefix: string, rows: readonly Named[]) {
  const lines = rows.map(({ label, short, aliases }, at) => {
    const cells = [`${prefix}${at}`, label, short ?? ""];
    return (kind === "actors" ? [...cells, aliases.join(";")] : cells).join(",");
  });
  const header = kind === "actors" ? "id,label,short_label,aliases" : "id,label,short_label";
  return readTable(tableOf(kind), encoder.encode([header, ...lines, ""].join("\n")), new Findings());
}

/** All names by record, folded. */
const foldedNames = (records: readonly Readonly<Record<string, unknown>>[]): string[][] =>
  records.map((record) =>
    [record["id"], record["label"], record["shortLabel"], ...((record["aliases"] ?? []) as string[])]
      .filter((text) => text !== "" && text !== undefined)
      .map((text) => foldName(text as string) || (text as string)),
  );

describe("names told apart by their bytes", () => {
  it("differ exactly where no name belongs to two records", () => {
    let compared = 0;
    let clashes = 0;
    fc.assert(
      fc.property(fc.array(named, { maxLength: 4 }), fc.array(named, { maxLength: 3 }), (actors, issues) => {
        const tables = [tableFrom("actors", "x", actors), tableFrom("issues", "y", issues)] as const;
        const [one, other] = tables;
        const differ = namesDiffer(one, other);
        if (one.cells === undefined || other.cells === undefined) {
          expect(differ).toBe(false);
          return;
        }
        const sets = foldedNames([...one.records, ...other.records]).map((names) => new Set(names));
        const all = sets.flatMap((names) => [...names]);
        compared++;
        if (!differ) clashes++;
        expect(differ).toBe(new Set(all).size === all.length);
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(200);
    expect(clashes).toBeGreaterThan(50);
    expect(compared - clashes).toBeGreaterThan(50);
  });
});
