/** `stancegraph analyze`: the list, every analysis as tables and JSON, its flags, and refusals. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analysis/structure/registry.ts";
import { HOUSE_FOLDER } from "../support/house.ts";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { cli } from "./support.ts";

let rivers: Rivers;
beforeAll(async () => {
  rivers = await riversFolder();
});
afterAll(() => rivers.remove());

describe("the list", () => {
  it("names every analysis with its flags", async () => {
    const { code, out } = await cli(["analyze"]);
    expect(code).toBe(0);
    for (const { id } of ANALYSES) expect(out).toMatch(new RegExp(`^${id} `, "m"));
    expect(out).toMatch(/^alignment .* -a -b /m);
    const { items, total } = JSON.parse((await cli(["analyze", "--json"])).out);
    expect(total).toBe(ANALYSES.length);
    expect(items[0]).toMatchObject({ id: ANALYSES[0]?.id, parameters: expect.any(Object) });
  });
});

const extras: Readonly<Record<string, readonly string[]>> = { alignment: ["-a", "Ada", "-b", "Bo"] };
const flagsOf = (id: string): readonly string[] => extras[id] ?? [];

describe.each(ANALYSES.map(({ id, comparesTwo }) => [id, comparesTwo] as const))("%s", (id, comparesTwo) => {
  const run = (...more: string[]) =>
    cli(["analyze", id, rivers.folder, ...(comparesTwo ? [rivers.folder] : []), ...flagsOf(id), ...more]);
  it("is told as a summary with tables, and given as JSON", async () => {
    const plain = await run();
    expect([plain.code, plain.err]).toEqual([0, ""]);
    const result = JSON.parse((await run("--json")).out);
    expect(result.analysis).toBe(id);
    expect(plain.out.startsWith(`${result.summary}\n`)).toBe(true);
    for (const { title, rows } of result.tables) if (rows.length > 0) expect(plain.out).toContain(title);
    const first = result.tables.find(({ rows }: { rows: unknown[] }) => rows.length > 0)?.rows[0];
    for (const statement of first?.statements.slice(0, 1) ?? []) expect(plain.out).toContain(statement);
  });
  it("obeys the view", async () => {
    const all = JSON.parse((await run("--json")).out);
    const none = JSON.parse((await run("--json", "--until", "1900")).out);
    // The invented dataset has no contradictions.
    if (id !== "disagreement") expect(JSON.stringify(none.tables)).not.toBe(JSON.stringify(all.tables));
    expect(
      none.tables.flatMap(({ rows }: { rows: { statements: string[] }[] }) =>
        rows.flatMap(({ statements }) => statements),
      ),
    ).toEqual([]);
  });
});

describe("statements in the tables for people", () => {
  it("are counted, and only the first of many are named", async () => {
    const argv = ["analyze", "counts", HOUSE_FOLDER];
    const { out } = await cli(argv);
    const { tables } = JSON.parse((await cli([...argv, "--json"])).out);
    const sizes: readonly string[][] = tables[0].rows.map(
      ({ statements }: { statements: string[] }) => statements,
    );
    const many = sizes.find(({ length }) => length > 5) ?? [];
    const few = sizes.find(({ length }) => length < 6) ?? [];
    expect(many.length).toBeGreaterThan(5);
    expect(out).toContain(`${many.length}: ${many.slice(0, 3).join(" ")} … and ${many.length - 3} more\n`);
    expect(out).toContain(`${few.length}: ${few.join(" ")}\n`);
    expect(out).not.toContain(many[3]);
  });
});

describe("flags and refusals", () => {
  it("hand parameters over", async () => {
    const { parameters } = JSON.parse(
      (await cli(["analyze", "pagerank", rivers.folder, "--damping", "0.5", "--weighted", "0", "--json"]))
        .out,
    );
    expect(parameters).toMatchObject({ damping: 0.5, weighted: false });
  });
  it.each([
    [["nothing"], 1, /no analysis "nothing"\.\nAnalyses are: alignment/],
    [["counts", "--of", "colour"], 2, /^--of cannot be "colour"/],
    [["counts", "--damping", "0.5"], 2, /no flag --damping/],
    [["alignment"], 2, /^-a is missing\.\nGive -a: an actor, by key, id or name\./],
    [["change", "--before", "2025"], 2, /^--after is missing: .*\nGive --after as well/],
    [["backbone", "--method", "evaluate"], 2, /none are named\.\nGive --keep: issues/],
    [["polarisation", "--kernel", "uniform"], 2, /^--kernel needs a window\.\nGive --window/],
    [["counts", "one", "two"], 2, /takes one dataset/],
    [["coalitions", "--most", "100000"], 2, /over the limit/],
    [["reliability"], 2, /only one dataset is given\.\nGive a second dataset with a coding/],
  ])("%j", async (argv, wanted, message) => {
    const { code, out, err } = await cli(["analyze", ...argv]);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([wanted, ""]);
  });
});
