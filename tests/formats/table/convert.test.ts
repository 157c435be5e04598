/** Tables of coded statements become packages that pass the check; what is wrong is said with row and column. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importCommand } from "../../../src/cli/commands/import.ts";
import { TABLE_PROBLEMS, TABLE_WARNINGS } from "../../../src/formats/table/problems.ts";
import { idFault } from "../../../src/model/id.ts";
import { ROOT, requires } from "../../support/require.ts";
import { convert, places } from "./support.ts";

const VOTES = `rcid,country,code,vote
3,United States,US,yes
3,Côte d'Ivoire,CI,no
4,United States,US,abstain
`;
const MAP = "actor=country,issue=rcid,polarity=vote";
const VALUES = "yes=support,no=oppose,abstain=neutral";

describe("a table with a map", () => {
  it("becomes a package", async () => {
    const { report, check, files, statements } = await convert(VOTES, { map: MAP, values: VALUES });
    expect(report).toMatchObject({
      ok: true,
      problems: [],
      counts: { actors: 2, issues: 2, sources: 1, statements: 3 },
    });
    expect(report.warnings).toMatchObject([
      { code: "column-left-out", message: "not taken from table.csv: “code”" },
    ]);
    expect(check).toMatchObject({ ok: true, problems: [], warnings: [] });
    expect(statements).toBe(
      "id,source,actor,polarity,issue\n" +
        "s1,table,united-states,support,3\n" +
        "s2,table,cote-d-ivoire,oppose,3\n" +
        "s3,table,united-states,neutral,4\n",
    );
    expect(files.get("actors.csv")).toContain("\ncote-d-ivoire,Côte d'Ivoire,");
    expect(JSON.parse(files.get("datapackage.json") ?? "").method).toBe(
      "Imported from the table table.csv; fields actor=country, issue=rcid, polarity=vote; values yes=support, no=oppose, abstain=neutral.",
    );
  });

  it("is the same in parts of any size, with BOM, CRLF, CR, quotes, semicolons or tabs", async () => {
    const { statements } = await convert(VOTES, { map: MAP, values: VALUES });
    const quoted = VOTES.replace(/[^,\n]+/g, (cell) => `"${cell}"`);
    for (const table of [
      `\ufeff${VOTES}`,
      VOTES.replaceAll("\n", "\r\n"),
      VOTES.replaceAll("\n", "\r"),
      VOTES.trimEnd(),
      quoted,
      `${VOTES}\n\n`,
      VOTES.replaceAll(",", ";"),
      VOTES.replaceAll(",", "\t"),
      quoted.replaceAll(",", ";"),
    ])
      for (const part of [1, 7, 1000])
        expect((await convert(table, { map: MAP, values: VALUES, part })).statements).toBe(statements);
  });

  it("keeps line breaks and quotes of texts", async () => {
    const { dataset, report } = await convert(
      'org,topic,stance,said\r\nA,t,support,"two\r\nlines, ""quoted"""\r\nB,t,oppose,\r\n',
      { map: "actor=org,issue=topic,polarity=stance,summary=said" },
    );
    expect(report.ok).toBe(true);
    expect(dataset?.statements.map(({ summary }) => summary)).toEqual(['two\r\nlines, "quoted"', ""]);
  });

  it("takes labels, and makes ids of what they stand for", async () => {
    const { dataset, check } = await convert(VOTES, {
      map: "actor=code,actor_label=country,issue=rcid,polarity=vote",
      values: VALUES,
    });
    expect(check.ok).toBe(true);
    expect(dataset?.actors.map(({ id, label }) => [id, label])).toEqual([
      ["us", "United States"],
      ["ci", "Côte d'Ivoire"],
    ]);
  });

  it("takes further columns by x:, numbers, words and further people", async () => {
    const { dataset, check } = await convert(
      "org,topic,stance,who,sure,weight,when\nA,t,1,P,0.5,3,2024-02-29T10:00:00Z\nB,t,0,A, 1 ,2,2024\n",
      {
        map: "actor=org,issue=topic,polarity=stance,speaker=who,confidence=sure,x:weight=weight,x:actor=who,date=when",
        values: "1=support,0=oppose",
      },
    );
    expect(check).toMatchObject({ ok: true, problems: [] });
    expect(dataset?.actors.map(({ id }) => id)).toEqual(["a", "p", "b"]);
    expect(
      dataset?.statements.map(({ speaker, confidence, date, extra }) => [
        speaker,
        confidence,
        date,
        [...extra],
      ]),
    ).toEqual([
      [
        "p",
        0.5,
        "2024-02-29",
        [
          ["weight", "3"],
          ["actor", "P"],
        ],
      ],
      [
        "a",
        1,
        "2024",
        [
          ["weight", "2"],
          ["actor", "A"],
        ],
      ],
    ]);
  });

  it("takes fields of the contract's names too, unless they are switched off", async () => {
    const table = "org,issue,polarity,notes,start\nA,t,support,hm,3\n";
    const all = await convert(table, { map: "actor=org" });
    expect(all.statements).toBe("id,source,actor,polarity,issue,notes\ns1,table,a,support,t,hm\n");
    const fewer = await convert(table, { map: "actor=org,notes=none,polarity=none" });
    expect(fewer.statements).toBe("id,source,actor,polarity,issue\ns1,table,a,neutral,t\n");
  });

  it("makes relations with the polarity of their rows", async () => {
    const { dataset, check } = await convert(
      "a,b,verb,how\nA,B,Backs,support\nB,A,blames,oppose\nA,C,Backs,\n",
      {
        map: "actor=a,target=b,relation=verb,polarity=how",
      },
    );
    expect(check).toMatchObject({ ok: true, problems: [] });
    expect(dataset?.relations.map(({ id, label, polarity }) => [id, label, polarity])).toEqual([
      ["backs", "Backs", "positive"],
      ["blames", "blames", "negative"],
    ]);
    expect(dataset?.statements.map(({ polarity, target }) => [polarity, target])).toEqual([
      ["support", "b"],
      ["oppose", "a"],
      ["support", "c"],
    ]);
  });
});

describe("a table without a map", () => {
  it("gives its fields by their names and keeps the rest", async () => {
    const table =
      "id,source,actor,polarity,issue,condition,condition_issues,repeat_of,session,quote,\n" +
      "v1,UN A/1,Foo,support,X,if so,not:Y;Z,,9,words,1\n" +
      "v2,UN A/1,Foo,Support,X,,,v1,,,2\n";
    const { dataset, check, report, statements } = await convert(table);
    expect(check).toMatchObject({ ok: true, problems: [], warnings: [] });
    expect(statements).not.toContain("words");
    expect(report.warnings.map(({ code }) => code)).toEqual(["column-left-out"]);
    expect(dataset?.sources.map(({ id, title }) => [id, title])).toEqual([["un-a-1", "UN A/1"]]);
    expect(dataset?.issues.map(({ id }) => id)).toEqual(["x", "y", "z"]);
    expect(dataset?.statements[0]?.conditionIssues).toEqual([
      { issue: "y", negated: true },
      { issue: "z", negated: false },
    ]);
    expect(dataset?.statements.map(({ id, repeatOf, extra }) => [id, repeatOf, [...extra]])).toEqual([
      ["v1", null, [["session", "9"]]],
      ["v2", "v1", []],
    ]);
  });
});

describe("dates beside a table", () => {
  const dates = 'rcid,session,date,unres\n3,1,1946-01-01,R/1\n4,1,"1946-02-03 10:00",R/2\n5,1,,R/3\n';
  it("are joined by the issue", async () => {
    const { dataset, check, report } = await convert(VOTES, { map: MAP, values: VALUES, dates });
    expect([report.ok, check.ok]).toEqual([true, true]);
    expect(dataset?.statements.map(({ date }) => date)).toEqual(["1946-01-01", "1946-01-01", "1946-02-03"]);
  });
  it("are joined by the source, with labels", async () => {
    const { dataset, check } = await convert(VOTES, {
      map: `${MAP},source=rcid`,
      values: VALUES,
      dates,
      datesMap: "source=rcid,date=date,source_label=unres",
    });
    expect(check.ok).toBe(true);
    expect(dataset?.sources.map(({ id, title, date }) => [id, title, date])).toEqual([
      ["3", "R/1", "1946-01-01"],
      ["4", "R/2", "1946-02-03"],
    ]);
    expect(dataset?.statements.every(({ date }) => date === "")).toBe(true);
  });
  it("leave the table's own dates alone, and missing ones are said", async () => {
    const { dataset, report } = await convert("issue,actor,polarity,date\n3,A,support,2001\n9,A,support,\n", {
      dates: "issue,day of date\n3,1946-01-01\n",
    });
    expect(dataset?.statements.map(({ date }) => date)).toEqual(["2001", ""]);
    expect(report.warnings.map(({ code }) => code)).toEqual(["no-date"]);
  });
  it("are refused with row and column", async () => {
    const bad = "rcid,date\n3,1946-02-30\n4,1946\n4,1947\n,1948\n6\n";
    const { report, files } = await convert(VOTES, { map: MAP, values: VALUES, dates: bad });
    expect(places(report)).toEqual([
      "2:date:bad-date",
      "4:rcid:doubled-key",
      "5:rcid:missing-value",
      "6::ragged-row",
    ]);
    expect(files.has("actors.csv")).toBe(false);
    const keyless = await convert(VOTES, { map: MAP, values: VALUES, dates: "vote,when\n1,1946\n" });
    expect(places(keyless.report)).toEqual(["1::no-date-key"]);
    const unclear = await convert(VOTES, { map: MAP, values: VALUES, dates: "rcid,from\n1,1946\n" });
    expect(places(unclear.report)).toEqual(["1:date:no-date-key"]);
    const wrong = await convert(VOTES, { map: MAP, values: VALUES, dates, datesMap: "issue=nr,date=day" });
    expect(places(wrong.report)).toEqual(["1:nr:unknown-column", "1:day:unknown-column"]);
  });
});

describe("what is wrong with a table", () => {
  it("is a column that is not there", async () => {
    const { report } = await convert(VOTES, { map: "actor=land,issue=rcid,polarity=vote", values: VALUES });
    expect(places(report)).toEqual(["1:land:unknown-column", "1:actor:unmapped-field"]);
    expect(report.problems[0]?.message).toContain("“rcid”, “country”, “code”, “vote”");
    expect(places((await convert("a,b\n1,2\n")).report)).toEqual([
      "1:actor:unmapped-field",
      "1:issue:unmapped-field",
      "1:polarity:unmapped-field",
    ]);
  });
  it("are values without a polarity, with their counts", async () => {
    const { report } = await convert(`${VOTES}5,Cuba,CU,yes\n5,,CU,\n`, {
      map: MAP,
      values: "no=oppose,nay=oppose",
    });
    expect(report.problems.map(({ message }) => message)).toEqual([
      "“yes” says no polarity (2 rows, first in row 2)",
      "“abstain” says no polarity (1 row, first in row 4)",
      "an empty cell says no polarity (1 row, first in row 6)",
      "actor is empty",
    ]);
    expect(report.warnings.some(({ message }) => message.includes("“nay”"))).toBe(true);
  });
  it("is everything at once, with row and column of the table", async () => {
    const table = [
      "nr,who,what,how,when,sure,from,to,c",
      "1,A,t,support,2024-13-01,0.5,,,",
      "2,A,t,support",
      '3,"A"x,t,support,2024,2,,,',
      "3,A,t,support,2024,2,,,",
      "3,A,t,oppose,2024,1,,,",
      "5,,t,oppose,2024,1,,,",
      "a:b,A,,oppose,2024,1,9,3,",
      "7,A,t,neutral,2024,1,,,if",
    ].join("\n");
    const { report, files } = await convert(table, {
      map: "id=nr,actor=who,issue=what,polarity=how,date=when,confidence=sure,start=from,end=to,condition=c",
    });
    expect(places(report)).toEqual([
      "2:when:bad-date",
      "3::ragged-row",
      "4:who:stray-quote",
      "5:sure:number-out-of-range",
      "6:nr:duplicate-id",
      "7:who:missing-value",
      "8:nr:bad-id",
      "8:what:no-target",
      "8:to:bad-span",
      "9:c:condition-on-neutral",
    ]);
    expect(report.problems.every(({ file, remedy }) => file === "table.csv" && remedy !== "")).toBe(true);
    expect([...files.keys()].filter((name) => name !== "statements.csv")).toEqual([]);
  });
  it("are repeats that differ or lead nowhere, wherever their original is", async () => {
    const filler = Array.from({ length: 5000 }, (_, at) => `f${at},A,t,support,`);
    const table = [
      "id,actor,issue,polarity,repeat_of",
      "r1,A,t,support,o1",
      "r2,A,t,oppose,o1",
      "r3,A,t,support,none",
      ...filler,
      "o1,A,t,support,",
      "r4,A,t,support,r1",
    ].join("\n");
    const { report } = await convert(table);
    expect(places(report)).toEqual([
      "3:repeat_of:repeat-differs",
      "4:repeat_of:unknown-id",
      "5006:repeat_of:repeat-of-repeat",
    ]);
    const good = await convert(
      table
        .replace("r2,A,t,oppose", "r2,A,t,support")
        .replace(",none", ",")
        .replace(/\nr4.*/, ""),
    );
    expect([good.report.problems, good.check.ok]).toEqual([[], true]);
  });
  it("are rows without actor, source or target, which can be left out", async () => {
    const table = "source,actor,issue,polarity\nd,,t,?\nd,A,,support\n,A,t,support\nd,A,t,support\n";
    const { report } = await convert(table, { values: "?=neutral" });
    expect(places(report)).toEqual(["2:actor:missing-value", "3:issue:no-target", "4:source:missing-value"]);
    expect(report.problems[0]?.remedy).toContain("--skip-incomplete");
    const fewer = await convert(table, { skipIncomplete: true });
    expect(fewer.report).toMatchObject({ ok: true, warnings: [{ code: "incomplete-rows" }] });
    expect(fewer.report.warnings[0]?.message).toContain("3 rows");
    expect(fewer.statements).toBe("id,source,actor,polarity,issue\ns1,d,a,support,t\n");
    expect(fewer.check.ok).toBe(true);
  });
  it("is a relation of two polarities", async () => {
    const { report } = await convert("actor,target,relation,polarity\nA,B,r,support\nA,C,r,oppose\n");
    expect(places(report)).toEqual(["-:relation:relation-polarity"]);
  });
  it("is its encoding, its emptiness, or a doubled column", async () => {
    const latin = Uint8Array.from([
      ...new TextEncoder().encode("actor,issue,polarity\nA,t,support\nB"),
      0xe9,
      0x0a,
    ]);
    expect(places((await convert(latin)).report)).toContain("3::bad-encoding");
    const wide = new Uint8Array(Buffer.from("\ufeffactor,issue\n", "utf16le"));
    expect(places((await convert(wide)).report)).toEqual(["1::bad-encoding"]);
    expect(places((await convert("")).report)).toEqual(["-::empty-file"]);
    expect(places((await convert("actor,issue,polarity\n")).report)).toEqual(["-::no-rows"]);
    expect(places((await convert("actor,actor,issue,polarity\nA,B,t,support\n")).report)).toEqual([
      "1:actor:duplicate-column",
    ]);
  });
  it("is counted where there is much of it", async () => {
    const rows = Array.from({ length: 3000 }, () => "A,t,support,x");
    const { report } = await convert(["actor,issue,polarity,date", ...rows].join("\n"));
    expect(report.problems).toHaveLength(1001);
    expect(report.problems.at(-1)?.message).toBe("and 2000 more rows like this, the last of them row 3001");
  });
});

describe("ids and names", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "Égypt",
      "egypt",
      "EGYPT",
      "egypt-2",
      "a;b:c,d",
      "structure:x",
      "__proto__",
      "constructor",
      "…",
      "ﬁ",
      "İ",
      "ß",
      "SS",
    ),
  );
  const cell = (text: string): string => `"${text.replaceAll('"', '""').replaceAll("\0", "0")}"`;
  it("are safe and used once, whatever the table calls its records", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, name, name, name), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const named = rows.map((row) =>
            row.map((text) => (text.trim() === "" ? "x" : text.replace(/\p{Surrogate}/gu, "?"))),
          );
          const table = [
            "actor,issue,source,actor_label,polarity",
            ...named.map((row) => `${row.map(cell).join(",")},support`),
          ];
          const { report, check, dataset } = await convert(table.join("\n"));
          expect(report.problems).toEqual([]);
          expect(check.problems).toEqual([]);
          const ids = [...(dataset?.actors ?? []), ...(dataset?.issues ?? [])].map(({ id }) => id);
          for (const id of ids) expect(idFault(id)).toBeNull();
          expect(new Set(ids).size).toBe(ids.length);
          const distinct = (at: number) =>
            new Set(named.map((row) => (row[at] ?? "").replaceAll("\0", "0").trim())).size;
          expect([dataset?.actors.length, dataset?.issues.length, dataset?.sources.length]).toEqual(
            [0, 1, 2].map(distinct),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("further columns", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom(
      "__proto__",
      "x:",
      "x:x:y",
      "a\nb",
      " x ",
      "source_label",
      "quote",
      "x:quote",
      "voice",
      "x:id",
    ),
  );
  const quoted = (text: string): string =>
    `"${text.replace(/[\0\p{Surrogate}]/gu, "?").replaceAll('"', '""')}"`;
  it("give a package that passes the check, or a problem, whatever they are called", async () => {
    const columns = fc.array(fc.tuple(name, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(columns, async (further) => {
        const header = ["actor", "issue", "polarity", ...further.map(([column]) => quoted(column))].join(",");
        const row = ["A", "t", "support", ...further.map(([, text]) => quoted(text))].join(",");
        const { report, check } = await convert(`${header}\n${row}\n`);
        if (report.ok) expect(check.problems).toEqual([]);
        else expect(report.problems.every(({ remedy }) => remedy !== "")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the documentation", () => {
  it("lists every finding of an import with its remedy", () => {
    const text = readFileSync(path.join(ROOT, "docs/dataset.md"), "utf8");
    const section = text.slice(text.indexOf("## Importing a table")).split("\n## ")[0] ?? "";
    for (const [level, codes] of [
      ["problem", TABLE_PROBLEMS],
      ["warning", TABLE_WARNINGS],
    ] as const)
      for (const [code, remedy] of Object.entries(codes))
        expect(section).toContain(`| \`${code}\` | ${level} | ${remedy} |`);
    for (const { flags } of importCommand.options) {
      const flag = flags.split(" ")[0] ?? "";
      expect(text).toContain(flag);
    }
  });
});

const data = requires("data");
describe.skipIf(!data)("the votes of the United Nations", () => {
  it("become a dataset", async () => {
    const votes = gunzipSync(readFileSync(path.join(data ?? "", "un-votes.csv.gz"))).toString("utf8");
    const slice = votes.split("\n").slice(0, 20_001).join("\n");
    const dates = readFileSync(path.join(data ?? "", "un-roll-calls.csv.gz"));
    const { report, check, dataset } = await convert(slice, { map: MAP, values: VALUES, dates });
    expect(report).toMatchObject({ ok: true, problems: [], counts: { statements: 20_000, sources: 1 } });
    expect(check).toMatchObject({ ok: true, problems: [], warnings: [] });
    expect(dataset?.statements[0]).toMatchObject({
      actor: "united-states",
      issue: "3",
      polarity: "support",
      date: "1946-01-01",
    });
    const tally = (word: string) => slice.split(`"${word}"`).length - 1;
    const of = (polarity: string) => dataset?.statements.filter((one) => one.polarity === polarity).length;
    expect([of("support"), of("oppose"), of("neutral")]).toEqual([
      tally("yes"),
      tally("no"),
      tally("abstain"),
    ]);
  });
});
