import { describe, expect, it } from "vitest";
import { locate } from "../../src/dataset/locate.ts";
import { readPackage } from "../../src/dataset/read.ts";
import { sha256Hex } from "../../src/dataset/sha256.ts";
import { emptyPackage, writePackage } from "../../src/dataset/write.ts";
import { append, bytes, edit, type Files, soundPackage, TEXT, text } from "./package-fixture.ts";

const TEXTS = new Map([["s1", TEXT]]);

/** A package whose statements have quotes: id, source, paragraph, quote. */
function quoted(rows: readonly (readonly [string, string, string, string])[]): Files {
  const files = soundPackage();
  const lines = rows.map(
    ([id, source, paragraph, quote]) =>
      `${id},${source},egypt,${paragraph},oppose,plan,"${quote.replaceAll('"', '""')}",calm`,
  );
  files.set(
    "statements.csv",
    bytes(["id,source,actor,paragraph,polarity,issue,quote,mood", ...lines, ""].join("\n")),
  );
  return files;
}

describe("locate", () => {
  it("fills the locator, removes the column, and the package passes the check", () => {
    const files = quoted([
      ["a", "s1", "", "Egypt says “no”"],
      ["b", "s1", "", '  Egypt says "no"   for\u00a0now.'],
      ["c", "s2", "7", ""],
      ["d", "s1", "3", "waits. Egypt"],
    ]);
    const { files: changed, problems, located } = locate(files, TEXTS);
    expect(problems).toEqual([]);
    expect(located).toBe(3);
    const whole = new Map([...files, ...(changed ?? [])]);
    expect(text(whole.get("statements.csv"))).toBe(
      `id,source,actor,start,end,passage_sha256,paragraph,polarity,issue,mood
a,s1,egypt,27,42,${sha256Hex("Egypt says “no”")},2,oppose,plan,calm
b,s1,egypt,27,51,${sha256Hex("Egypt says “no” for now.")},2,oppose,plan,calm
c,s2,egypt,,,,7,oppose,plan,calm
d,s1,egypt,58,70,${sha256Hex("waits. Egypt")},3,oppose,plan,calm
`,
    );
    const { report } = readPackage(whole, { id: "x", documents: TEXTS });
    expect(report.problems).toEqual([]);
    expect(report.warnings.map(({ code }) => code)).not.toContain("schema-differs");
  });

  it("writes statements.csv canonically when the package is without problems", () => {
    const files = soundPackage();
    files.set(
      "statements.csv",
      bytes(
        'mood,id,source,actor,relation,target,polarity,"confidence",quote\r\n' +
          "calm,st1,s1,egypt,backs,envoy,support,0.50,Egypt says\r\n",
      ),
    );
    const { files: changed } = locate(files, TEXTS);
    const whole = new Map([...files, ...(changed ?? [])]);
    const written = text(whole.get("statements.csv"));
    expect(written).toBe(
      `id,source,actor,start,end,passage_sha256,paragraph,polarity,relation,target,confidence,mood
st1,s1,egypt,27,37,${sha256Hex("Egypt says")},2,,backs,envoy,0.5,calm
`,
    );
    const { dataset } = readPackage(whole, { id: "x" });
    expect(dataset && text(writePackage(dataset).get("statements.csv"))).toBe(written);
  });

  it("keeps every cell as it is while the package has problems", () => {
    const files = soundPackage();
    files.set(
      "statements.csv",
      bytes(
        "id,source,actor,relation,target,polarity,confidence,quote\n" +
          "st1,s1,nobody,backs,envoy,support,0.50,Egypt says\nst2,s1,egypt,backs,envoy,support,a lot,\n",
      ),
    );
    const written = text(locate(files, TEXTS).files?.get("statements.csv"));
    expect(written).toMatch(/^st1,s1,nobody,27,37,\w+,2,support,backs,envoy,0\.50$/m);
    expect(written).toMatch(/^st2,s1,egypt,,,,,support,backs,envoy,a lot$/m);
  });

  it("lists all quotes that it cannot place, says none of their words, and changes nothing", () => {
    const files = quoted([
      ["a", "s1", "", "Egypt says “no”"],
      ["b", "s1", "", "Egypt waits."],
      ["c", "s1", "3", "Egypt waits."],
      ["d", "s1", "", "nowhere to be found"],
      ["e", "s9", "", "Egypt"],
      ["f", "s1", "", "now.\nEgypt"],
    ]);
    const { files: changed, problems, located } = locate(files, TEXTS);
    expect(changed).toBeNull();
    expect(located).toBe(1);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [3, "quote-ambiguous"],
      [4, "quote-ambiguous"],
      [5, "quote-not-found"],
      [6, "quote-without-text"],
      [7, "quote-not-found"],
    ]);
    const words = JSON.stringify(problems);
    for (const quote of ["waits", "nowhere", "says"]) expect(words).not.toContain(quote);
  });

  it("lets the paragraph decide between equal words", () => {
    const twice = new Map([["s1", "The same words.\n\nThe same words.\n"]]);
    const { files } = locate(quoted([["a", "s1", "2", "The same words."]]), twice);
    expect(text(files?.get("statements.csv"))).toContain("a,s1,egypt,17,32,");
    expect(locate(quoted([["a", "s1", "3", "The same words."]]), twice).problems).toMatchObject([
      { code: "quote-ambiguous" },
    ]);
  });

  it("prefers the exact words to those that are alike", () => {
    const both = new Map([["s1", 'He said "no".\nHe said “no”.\n']]);
    expect(text(locate(quoted([["a", "s1", "", "“no”"]]), both).files?.get("statements.csv"))).toContain(
      "a,s1,egypt,22,26,",
    );
  });

  it("mends the schema of the descriptor", () => {
    const files = append(emptyPackage("n"), "statements.csv", "");
    const header = text(emptyPackage("n").get("statements.csv")).replace("\n", ",quote\n");
    files.set("statements.csv", bytes(header.replace(",start,end,passage_sha256", "")));
    edit(files, "datapackage.json", '"name": "start"', '"name": "quote"');
    const { files: changed } = locate(files, TEXTS);
    const names = JSON.parse(text(changed?.get("datapackage.json")))
      .resources.at(-1)
      .schema.fields.map((field: { name: string }) => field.name);
    expect(text(changed?.get("statements.csv"))).toBe(`${names.join(",")}\n`);
  });

  it.each([
    ["no column quote", (f: Files) => f, "missing-column"],
    ["no file", (f: Files) => new Map([...f].filter(([name]) => name !== "statements.csv")), "missing-file"],
    ["an empty file", (f: Files) => f.set("statements.csv", bytes("")), "empty-file"],
    [
      "a ragged row",
      (f: Files) => append(quoted([]), "statements.csv", "x,y") && append(f, "statements.csv", "x,y"),
      "ragged-row",
    ],
    ["another encoding", (f: Files) => f.set("statements.csv", Uint8Array.of(255)), "bad-encoding"],
    [
      "two columns quote",
      (f: Files) => f.set("statements.csv", bytes("id,source,quote,quote\n")),
      "duplicate-column",
    ],
    ["no column source", (f: Files) => f.set("statements.csv", bytes("id,quote\n")), "missing-column"],
    [
      "an open quote",
      (f: Files) => f.set("statements.csv", bytes('id,source,quote\na,s1,"x\n')),
      "unclosed-quote",
    ],
  ])("refuses %s", (_, spoil, code) => {
    const { files, problems } = locate(spoil(soundPackage()), TEXTS);
    expect(files).toBeNull();
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});
