import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK_RECORDS } from "../../src/dataset/blank-records.ts";
import { emptyValue } from "../../src/dataset/cells.ts";
import { readPackage } from "../../src/dataset/read.ts";
import { TABLES, tableOf } from "../../src/dataset/tables.ts";
import { emptyPackage, type Writable, writePackage } from "../../src/dataset/write.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { idFault } from "../../src/model/id.ts";
import { bytes, edit, type Files, setCell, soundPackage, text } from "./package-fixture.ts";

const read = (files: ReadonlyMap<string, Uint8Array>): Dataset => {
  const { report, dataset } = readPackage(files, { id: "x" });
  if (!dataset) throw new Error(JSON.stringify(report.problems.slice(0, 3)));
  return dataset;
};
const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([name, data]) => [name, text(data)]));
const again = (files: ReadonlyMap<string, Uint8Array>) => texts(writePackage(read(files)));

const HOSTILE = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "x:y",
  "=1+1",
  "a,b",
  'say "so"',
  "two\nlines",
  "cr\r\nlf",
  "é",
  "\u202e",
  "𝒳",
  "\\",
  ";",
  "a\\;b",
  " ",
];
const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 12 }).map((s) => s.replaceAll("\0", "")),
);
const filled = anyText.map((s) => (s.trim() === "" ? `${s}x` : s));
const anyId = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }))
  .filter((id) => idFault(id) === null);
const item = filled.map((s) => s.trim());
const opt = <T>(arbitrary: fc.Arbitrary<T>, empty: T) => fc.oneof(fc.constant(empty), arbitrary);
/** Names must differ, so each gets a mark of its own. */
const unique = (prefix: string, index: number, id: string) => `${prefix}${index}-${id}`.slice(0, 200);

const extras = fc.dictionary(
  fc.oneof(filled, fc.constantFrom("id", "label", "x:a", "a", "quote", "__proto__")),
  filled,
  { maxKeys: 3 },
);
const extraOf = (cells: Record<string, string>) =>
  new Map(Object.entries(cells).filter(([name]) => name.trim() !== "" && !/^(x:)?\s*$/.test(name)));

const generated: fc.Arbitrary<Writable> = fc
  .record({
    kinds: fc.array(
      fc.record({ id: anyId, label: filled, stakeholder: fc.boolean(), rollsUp: fc.boolean() }),
      { maxLength: 3 },
    ),
    actors: fc.array(
      fc.record({
        id: anyId,
        label: filled,
        aliases: fc.array(item, { maxLength: 2 }),
        description: anyText,
        extra: extras,
        withKind: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    issues: fc.array(fc.record({ id: anyId, label: filled, extra: extras }), { minLength: 1, maxLength: 3 }),
    sources: fc.array(
      fc.record({
        id: anyId,
        title: anyText,
        date: opt(fc.constantFrom("2025", "2025-02", "2024-02-29"), ""),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    statements: fc.array(
      fc.record({
        id: anyId,
        pick: fc.nat(),
        toActor: fc.boolean(),
        polarity: fc.constantFrom("support", "oppose"),
        voice: fc.constantFrom("reported", "author"),
        condition: anyText,
        negated: fc.boolean(),
        confidence: opt(fc.double({ min: 0, max: 1, noNaN: true }), null as never),
        offTopic: fc.boolean(),
        summary: anyText,
        extra: extras,
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ kinds, actors, issues, sources, statements }) => {
    const table = <R extends { id: string }>(records: R[], prefix: string): R[] =>
      records.map((record, index) => ({
        ...record,
        id: index === 0 ? record.id : unique(prefix, index, record.id),
      }));
    const at = <R extends { id: string }>(records: R[], pick: number): string =>
      records[pick % records.length]?.id ?? "";
    const kindRows = table(kinds, "k").map((row) => ({ ...BLANK_RECORDS.kinds, ...row }));
    const actorRows = table(actors, "a").map(({ withKind, aliases, extra, ...row }, index) => ({
      ...BLANK_RECORDS.actors,
      ...row,
      label: `actor ${index} ${row.label}`,
      aliases: aliases.map((alias, n) => `alias ${index}.${n} ${alias}`),
      kind: withKind && kindRows.length > 0 ? at(kindRows, index) : null,
      extra: extraOf(extra),
    }));
    const issueRows = table(issues, "i").map((row, index) => ({
      ...BLANK_RECORDS.issues,
      ...row,
      id: unique("issue", index, row.id),
      label: `issue ${index} ${row.label}`,
      extra: extraOf(row.extra),
    }));
    const sourceRows = table(sources, "s").map((row) => ({ ...BLANK_RECORDS.sources, ...row }));
    const relations = [{ ...BLANK_RECORDS.relations, id: "backs", label: "backs", polarity: "positive" }];
    const statementRows = table(statements, "t").map(
      ({ pick, toActor, negated, condition, polarity, extra, ...row }) => ({
        ...BLANK_RECORDS.statements,
        ...row,
        source: at(sourceRows, pick),
        actor: at(actorRows, pick),
        ...(toActor
          ? { relation: "backs", target: at(actorRows, pick + 1), polarity: "support" }
          : { issue: at(issueRows, pick), polarity }),
        condition,
        conditionIssues: condition.trim() === "" ? [] : [{ issue: at(issueRows, pick + 1), negated }],
        extra: extraOf(extra),
      }),
    );
    return {
      metadata: {
        name: "generated",
        title: "T",
        description: "",
        version: "1",
        licences: [],
        contributors: [],
        method: "",
      },
      kinds: kindRows,
      actors: actorRows,
      issues: issueRows,
      relations,
      sources: sourceRows,
      statements: statementRows,
    } as unknown as Writable;
  });

describe("writing what was read", () => {
  it("gives the bytes of a canonical package back", () => {
    expect(again(soundPackage())).toEqual(texts(soundPackage()));
  });

  it("keeps optional columns, files and further descriptor members absent or present as they were", () => {
    const files = soundPackage();
    files.set(
      "actors.csv",
      bytes("id,label,x:mood,note\negypt,Egypt,calm,\nenvoy,Envoy,,n\narab-states,Arab states,,\n"),
    );
    files.set("sources.csv", bytes("id\ns1\ns2\n"));
    files.set("statements.csv", bytes("id,source,actor,polarity,issue\nst1,s1,egypt,support,plan\n"));
    files.delete("kinds.csv");
    files.delete("relations.csv");
    files.set(
      "datapackage.json",
      bytes('{"resources":[{"name":"a","path":"actors.csv"}],"zeta":1,"name":"n"}'),
    );
    expect(again(files)).toEqual(texts(files));
  });

  it("keeps empty cells apart from written defaults", () => {
    const files = setCell(soundPackage(), "statements.csv", "st3", "off_topic", "false");
    setCell(files, "statements.csv", "st3", "modality", "position");
    expect(again(files)["statements.csv"]).toContain(
      "st3,s2,egypt,,,,,,,author,position,neutral,force,,,,,,,,,,,,false,,,",
    );
    expect(again(files)).toEqual(texts(files));
  });

  it("writes other spellings canonically, with the same version", () => {
    const sound = soundPackage();
    const odd: Files = new Map(
      [...sound].map(([name, data]) => [
        name,
        bytes(`\ufeff${text(data).replaceAll("\n", "\r\n").replace("Egypt,", '"Egypt",')}`),
      ]),
    );
    setCell(odd, "statements.csv", "st2", "polarity", "support");
    edit(odd, "statements.csv", "0.9,", "0.90,");
    edit(odd, "kinds.csv", "true,true", "TRUE,True");
    expect(again(odd)).toEqual({ ...texts(sound) });
    expect(read(odd).version).toBe(read(sound).version);
  });

  it("puts columns into the order of the schema, further ones after", () => {
    const files = soundPackage();
    files.set("issues.csv", bytes("extra,label,id\ne,The plan is adopted,plan\n,A force is sent,force\n"));
    expect(again(files)["issues.csv"]).toBe(
      "id,label,extra\nplan,The plan is adopted,e\nforce,A force is sent,\n",
    );
  });

  it("is the identity on generated datasets, hostile strings included", () => {
    fc.assert(
      fc.property(generated, (dataset) => {
        const files = writePackage(dataset);
        const first = read(files);
        for (const { name } of TABLES) {
          const records = dataset[name] as unknown as readonly object[];
          expect(first[name]).toEqual(records);
        }
        expect(texts(writePackage(first))).toEqual(texts(files));
      }),
      { numRuns: 300 },
    );
  });

  it("changes the version with each cell and no more", () => {
    const version = read(soundPackage()).version;
    expect(read(soundPackage()).version).toBe(version);
    expect(read(setCell(soundPackage(), "statements.csv", "st1", "coder", "you")).version).not.toBe(version);
    expect(read(edit(soundPackage(), "datapackage.json", "For tests.", "For us.")).version).not.toBe(version);
  });

  it("adds a column that a changed record needs, and describes it", () => {
    const before = read(soundPackage());
    const actors = before.actors.map((actor, index) =>
      index === 0 ? { ...actor, country: "EG", extra: new Map([["quote", "q"]]) } : actor,
    );
    const files = writePackage({ ...before, actors });
    expect(text(files.get("actors.csv"))).toMatch(/^id,.*,groups,country,x:quote\n|^id,.*,country,x:quote\n/);
    const { report } = readPackage(files, { id: "x" });
    expect([...report.problems, ...report.warnings]).toEqual([]);
  });

  it("writes changed metadata and nothing else of the descriptor", () => {
    const before = read(edit(soundPackage(), "datapackage.json", '"name"', '"keywords": ["k"],\n  "name"'));
    const files = writePackage({ ...before, metadata: { ...before.metadata, title: "New", licences: [] } });
    const after = JSON.parse(text(files.get("datapackage.json")));
    expect(after).toMatchObject({
      keywords: ["k"],
      title: "New",
      contributors: [{ title: "A coder", roles: ["author"] }],
    });
    expect(after.licenses).toBeUndefined();
  });
});

describe("an empty package", () => {
  it("passes the check, names every column, and is canonical", () => {
    const files = emptyPackage("new-data", "New data");
    const { report, dataset } = readPackage(files, { id: "x" });
    expect([...report.problems, ...report.warnings]).toEqual([]);
    expect(dataset?.metadata).toMatchObject({ name: "new-data", title: "New data", version: "0.1.0" });
    expect(again(files)).toEqual(texts(files));
    for (const table of TABLES)
      expect(text(files.get(table.file))).toBe(`${table.columns.map(({ name }) => name).join(",")}\n`);
  });
});

describe("the schema", () => {
  it("fits the records of the model", () => {
    for (const table of TABLES) {
      const blank = BLANK_RECORDS[table.name] as unknown as Record<string, unknown>;
      const expected = Object.fromEntries(
        table.columns.map((column) => [column.property, emptyValue(column)]),
      );
      const { extra, ...members } = blank;
      expect(extra).toEqual(new Map());
      expect(members).toEqual(expected);
    }
  });
  it("throws on a table that is none", () => {
    expect(() => tableOf("constructor" as never)).toThrow("constructor");
  });
});
