/** Sorting and the columns of the table of statements. */

import { describe, expect, it } from "vitest";
import { DOWNLOADS, exportHref } from "../../../src/browser/panels/export/links.ts";
import { svgSize } from "../../../src/browser/panels/export/png.ts";
import { COLUMNS } from "../../../src/browser/panels/table/columns.ts";
import { COLUMN_IDS } from "../../../src/browser/panels/table/settings.ts";
import { nextSorting, sortStatements } from "../../../src/browser/panels/table/sort.ts";
import { tableCsv } from "../../../src/browser/panels/table/table-csv.ts";
import { touching } from "../../../src/browser/panels/table/touching.ts";
import { TEXTS } from "../../../src/browser/panels/texts.ts";
import { parseSelection } from "../../../src/browser/state/selection.ts";
import { FORMATS } from "../../../src/formats/registry.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";
import { statement } from "./records.ts";

const sources = new Map();
const column = (id: string) => COLUMNS.find((one) => one.id === id);
const sorted = (id: string, descending: boolean) =>
  sortStatements(
    [
      statement({ id: "s1", confidence: 0.5, paragraph: 10 }),
      statement({ id: "s2", confidence: null, paragraph: 2 }),
      statement({ id: "s3", confidence: 0.9, paragraph: null }),
      statement({ id: "s4", confidence: 0.5, paragraph: 2 }),
    ],
    column(id),
    descending,
    sources,
  ).map((one) => one.id);

describe("rows that touch the selection", () => {
  const named = (id: string) => ({ id, label: id });
  const position = statement({ id: "s1", actor: named("egypt"), issue: named("aid"), target: null });
  const relation = statement({ id: "s2", actor: named("hamas"), issue: null, target: named("egypt") });

  it("are those of or about its nodes, or between the two of a pair", () => {
    const marked = (text: string) => {
      const touches = touching(parseSelection(text));
      return touches && [position, relation].filter(touches).map(({ id }) => id);
    };
    expect(marked("actor:egypt")).toEqual(["s1", "s2"]);
    expect(marked("issue:aid")).toEqual(["s1"]);
    expect(marked("nodes:actor:hamas;issue:egypt")).toEqual(["s2"]);
    expect(marked("pair:actor:egypt;actor:hamas")).toEqual(["s2"]);
    expect(marked("statement:s1")).toBeNull();
  });
});

describe("sorting", () => {
  it("orders numbers as numbers, keeps equal rows in place, and puts empty ones last both ways", () => {
    expect(sorted("confidence", false)).toEqual(["s1", "s4", "s3", "s2"]);
    expect(sorted("confidence", true)).toEqual(["s3", "s1", "s4", "s2"]);
    expect(sorted("paragraph", false)).toEqual(["s2", "s4", "s1", "s3"]);
  });

  it("goes through ascending and descending back to unsorted", () => {
    const first = nextSorting(null, "date");
    const second = nextSorting(first, "date");
    expect([first, second, nextSorting(second, "date")]).toEqual([
      { by: "date", descending: false },
      { by: "date", descending: true },
      null,
    ]);
    expect(nextSorting(second, "actor")).toEqual({ by: "actor", descending: false });
  });
});

describe("columns", () => {
  it("have a heading each, and the first is always there on a small screen", () => {
    for (const { id, label } of COLUMNS) expect(label, id).toBe(TEXTS.columns[id]);
    expect(COLUMNS.map(({ id }) => id)).toEqual(COLUMN_IDS);
    expect(COLUMNS[0]?.narrow).toBe(true);
  });
});

describe("downloads", () => {
  it("are formats that the program writes, with words for each", () => {
    for (const { id, format, further } of DOWNLOADS) {
      const known = FORMATS.find((one) => one.id === format);
      expect(known, id).toBeDefined();
      expect(TEXTS.downloads[id]?.purpose, id).toBeTruthy();
      for (const [name, value] of further) {
        expect(known?.options, id).toContain(name);
        if (name === "what") expect(known?.what, id).toContain(value);
      }
    }
    expect(new Set(DOWNLOADS.map(({ format }) => format))).toEqual(new Set(FORMATS.map(({ id }) => id)));
  });

  it("carry the view and the dataset", () => {
    const view = { ...DEFAULT_VIEW, filter: { ...DEFAULT_VIEW.filter, actor: ["pakistan"] } };
    expect(exportHref("a b", "csv", view, [["what", "nodes"]])).toBe(
      "/api/datasets/a%20b/export/csv?actor=pakistan&what=nodes",
    );
    expect(exportHref(null, "svg", DEFAULT_VIEW)).toBe("/api/export/svg");
  });
});

describe("size of an SVG", () => {
  it("comes from its attributes, else from its viewBox", () => {
    expect(svgSize('<?xml version="1.0"?><svg xmlns="x" width="1600" height="1200.5">')).toEqual({
      width: 1600,
      height: 1200.5,
    });
    expect(svgSize('<svg viewBox="0 0 800 600" stroke-width="3">')).toEqual({ width: 800, height: 600 });
    expect(svgSize('<svg width="100%" viewBox="-10 -10 80 60">')).toEqual({ width: 80, height: 60 });
    expect(svgSize("<html>")).toBeNull();
  });
});

describe("the table as a file", () => {
  it("has the columns, words and rows shown, guarded against formulas", () => {
    const columns = COLUMNS.filter(({ id }) => ["id", "summary"].includes(id));
    const rows = [statement({ id: "s2", summary: '=1+"1"' }), statement({ id: "s1", summary: "a, b" })];
    expect(tableCsv(columns, rows, sources)).toBe(`Summary,Id\n"'=1+""1""",s2\n"a, b",s1\n`);
  });
});
