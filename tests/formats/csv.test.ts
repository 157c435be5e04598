/** CSV read back by a reader of RFC 4180; no cell is a formula, no passage gets out. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvFormat } from "../../src/formats/csv/format.ts";
import { csvCell, extraCell, guardFormula } from "../../src/formats/csv/rows.ts";
import type { ExportContext } from "../../src/formats/format.ts";
import { contextFor, smallPicture, textOf } from "./fixture.ts";
import { hostilePicture, hostileText } from "./hostile.ts";

const write = (fields: Partial<ExportContext>, graph = smallPicture()) =>
  textOf(csvFormat.write(graph, contextFor(fields).context));

const records = (text: string): Record<string, string>[] => parse(text, { columns: true });

/** Halves of surrogate pairs have no bytes in UTF-8. */
const inUtf8 = (text: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));

describe("cells", () => {
  it("come back as they were but for the apostrophe before formulas", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 2, maxLength: 5 }), (texts) => {
        const line = `${texts.map((text) => csvCell(text)).join(",")}\n`;
        const [row] = parse(line, { record_delimiter: "\n", relax_column_count: true });
        expect(row).toEqual(texts.map((text) => inUtf8(guardFormula(text))));
      }),
      { numRuns: 300 },
    );
  });

  it.each(["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "\uff1d1"])("guards %j", (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it("leaves numbers alone", () => {
    expect(csvCell(-0.5)).toBe("-0.5");
    expect(csvCell(Number.NaN)).toBe("");
    expect(csvCell("plain")).toBe("plain");
    expect(csvCell(extraCell("-0.5"))).toBe("-0.5");
    expect(csvCell(extraCell("-0.5a"))).toBe("'-0.5a");
  });
});

describe("edges", () => {
  it("are one row each, with their evidence", () => {
    const rows = records(write({ what: "edges" }));
    expect(rows.length).toBe(5);
    expect(rows[0]).toMatchObject({
      Source: "actor:alpha",
      "Source Label": "Alpha",
      Target: "issue:plan",
      "Target Label": "The plan is carried out",
      Polarity: "support",
      Count: "2",
      Condition: "if asked",
      Date: "2025-03-01",
      Until: "2025-03-31",
      Statements: "s1;s3",
      URL: "https://example.org/d1",
      "Document Titles": "First, with a comma",
      Type: "Directed",
    });
    expect(rows[2]).toMatchObject({ Relation: "criticises", Summary: "'=2+2", Documents: "d1;d2" });
    expect(rows[2]?.["Document Titles"]).toBe("First, with a comma;document d2");
    expect(rows[4]).toMatchObject({ Polarity: "", Relation: "member-of", Kind: "structure" });
  });
});

describe("statements", () => {
  it("are one row each, with labels, source and locators", () => {
    const rows = records(write({ what: "statements" }));
    expect(rows.length).toBe(2);
    expect(rows[0]).toMatchObject({
      id: "s1",
      actor: "alpha",
      actor_label: "Alpha",
      issue: "plan",
      issue_label: "The plan is carried out",
      polarity: "support",
      condition: "if asked",
      source_title: "First, with a comma",
      url: "https://example.org/d1",
      date: "2025-03-04",
      start: "10",
      end: "42",
      passage_sha256: "ab".repeat(32),
      confidence: "0.75",
    });
    expect(rows[1]).toMatchObject({
      target_label: "Alpha",
      relation_label: "criticises",
      summary: "'=2+2",
      said_on: "2025-03-01",
      said_until: "2025-03-31",
      "x:score": "-0.5",
      "x:remark": "'-cmd",
      confidence: "",
    });
  });

  it("never hold the private column of quotes", () => {
    const text = write({ what: "statements" });
    expect(text).not.toContain("never to be seen");
    expect(text).not.toContain("x:quote");
  });

  it("are those of the view only", () => {
    const { context } = contextFor();
    expect(records(write({ what: "statements", statements: context.statements.slice(1) })).length).toBe(1);
  });
});

describe("nodes", () => {
  it("are one row each; numbers stay numbers", () => {
    const rows = records(write({ what: "nodes" }));
    expect(rows.map((row) => row["Id"])).toEqual(["actor:alpha", "actor:beta", "issue:plan"]);
    expect(rows[0]).toMatchObject({ X: "-100", Aliases: 'Alfa;The "A"', "x:score": "-0.5" });
    expect(rows[1]).toMatchObject({ "x:note": "a\tb" });
  });

  it("hold no formula, whatever the strings", () => {
    fc.assert(
      fc.property(hostilePicture, (graph) => {
        const rows: string[][] = parse(write({ what: "nodes" }, graph), {
          record_delimiter: "\n",
          relax_column_count: true,
        });
        for (const cell of rows.flat())
          expect(cell === "" || !/^[=+\-@\t\r\n]/.test(cell) || Number.isFinite(Number(cell))).toBe(true);
      }),
    );
  });
});
