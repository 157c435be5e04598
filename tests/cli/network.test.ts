/** `stancegraph network`: DNA's own results through the command line, formats, messages and refusals. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { cli, inFolder } from "./support.ts";

const data = requires("data");
const sample = path.join(data ?? "", "sample.dna");

interface Reference {
  readonly name: string;
  readonly networkType: string;
  readonly variable1: string;
  readonly variable2: string;
  readonly qualifier: string | null;
  readonly qualifierAggregation: string | null;
  readonly normalization: string | null;
  readonly duplicates: string | null;
  readonly isolates: boolean;
  readonly startDate: string;
  readonly stopDate: string;
  readonly filteredStatements: number;
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly values: readonly (readonly number[])[];
}

const references: readonly Reference[] = data
  ? JSON.parse(readFileSync(path.join(data, "dna-reference.json"), "utf8")).matrices
  : [];

const isoDate = (text: string): string => text.split(".").reverse().join("-");

const flags = (wanted: Reference): readonly string[] => [
  ...["--type", wanted.networkType === "onemode" ? "one-mode" : "two-mode"],
  ...["--rows", wanted.variable1, "--columns", wanted.variable2],
  ...["--qualifier", wanted.qualifier ?? "none"],
  ...["--aggregation", wanted.qualifierAggregation ?? "ignore"],
  ...["--normalization", wanted.normalization ?? "no"],
  ...["--duplicates", wanted.duplicates ?? "include"],
  ...(wanted.isolates ? ["--isolates"] : []),
  ...["--since", isoDate(wanted.startDate), "--until", isoDate(wanted.stopDate)],
  ...["--compat", "dna", "--format", "json"],
];

describe.skipIf(!data)("DNA's own results", () => {
  // Every tenth: all of them are compared without the command line.
  const some = references.filter((_, at) => at % 10 === 0);
  it.each(some.map((one) => [one.name, one] as const))("%s", async (_, wanted) => {
    const { code, out, err } = await cli(["network", sample, ...flags(wanted)]);
    expect(code, err).toBe(0);
    const network = JSON.parse(out);
    expect(Object.keys(network)).toEqual(["type", "rows", "columns", "values", "statements", "excluded"]);
    expect([network.rows, network.columns, network.statements]).toEqual([
      wanted.rows,
      wanted.cols,
      wanted.filteredStatements,
    ]);
    wanted.values.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(Math.abs(network.values[i][j] - value)).toBeLessThan(1e-9);
      });
    });
  });
  it("are exact about values that hold commas", async () => {
    const base = ["--type", "two-mode", "--rows", "organization", "--columns", "concept", "--format", "json"];
    const name = "Energy and Environmental Analysis, Inc.";
    const without = JSON.parse(
      (await cli(["network", sample, ...base, "--exclude", `organization=${name}`])).out,
    );
    expect(without.rows).not.toContain(name);
    const only = await cli([
      "network",
      sample,
      ...base,
      "--include",
      `organization=${name}`,
      "--include",
      "organization=Senate",
      "--include",
      "organization=Nobody, Ltd.",
    ]);
    expect(JSON.parse(only.out).rows).toEqual([name, "Senate"]);
    expect(only.err).toBe('No statement has organization "Nobody, Ltd.", the value to include.\n');
  });
  it("are refused with what there is", async () => {
    const run = (...more: string[]) => cli(["network", sample, "--type", "two-mode", ...more]);
    const unknown = await run("--rows", "organization", "--columns", "topic");
    expect([unknown.code, unknown.out]).toEqual([1, ""]);
    expect(unknown.err).toMatch(/no variable "topic".*Use one of person, organization, concept, agreement/s);
    const type = await run("--rows", "person", "--columns", "concept", "--statement-type", "Other");
    expect(type.code).toBe(1);
    expect(type.err).toContain("Use one of DNA Statement");
    const view = await run("--rows", "person", "--columns", "concept", "--actor", "x");
    expect(view.code).toBe(2);
    expect(view.err).toContain("--actor chooses statements of a dataset");
  });
});

describe("networks of a dataset", () => {
  let rivers: Rivers;
  beforeAll(async () => {
    rivers = await riversFolder();
  });
  afterAll(() => rivers.remove());
  const network = (...more: string[]) => cli(["network", rivers.folder, ...more]);
  const TWO = ["--type", "two-mode", "--rows", "actor", "--columns", "issue"];
  const ONE = ["--type", "one-mode", "--rows", "actor", "--columns", "issue"];

  it("are CSV on standard output; what does not enter is a message", async () => {
    const { code, out, err } = await network(...TWO);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toMatch(/^,/);
    expect(err).toMatch(/^Statements that do not enter: .*\(noVariable\).*\.\n$/);
    expect((await network(...TWO, "--format", "csv")).out).toBe(out);
  });
  it("obey the view's choice of statements and its roll-up", async () => {
    const rows = async (...more: string[]) =>
      JSON.parse((await network(...TWO, "--format", "json", ...more)).out).rows;
    const all = await rows();
    expect(await rows("--actor", "Ada")).toEqual(["ada"]);
    expect(await rows("--rollup", "top")).not.toEqual(all);
    expect((await network(...TWO, "--actor", "nobody at all")).code).toBe(1);
  });
  it("are arrays with windows, and lists with events", async () => {
    const windows = JSON.parse(
      (await network(...ONE, "--window", "days", "--window-size", "1", "--format", "json")).out,
    );
    expect(windows.length).toBeGreaterThan(1);
    expect(Object.keys(windows[0]).slice(-3)).toEqual(["from", "to", "middle"]);
    const events = JSON.parse(
      (await network("--type", "event-list", "--rows", "actor", "--columns", "issue", "--format", "json"))
        .out,
    );
    expect(events.type).toBe("event-list");
    expect(events.events[0]).toMatchObject({ statement_id: expect.any(String), actor: expect.any(String) });
  });
  it("are written as the file's ending or --format says", async () => {
    await inFolder(async (folder) => {
      const written = async (name: string, ...more: string[]) => {
        const file = path.join(folder, name);
        const ran = await network(...ONE, "-o", file, ...more);
        expect([ran.code, ran.out]).toEqual([0, ""]);
        return readFile(file, "utf8");
      };
      expect(await written("a.gexf")).toContain('defaultedgetype="undirected"');
      expect(await written("a.graphml")).toContain("<graphml");
      expect(await written("a.dl")).toMatch(/^dl n = /);
      expect(JSON.parse(await written("a.json")).type).toBe("one-mode");
      expect(await written("a.txt", "--format", "csv")).toBe((await network(...ONE)).out);
      const odd = await network(...ONE, "-o", path.join(folder, "a.xls"));
      expect([odd.code, odd.err.includes("csv, json, gexf, graphml, dl")]).toEqual([2, true]);
    });
  });
  it.each([
    [[...TWO, "--until", "1700"], /^No statement is in the network\.$/m],
    [["--type", "event-list", ...TWO.slice(2), "--until", "1700"], /^No statement is in the list\.$/m],
    [
      [...ONE, "--window", "years", "--window-size", "90"],
      /^There is no network: no window of that many years lies within the dates of the statements\.$/m,
    ],
  ])("%j says that nothing is in it", async (argv, message) => {
    const { code, err } = await network(...argv);
    expect(err).toMatch(message);
    expect(code).toBe(0);
  });
  it("are refused with 1 for a variable that there is not, as an attribute is", async () => {
    expect((await network("--type", "two-mode", "--rows", "nope", "--columns", "issue")).code).toBe(1);
    expect((await cli(["analyze", "values", rivers.folder, "--attribute", "nope"])).code).toBe(1);
  });
  it.each([
    [["--type", "event-list", ...TWO.slice(2), "--window", "days"], /^An event list has no windows/],
    [["--type", "one-mode", "--rows", "actor", "--columns", "actor"], /no two rows share a column/],
    [["--type", "two-mode", "--rows", "actor"], /^--columns is missing/],
    [
      [...TWO, "--aggregation", "congruence"],
      /Use --aggregation subtract, combine or ignore, or --type one-mode/,
    ],
    [[...ONE, "--normalization", "activity"], /for two-mode networks/],
    [[...ONE, "--aggregation", "best"], /one of ignore, congruence, conflict, subtract, combine/],
    [[...ONE, "--kernel", "uniform"], /kernel needs a window/],
    [[...ONE, "--window", "days"], /needs a size/],
    [[...ONE, "--window-size", "0", "--window", "days"], /^--window-size cannot be "0"/],
    [[...ONE, "--since", "yesterday"], /no date/],
    [[...ONE, "--exclude", "actor"], /^--exclude cannot be "actor"\.\nGive --exclude as VARIABLE=VALUE/],
    [[...ONE, "--compat", "rdna"], /^--compat cannot be "rdna"/],
    [[...ONE, "--statement-type", "S"], /belongs to DNA databases/],
    [[...ONE, "--window", "days", "--window-size", "1", "--format", "dl"], /holds one network/],
  ])("%j is refused with 2", async (argv, message) => {
    const { code, out, err } = await network(...argv);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, ""]);
  });
});
