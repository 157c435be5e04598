import { describe, expect, it } from "vitest";
import { toHtml } from "../../../src/browser/panels/report/html.ts";
import { toMarkdown } from "../../../src/browser/panels/report/markdown.ts";
import { reportNotes } from "../../../src/browser/panels/report/notes.ts";
import { buildReport, type ReportInput } from "../../../src/browser/panels/report/report.ts";
import { dataset, source } from "../fixtures.ts";
import { statement } from "./records.ts";

const input: ReportInput = {
  dataset: dataset({ title: "A <b>debate</b>", sources: [source("s1", "First"), source("s2", "Second")] }),
  description: "Everything.",
  subject: "",
  notes: [],
  statements: [
    statement({
      id: "one",
      summary: "A *strong* claim & <i>more</i>",
      source: { id: "s2", label: "Second" },
    }),
    statement({ id: "two", summary: "", polarity: "oppose", source: { id: "s1", label: "First" } }),
    statement({
      id: "three",
      summary: "1. no list",
      condition: "if asked",
      source: { id: "s2", label: "Second" },
    }),
  ],
  total: 3,
  paths: null,
  address: "http://page.test/?a=1&b=2",
  day: "2026-01-02",
};

describe("a report", () => {
  const report = buildReport(input);

  it("numbers its sources in the order of their citation and names each statement once", () => {
    const entries = report.sections.flatMap(({ groups }) => groups.flatMap((group) => group.entries));
    expect(entries.map(({ id }) => id).sort()).toEqual(["one", "three", "two"]);
    expect(report.sources).toHaveLength(2);
    expect(report.sources[(entries.find(({ id }) => id === "two")?.source ?? 0) - 1]).toContain("First");
    expect(report.sources[(entries.find(({ id }) => id === "one")?.source ?? 0) - 1]).toContain("Second");
  });

  it("says when it does not hold all", () => {
    expect(buildReport({ ...input, total: 9 }).lead.join(" ")).toContain("first 3 of 9");
    expect(report.lead.join(" ")).not.toContain("first 3");
  });

  it("says what the screen shows otherwise", () => {
    expect(reportNotes("", "graph")).toEqual([]);
    const notes = reportNotes("actor:a;issue:b", "compare");
    expect(notes).toEqual([
      "2 nodes hidden by hand on the map are in this report all the same.",
      "This report is of the view on the map, not of the two sides of Compare.",
    ]);
    expect(buildReport({ ...input, notes }).lead).toEqual(expect.arrayContaining([...notes]));
  });

  it("is plain Markdown whatever the texts hold", () => {
    const text = toMarkdown(report);
    expect(text).toContain("# A \\<b\\>debate\\</b\\>");
    expect(text).toContain("A \\*strong\\* claim & \\<i\\>more\\</i\\>");
    expect(text).toContain("- 1\\. no list");
    expect(text).toContain("on condition: if asked");
  });

  it("is one file of HTML without scripts whatever the texts hold", () => {
    const text = toHtml(report);
    expect(text).toContain("A *strong* claim &amp; &lt;i&gt;more&lt;/i&gt;");
    expect(text).not.toMatch(/<script|<b>|<i>/);
    expect(text).toContain('href="http://page.test/?a=1&amp;b=2"');
    for (const id of ["one", "two", "three"]) expect(text).toContain(`id="${id}"`);
  });

  it("isolates names and texts that run from right to left, in HTML and in Markdown", () => {
    const name = "ממלכת הדרום (2025)";
    const told = buildReport({
      ...input,
      subject: "Both",
      dataset: dataset({ title: name, sources: [{ ...source("s1", name), author: name }] }),
      statements: [
        statement({
          id: "one",
          actor: { id: "a", label: name },
          speaker: { id: "a", label: name },
          summary: name,
          condition: name,
          source: { id: "s1", label: name },
        }),
      ],
      total: 1,
    });
    const inside = `\u2068${name}\u2069`;
    for (const text of [toHtml(told), toMarkdown(told)]) {
      for (const words of [
        `Both – ${inside}`,
        `${inside}: `,
        `said by ${inside}`,
        `on condition: ${inside}`,
        `${inside}, “${inside}”`,
        `${inside}, version `,
      ])
        expect(text).toContain(words);
      const rest = text.replaceAll(inside, "");
      expect(rest).not.toContain(name);
      expect(rest).not.toMatch(/\p{Script=Hebrew}/u);
    }
  });

  it("follows a path hop by hop", () => {
    const hop = {
      from: "actor:a",
      to: "issue:b",
      statements: ["two"],
      sentence: "A opposes B.",
    } as never;
    const paths = {
      from: "actor:a",
      to: "issue:b",
      paths: [{ length: 1, sentence: "A reaches B.", hops: [hop] }],
    } as never;
    const { sections } = buildReport({ ...input, paths });
    expect(sections).toHaveLength(1);
    expect(sections[0]).toMatchObject({
      sentences: ["A reaches B."],
      groups: [{ heading: "A opposes B.", entries: [{ id: "two" }] }],
    });
  });
});
