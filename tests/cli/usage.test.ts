/** Help, version, and the exit codes of wrong usage. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { faultMessage } from "../../src/cli/faults.ts";
import { COMMANDS } from "../../src/cli/registry.ts";
import { bindToggles } from "../../src/cli/toggles.ts";
import { Fault } from "../../src/model/problem.ts";
import { PATH_PARAMETERS } from "../../src/view/path-grammar.ts";
import { ROOT } from "../support/require.ts";
import { cli } from "./support.ts";

describe("help and version", () => {
  it("are data, and no error", async () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
    expect(await cli(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
    const help = await cli(["--help"]);
    expect([help.code, help.err]).toEqual([0, ""]);
    for (const { name, summary } of COMMANDS)
      expect(help.out).toMatch(new RegExp(`^  ${name} .*${summary}$`, "m"));
  });
  it.each(COMMANDS.map(({ name }) => name))("of %s have examples", async (name) => {
    const own = await cli([name, "--help"]);
    expect([own.code, own.err]).toEqual([0, ""]);
    expect(own.out).toContain(`Examples:\n  stancegraph ${name}`);
    expect(await cli(["help", name])).toEqual(own);
  });
  it("are shown for nothing at all, as an error", async () => {
    const { code, out, err } = await cli([]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: stancegraph");
  });
});

describe("flags", () => {
  it("are the parameters of the grammar, one for one", async () => {
    const command = (await COMMANDS.find(({ name }) => name === "path")?.load()) as Command;
    const flags = command.options.map(({ flags: text }) => /--([\w-]+)/.exec(text)?.[1]);
    const parameters = Object.keys(PATH_PARAMETERS)
      .filter((name) => name !== "from" && name !== "to")
      .map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(flags).toEqual(["dataset", "json", "map", "values", "statement-type", ...parameters]);
  });
  it("that stand alone do not take what follows for their value", () => {
    const options = [{ flags: "--directed [0|1]", description: "", toggle: true }];
    const bound = (...argv: string[]) => bindToggles(argv, options);
    expect(bound("--directed", "a", "b")).toEqual(["--directed=1", "a", "b"]);
    expect(bound("a", "--directed", "0", "b")).toEqual(["a", "--directed=0", "b"]);
    expect(bound("a", "b", "--directed")).toEqual(["a", "b", "--directed=1"]);
    for (const value of ["2", "-1", "0.5", "yes", "FALSE"])
      expect(bound("--directed", value, "b")).toEqual([`--directed=${value}`, "b"]);
    expect(bound("--directed", "2025-data")).toEqual(["--directed=1", "2025-data"]);
    expect(bound("--directed=0", "--", "--directed")).toEqual(["--directed=0", "--", "--directed"]);
  });
});

describe("a fault in words", () => {
  const said = (
    message: string,
    remedy: string,
    parameter = "",
    known = ["avoid", "through", "maxLength", "mode"],
  ) =>
    faultMessage(
      new Fault({ class: "bad-parameter", code: "x", parameter, message, remedy }),
      new Set([...known, "polarity", "values", "type", "since", "until", "window"]),
    );
  it.each([
    [
      "avoid names actor:b",
      "take it out of avoid, or ask again",
      "avoid",
      "--avoid names actor:b.\nTake it out of --avoid, or ask again.",
    ],
    [
      "too much",
      "give a maxLength, name fewer nodes in through, or ask with mode=shortest",
      "",
      "Too much.\nGive a --max-length, name fewer nodes in --through, or ask with --mode shortest.",
    ],
    [
      "it is what it is",
      "Narrow it by since and until, by exclusions",
      "",
      "It is what it is.\nNarrow it by --since and --until, by exclusions.",
    ],
    [
      "bad",
      "Say it with values, such as VALUE=support, or map polarity=none.",
      "",
      "Bad.\nSay it with --values, such as VALUE=support, or --map polarity=none.",
    ],
    [
      "there is no node named “use mode=k in avoid”",
      "Did you mean actor:maxLength?",
      "",
      "There is no node named “use mode=k in avoid”.\nDid you mean actor:maxLength?",
    ],
  ])("%s", (message, remedy, parameter, expected) => {
    expect(said(message, remedy, parameter)).toBe(expected);
  });
});

describe("wrong usage ends with 2 and says why", () => {
  it.each([
    [["nothing"], /unknown command 'nothing'/],
    [["info", "--nothing"], /unknown option '--nothing'/],
    [["info", "a", "b"], /too many arguments/],
    [["init"], /missing required argument 'folder'/],
    [["path", "a"], /missing required argument 'to'/],
    [["path", "a", "b", "-k"], /argument missing/],
    [["path", "a", "b", "-k", "101"], /^-k is 101, over the limit of 100\.\nGive -k as a number/],
    [["path", "a", "b", "-k", "-1"], /^-k cannot be/],
    [["path", "a", "b", "--max-length", "13"], /^--max-length is 13, over the limit of 12/],
    [["path", "a", "b", "--mode", "best"], /^--mode cannot be "best"\.\nGive --mode as one of k, shortest/],
    [["path", "a", "b", "--directed=maybe"], /^--directed cannot be "maybe"/],
    [["path", "a", ""], /^TO cannot be ""/],
    [["statements", "--v", "2"], /^--v cannot be "2"\.\nGive --v /],
    [["statements", "--structure", "2"], /^--structure cannot be "2"\.\nGive --structure as 0 or 1/],
    [["analyze", "counts", "--damping", "0.5"], /no flag --damping here\.\nFlags are: --of\./],
    [
      ["network", "--type", "event-list", "--rows", "actor", "--columns", "issue", "--to-one"],
      /Leave --to-one out, or use --type one-mode or two-mode/,
    ],
    [
      ["network", "--type", "one-mode", "--rows", "actor", "--columns", "issue", "--window-size", "3"],
      /Give --window as well, or leave --window-size out/,
    ],
    [["statements", "--since", "2025-02-30"], /^--since cannot be "2025-02-30"/],
    [["statements", "--min-confidence", "x"], /^--min-confidence cannot be "x"/],
    [["statements", "--rollup", "top", "--rollup", "body"], /^--rollup is given 2 times/],
    [["statements", "--json", "--csv"], /one of --json and --csv/],
    [["export"], /-o FILE/],
    [["export", "-o", "x.pdf"], /x\.pdf names no format.*\.gexf/s],
    [["export", "-o", "gexf"], /names no format/],
    [["export", "-o", "x.gexf", "--what", "nodes"], /cannot be written with --what nodes/],
    [["export", "-o", "x.csv", "--gexf-version", "1.2"], /--gexf-version 1\.2/],
    [["locate", "x"], /--corpus DIR/],
    [["serve", "--port", "70000"], /whole number from 0 to 65535/],
    [["serve", "--port", "abc"], /whole number/],
    [["serve", "--embed-from", "example.org"], /takes an origin/],
    [["serve", "--log-level", "loud"], /--log-level is one of/],
  ])("%j", async (argv, message) => {
    const { code, out, err } = await cli(argv);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, ""]);
  });
  it("also for a port in the environment", async () => {
    const { code, err } = await cli(["serve"], { env: { PORT: "http" } });
    expect(code).toBe(2);
    expect(err).toContain("PORT");
  });
});
