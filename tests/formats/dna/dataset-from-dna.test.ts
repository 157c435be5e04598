/** DNA databases as datasets: names, mapping, polarity, places, and that whatever is in a file makes a package that passes the check. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPackage } from "../../../src/dataset/read.ts";
import { sha256Hex } from "../../../src/dataset/sha256.ts";
import { writePackage } from "../../../src/dataset/write.ts";
import { datasetFromDna } from "../../../src/formats/dna/dataset-from-dna.ts";
import { DEFAULT_MAPPING, type DnaMapping, parseMap, parseValues } from "../../../src/formats/dna/mapping.ts";
import { nameRecords } from "../../../src/formats/dna/name-records.ts";
import type { DnaDatabase, DnaDataType, DnaDocument } from "../../../src/model/dna.ts";
import { faultOf } from "../../analysis/networks/ask.ts";
import { type TinyDnaStatement, tinyDna } from "../../support/tiny-dna.ts";

const USUAL: Readonly<Record<string, DnaDataType>> = {
  person: "short text",
  organization: "short text",
  concept: "short text",
  agreement: "boolean",
};

const convert = (database: DnaDatabase, mapping: Partial<DnaMapping> = {}) =>
  datasetFromDna(database, {
    id: "tiny",
    version: "1",
    title: "tiny",
    mapping: { ...DEFAULT_MAPPING, ...mapping },
  });

const usual = (
  statements: readonly TinyDnaStatement[],
  fields: Readonly<Record<number, Partial<DnaDocument>>> = {},
  mapping: Partial<DnaMapping> = {},
) => convert(tinyDna(USUAL, statements, fields), mapping);

const of = (...values: TinyDnaStatement["values"]): TinyDnaStatement => ({ values });

describe("names", () => {
  const ids = (...names: string[]) => nameRecords(names.map((name) => ({ name, what: "concept" })));
  it("become plain ids and stay as labels", () => {
    expect(ids("Énergie & Co, Inc.", "政府", "  two\nlines ")).toEqual([
      { id: "energie-co-inc", label: "Énergie & Co, Inc." },
      { id: "政府", label: "政府" },
      { id: "two-lines", label: "two lines" },
    ]);
  });
  it("that are equal but for case or accents are told apart", () => {
    expect(ids("EPA", "epa", "Épa", "epa (concept)")).toEqual([
      { id: "epa", label: "EPA" },
      { id: "epa-concept", label: "epa (concept)" },
      { id: "epa-concept-2", label: "Épa (concept 2)" },
      { id: "epa-concept-concept", label: "epa (concept) (concept)" },
    ]);
  });
  it("do not make an id that is another record's name", () => {
    expect(ids("E.P.A", "e-p-a")).toEqual([
      { id: "e-p-a-2", label: "E.P.A" },
      { id: "e-p-a", label: "e-p-a" },
    ]);
  });
  it("without letters get an id all the same", () => {
    expect(ids("!", "?", " ")).toEqual([
      { id: "concept-2", label: "!" },
      { id: "concept-3", label: "?" },
      { id: "concept", label: "concept" },
    ]);
  });
});

describe("a dataset of a DNA database", () => {
  it("has organisations, persons, concepts and agreement in their places", () => {
    const { dataset, warnings } = usual([of("Ann", "A", "tax", 1), of("", "B", "tax", 0)], {
      1: { text: "xy" },
    });
    expect(warnings).toEqual([]);
    expect(dataset.actors.map(({ id, label, kind }) => [id, label, kind])).toEqual([
      ["a", "A", "organization"],
      ["b", "B", "organization"],
      ["ann", "Ann", "person"],
    ]);
    // Each kind has an outline of its own.
    expect(dataset.kinds.map(({ id, shape }) => [id, shape])).toEqual([
      ["organization", "circle"],
      ["person", "square"],
    ]);
    expect(
      dataset.statements.map(({ id, source, actor, speaker, issue, polarity }) => [
        id,
        source,
        actor,
        speaker,
        issue,
        polarity,
      ]),
    ).toEqual([
      ["1", "1", "a", "ann", "tax", "support"],
      ["2", "1", "b", null, "tax", "oppose"],
    ]);
  });
  it("keeps documents with their metadata and day", () => {
    const fields = { 1: { author: "Au", source: "Paper", section: "S", type: "T", notes: "N" } };
    const { dataset } = usual([{ date: "2020-03-04T05:06:07", values: ["", "A", "c", 1] }], fields);
    expect(dataset.sources[0]).toMatchObject({
      id: "1",
      title: "Title 1",
      author: "Au",
      publisher: "Paper",
      genre: "T",
      notes: "N",
      date: "2020-03-04",
      datePrecision: "day",
    });
    expect([...(dataset.sources[0]?.extra ?? [])]).toEqual([
      ["section", "S"],
      ["time", "05:06:07"],
    ]);
  });
  it("places passages in UTF-16 code units, without a byte order mark", () => {
    const text = "\ufeffFirst 😀 line\nsecond";
    const { dataset } = usual([{ start: 7, values: ["", "A", "c", 1] }], { 1: { text } });
    // The helper makes passages of one code unit: here half a pair, which is hashed as it is written.
    expect(dataset.statements[0]).toMatchObject({ start: 6, end: 7, paragraph: 1 });
    expect(dataset.sources[0]?.length).toBe(text.length - 1);
    expect(dataset.origin?.texts.get("1")).toBe(text.slice(1));
    expect(dataset.statements[0]?.passageSha256).toBe(sha256Hex(text.slice(7, 8)));
  });
  it("says what it leaves out", () => {
    const { dataset, warnings } = usual([of("Ann", "", "tax", 1), of("", "A", "", 0), of("", "A", "x", 1)]);
    expect(dataset.statements.map(({ id }) => id)).toEqual(["3"]);
    expect(warnings.map(({ code, message }) => `${code} ${message.replace(/\D+/g, "")}`)).toEqual([
      "dna-no-actor 1",
      "dna-no-issue 1",
      "dna-no-passage 1",
    ]);
  });
  it("says how many statements have no value of the polarity, unless that is mapped", () => {
    const statements = [
      of("", "A", "x", null),
      of("", "A", "x", 1),
      of("", "A", "x", null),
      of("", "", "x", null),
    ];
    const said = (mapping: Partial<DnaMapping> = {}) =>
      usual(statements, { 1: { text: "four words of text" } }, mapping).warnings.filter(
        ({ code }) => code === "dna-no-polarity",
      );
    expect(usual(statements).dataset.statements.map(({ polarity }) => polarity)).toEqual([
      "neutral",
      "support",
      "neutral",
    ]);
    expect(said().map(({ message }) => message)).toEqual([
      "Statements taken as neutral because they have no value of agreement: 2.",
    ]);
    expect(said({ values: parseValues(["=neutral"]) })).toEqual([]);
    expect(said({ variables: { polarity: "none" } })).toEqual([]);
  });
  it("keeps further variables, colours and attributes as columns", () => {
    const database = tinyDna({ ...USUAL, "my: note": "long text", strength: "integer" }, [
      of("", "A", "tax", 1, "own words", 3),
    ]);
    const [type] = database.statementTypes;
    const organization = type?.variables[1];
    if (!type || !organization) throw new Error("no variable");
    const entities = [
      { id: 1, value: "", color: "#000000", childOf: null, attributes: new Map<string, string>() },
      {
        id: 2,
        value: "A",
        color: "#ff0000",
        childOf: 3,
        attributes: new Map([
          ["Type", "NGO"],
          ["color", "x"],
          ["__proto__", "p"],
        ]),
      },
      { id: 3, value: "Parent", color: "#00ff00", childOf: null, attributes: new Map<string, string>() },
    ];
    const variables = type.variables.map((variable) =>
      variable === organization ? { ...variable, entities } : variable,
    );
    const { dataset } = convert({ ...database, statementTypes: [{ ...type, variables }] });
    expect([...(dataset.actorById.get("a")?.extra ?? [])]).toEqual([
      ["color", "#ff0000"],
      ["child_of", "Parent"],
      ["Type", "NGO"],
      ["attribute_color", "x"],
      ["__proto__", "p"],
    ]);
    expect(dataset.actors.map(({ label }) => label)).toEqual(["A", "Parent"]);
    expect([...(dataset.statements[0]?.extra ?? [])]).toEqual([
      ["my: note", "own words"],
      ["strength", "3"],
    ]);
  });
});

describe("the mapping", () => {
  it("chooses other variables, and none", () => {
    const mapping = { variables: parseMap(["actor=person,speaker=none", "polarity=none"]) };
    const { dataset } = usual([of("Ann", "A", "tax", 1)], {}, mapping);
    expect(dataset.statements[0]).toMatchObject({ actor: "ann", speaker: null, polarity: "neutral" });
    expect([...(dataset.statements[0]?.extra ?? [])]).toEqual([
      ["organization", "A"],
      ["agreement", "1"],
    ]);
  });
  it("takes fields of documents", () => {
    const mapping = { variables: parseMap(["actor=author"]) };
    const { dataset } = usual([of("", "A", "tax", 1)], { 1: { author: "An author" } }, mapping);
    expect(dataset.actorById.get("an-author")?.kind).toBe("author");
  });
  it("reads numbers by sign, and words as themselves or as told", () => {
    const read = (type: DnaDataType, values: TinyDnaStatement["values"], mapping: Partial<DnaMapping> = {}) =>
      convert(
        tinyDna(
          { ...USUAL, agreement: type },
          values.map((value) => of("", "A", "c", value)),
        ),
        mapping,
      ).dataset.statements.map(({ polarity }) => polarity);
    expect(read("integer", [-3, 0, 2, null])).toEqual(["oppose", "neutral", "support", "neutral"]);
    const values = parseValues(["yes, indeed=support,no=oppose"]);
    expect(read("short text", ["yes, indeed", "no", "Neutral", ""], { values })).toEqual([
      "support",
      "oppose",
      "neutral",
      "neutral",
    ]);
    expect(faultOf(() => read("short text", ["perhaps"]))).toContain('"perhaps", which is no polarity');
    expect(read("boolean", [1, 0], { values: parseValues(["1=oppose"]) })).toEqual(["oppose", "oppose"]);
  });
  it("is refused with the variables that are there", () => {
    const statements = [of("Ann", "A", "tax", 1)];
    expect(faultOf(() => usual(statements, {}, { variables: { issue: "topic" } }))).toMatch(
      /no variable "topic", which map names for issue \| Variables are: person, organization, concept, agreement, author/,
    );
    expect(faultOf(() => usual(statements, {}, { variables: { actor: "agreement" } }))).toContain(
      "agreement as boolean, which cannot be actor",
    );
    expect(faultOf(() => usual(statements, {}, { statementType: "Other" }))).toMatch(
      /no statement type "Other" \| Use one of S/,
    );
    expect(faultOf(() => convert(tinyDna({ hero: "short text" }, [of("x")])))).toContain(
      "no variable for actor (organization",
    );
    expect(faultOf(() => parseMap(["who=person"]))).toContain("actor, speaker, issue, polarity");
    expect(faultOf(() => parseMap(["actor=a,actor=b"]))).toContain("names actor twice");
    expect(faultOf(() => parseValues(["a=yes"]))).toContain("support, oppose, neutral");
  });
});

describe("whatever a database holds", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom("A", "a", "Á", "a-2", "-", ";", "structure:x", "__proto__", "\0", "\ud800", "x\r\ny"),
  );
  it("gives a package that passes the check, with the passages of its texts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, name, name, fc.boolean(), fc.nat(12)), { maxLength: 12 }),
        fc.string({ unit: "binary", maxLength: 14 }),
        name,
        (rows, text, attribute) => {
          const database = tinyDna(
            { ...USUAL, [attribute || "x"]: "short text" },
            rows.map(([person, organization, concept, agrees, start]) => ({
              start,
              values: [person, organization, concept, agrees ? 1 : 0, attribute],
            })),
            { 1: { text, title: attribute, notes: text } },
          );
          if (new Set(database.statementTypes[0]?.variables.map((one) => one.name)).size < 5) return;
          const { origin, ...dataset } = convert(database).dataset;
          const files = writePackage(dataset);
          const { report } = readPackage(files, { id: "tiny", documents: origin?.texts ?? new Map() });
          expect(report.problems).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
