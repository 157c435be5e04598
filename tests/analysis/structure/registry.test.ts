import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnalysisInput, AnalysisResult } from "../../../src/analysis/structure/analysis.ts";
import { ANALYSES, analysisNamed } from "../../../src/analysis/structure/registry.ts";
import { compileFilter, selectStatements } from "../../../src/graph/filter.ts";
import { Fault } from "../../../src/model/problem.ts";
import { DEFAULT_FILTER } from "../../../src/model/view.ts";
import { VIEW_PARAMETERS } from "../../../src/view/grammar.ts";
import { houseIndex } from "../../support/house.ts";
import { ROOT } from "../../support/require.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { everything, randomStances } from "./support.ts";

const house = (() => {
  const index = houseIndex();
  const adjacency = index.adjacency("none");
  const { statements } = selectStatements(index, compileFilter(index, DEFAULT_FILTER), adjacency.merged);
  return { index, adjacency, statements };
})();

/** What every analysis needs to run at all. */
const questionFor = (input: AnalysisInput, id: string): readonly [AnalysisInput, Record<string, unknown>] => [
  id === "reliability" ? { ...input, other: input } : input,
  id === "alignment"
    ? { a: input.index.dataset.actors[0]?.id ?? "", b: input.index.dataset.actors[1]?.id ?? "" }
    : {},
];

function checkShape(input: AnalysisInput, result: AnalysisResult): void {
  const { dataset } = input.index;
  const chosen = new Set(Array.from(input.statements, (at) => dataset.statements[at]?.id as string));
  expect(result.summary).toMatch(/\.$/);
  for (const table of result.tables) {
    const columns = table.columns.map(({ id }) => id).sort();
    for (const row of table.rows) {
      expect(Object.keys(row.cells).sort()).toEqual(columns);
      for (const { id, type } of table.columns) {
        const cell = row.cells[id];
        if (cell === null) continue;
        expect(typeof cell).toBe(type === "text" ? "string" : "number");
        if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
        if (type === "integer") expect(Number.isInteger(cell)).toBe(true);
      }
      for (const id of row.statements) expect(chosen.has(id)).toBe(true);
      expect(new Set(row.statements).size).toBe(row.statements.length);
      for (const key of row.nodes ?? []) expect(input.index.nodeByKey.has(key)).toBe(true);
    }
  }
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
}

/** Words that judge; none of them belongs into a result. */
const JUDGING =
  /\b(blames?|guilty|blocks?|blocking|refuses?|stubborn|enem(y|ies)|villains?|troublemakers?)\b/i;

describe.each(ANALYSES.map((analysis) => [analysis.id, analysis] as const))("%s", (id, analysis) => {
  it("answers the house dataset in the common shape, twice the same, in neutral words", () => {
    const [input, parameters] = questionFor(house, id);
    const result = analysis.run(input, parameters);
    checkShape(input, result);
    expect(result.analysis).toBe(id);
    expect(result.notes.length).toBeGreaterThan(0);
    expect(analysis.run(input, parameters)).toEqual(result);
    expect(analysis.run(input, result.parameters)).toEqual(result);
    const own = [
      analysis.label,
      analysis.description,
      ...result.notes,
      ...result.tables.map(({ title }) => title),
    ];
    expect(own.join(" ")).not.toMatch(JUDGING);
  });

  it("answers any selection, however small", () => {
    const empty = everything(tinyDataset({ actors: ["A", "B"], issues: ["x"] }));
    checkShape(empty, analysis.run(...questionFor(empty, id)));
    fc.assert(
      fc.property(randomStances, (input) => {
        checkShape(input, analysis.run(...questionFor(input, id)));
      }),
      { numRuns: 25 },
    );
  });

  it("refuses parameters that it does not have, and wrong ones, by name", () => {
    const [input, parameters] = questionFor(house, id);
    expect(() => analysis.run(input, { ...parameters, nonsense: 1 })).toThrow(Fault);
    for (const name of Object.keys(analysis.parameters))
      expect(() => analysis.run(input, { ...parameters, [name]: { wrong: true } })).toThrow(
        expect.objectContaining({ parameter: name, class: "bad-parameter" }),
      );
  });

  it("has parameters that can stand beside a view's, each described", () => {
    for (const [name, schema] of Object.entries(analysis.parameters)) {
      expect([...Object.keys(VIEW_PARAMETERS), "appearance", "select", "tab", "story"]).not.toContain(name);
      expect(schema.description, name).toBeTruthy();
    }
  });
});

describe("the registry", () => {
  it("is documented, every analysis with every parameter of its own", () => {
    const text = readFileSync(path.join(ROOT, "docs/structure.md"), "utf8");
    const sections = new Map(
      text.split(/^## /m).map((section) => [/`([a-z-]+)`/.exec(section)?.[1], section]),
    );
    for (const { id, aliases, parameters } of ANALYSES) {
      expect([...sections.keys()]).toContain(id);
      for (const name of [...aliases, ...Object.keys(parameters)])
        expect(sections.get(id), `${id}: ${name}`).toContain(`\`${name}\``);
    }
  });

  it("finds by id and alias, each only once", () => {
    const names = ANALYSES.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const { id, aliases } of ANALYSES)
      for (const name of [id, ...aliases]) expect(analysisNamed(name).id).toBe(id);
  });

  it.each(["", "nothing", "constructor"])("names the analyses when asked for %j", (name) => {
    expect(() => analysisNamed(name)).toThrow(
      expect.objectContaining({
        code: "unknown-analysis",
        parameter: "name",
        remedy: expect.stringContaining("centrality"),
      }),
    );
  });

  it("refuses to compare one dataset with nothing", () => {
    expect(() => analysisNamed("reliability").run(house)).toThrow(
      expect.objectContaining({ code: "missing-dataset" }),
    );
  });
});
