/** The house dataset: sound, canonical, verified against the texts, and of the size that the documentation says. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { verifyPassages } from "../../src/dataset/corpus.ts";
import { readPackage } from "../../src/dataset/read.ts";
import { writePackage } from "../../src/dataset/write.ts";
import { houseDataset, houseFiles } from "../support/house.ts";
import { ROOT, requires } from "../support/require.ts";

const corpus = requires("corpus");
const codebook = requires("codebook");

describe("the house dataset", () => {
  const files = houseFiles();
  const { report } = readPackage(files, { id: "house" });

  it("has no problem and no warning", () => {
    expect(report.problems).toEqual([]);
    expect(report.warnings).toEqual([]);
  });

  it("is in canonical form", () => {
    for (const [name, bytes] of writePackage(houseDataset()))
      expect([name, Buffer.from(bytes).equals(files.get(name) ?? Buffer.alloc(0))]).toEqual([name, true]);
  });

  it("has the number of statements that the documentation gives", () => {
    const said = String(report.counts["statements"]);
    for (const file of ["docs/coding.md", "CHANGELOG.md"])
      expect(readFileSync(path.join(ROOT, file), "utf8"), file).toContain(said);
  });

  it("names whose word a contested word is", () => {
    const contested = /genocid|terror|coloni|atrocit|massacre|aggression/i;
    const owned =
      /call|describ|according|term|accus|alleg|argue|hold|charg|attribut|report|author|regard|see|critic|say|demand|fault|claim|view|warn|present/i;
    const loose = houseDataset().statements.filter(
      ({ summary }) => contested.test(summary) && !owned.test(summary),
    );
    expect(loose.map(({ id, summary }) => `${id}: ${summary}`)).toEqual([]);
  });

  it.skipIf(!corpus)("has locators that fit the texts exactly", () => {
    const texts = new Map(
      readdirSync(corpus as string).map((name) => [
        name.replace(/\.txt$/, ""),
        readFileSync(path.join(corpus as string, name), "utf8"),
      ]),
    );
    const dataset = houseDataset();
    const { problems, warnings, passages } = verifyPassages(dataset, texts);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect([...passages.values()].filter(({ state }) => state === "exact")).toHaveLength(
      dataset.statements.length,
    );
  });

  it.skipIf(!codebook)("uses the ids, names and attributes of the code book", () => {
    const book = JSON.parse(readFileSync(path.join(codebook as string, "codebook.json"), "utf8"));
    const dataset = houseDataset();
    for (const table of ["kinds", "actors", "issues", "relations"] as const)
      expect(dataset[table].map(({ id, label }) => ({ id, label }))).toEqual(
        book[table].map(({ id, label }: { id: string; label: string }) => ({ id, label })),
      );
  });
});
