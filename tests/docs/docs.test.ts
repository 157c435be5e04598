/** The documentation says what the program does: every registry entry is named, and the README's commands run. */
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "../../src/dataset/problem-codes.ts";
import { TABLES } from "../../src/dataset/tables.ts";
import { FORMATS } from "../../src/formats/registry.ts";
import { LAYOUTS } from "../../src/layout/catalogue.ts";
import { PATH_MODES, PATH_VIAS } from "../../src/model/path.ts";
import { PROJECTIONS } from "../../src/view/projections/registry.ts";
import { ROOT } from "../support/require.ts";

const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** A row of a table of columns. */
const rowOf = (name: string, description: string): RegExp =>
  new RegExp(`\\| \`${name}\` \\| (yes)? \\| ${description.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")} \\|`);

describe("the documentation", () => {
  it("lists every finding of a check with its remedy", () => {
    const text = read("docs/dataset.md");
    for (const [code, { level, remedy }] of Object.entries(PROBLEM_CODES))
      expect(text).toContain(`| \`${code}\` | ${level} | ${remedy.replaceAll("|", "\\|")} |`);
  });

  it("lists every column", () => {
    const text = read("docs/dataset.md");
    for (const { file, columns } of TABLES) {
      const section = text.slice(text.indexOf(`## ${file}`)).split("\n## ")[0] ?? "";
      for (const { name, description } of columns) expect(section).toMatch(rowOf(name, description));
    }
  });

  it("names every format, layout, projection, path mode and kind of edge", () => {
    for (const { id, extension } of FORMATS) {
      expect(read("docs/formats.md")).toContain(`\`${id}\``);
      expect(read("docs/formats.md")).toContain(`.${extension.replace(/^\./, "")}`);
    }
    const methods = read("docs/methods.md");
    for (const { label } of LAYOUTS) expect(methods).toContain(`*${label}*`);
    for (const { id } of PROJECTIONS) expect(methods).toContain(`**${id}**`);
    for (const mode of PATH_MODES) expect(methods).toContain(`\`${mode}\``);
    for (const via of PATH_VIAS) expect(read("README.md")).toContain(via);
  });

  it("links only to files that are there", () => {
    const pages = [
      "README.md",
      "CONTRIBUTING.md",
      ...readdirSync(path.join(ROOT, "docs"))
        .filter((name) => name.endsWith(".md"))
        .map((name) => `docs/${name}`),
    ];
    for (const page of pages)
      for (const [, target = ""] of read(page).matchAll(/\]\(([^)#]+)[^)]*\)/g))
        if (!/^https?:/.test(target))
          expect(existsSync(path.join(ROOT, path.dirname(page), target)), `${page} → ${target}`).toBe(true);
  });
});

/** The `npx stancegraph …` lines of the shell blocks of README and guide, in order. */
const commands = ["README.md", "docs/guide.md"]
  .flatMap((page) => [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)])
  .flatMap(([, block = ""]) => block.split("\n"))
  .filter((line) => line.startsWith("npx stancegraph "))
  .map((line) => line.replace(/\s+#.*$/, ""));

const words = (line: string): string[] =>
  (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', "")).slice(2);

describe("the commands of README and guide", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "readme-"));
    mkdirSync(path.join(folder, "my-texts"));
    writeFileSync(
      path.join(folder, "my-texts/speech.txt"),
      "A heading\n\nWe shall plant trees, said the mayor.\n",
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const program = path.join(ROOT, "bin/stancegraph.js");

  /** What a reader does between `init` and `locate`: a first coded statement with its quote. */
  const fillIn = (): void => {
    const put = (name: string, row: Record<string, string>, further: readonly string[] = []) => {
      const file = path.join(folder, "my-topic", name);
      const columns = [...(readFileSync(file, "utf8").trim().split(",") as string[]), ...further];
      writeFileSync(file, `${columns.join(",")}\n${columns.map((column) => row[column] ?? "").join(",")}\n`);
    };
    put("actors.csv", { id: "mayor", label: "The mayor" });
    put("issues.csv", { id: "trees", label: "Trees are planted" });
    put("sources.csv", { id: "speech", title: "A speech" });
    put(
      "statements.csv",
      {
        id: "s1",
        source: "speech",
        actor: "mayor",
        issue: "trees",
        polarity: "support",
        summary: "Promises new trees.",
        quote: '"We shall plant trees"',
      },
      ["quote"],
    );
  };

  it("are there", () => expect(commands.length).toBeGreaterThan(8));

  it.each(commands)("%s", async (line) => {
    const args = words(line);
    if (args[0] === "locate") fillIn();
    if (args[0] === "serve") {
      const child = spawn(process.execPath, [program, ...args, "--port", "0"], { cwd: folder });
      const address = await new Promise<string>((resolve, reject) => {
        child.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
        child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
      });
      expect((await fetch(`${address}readyz`)).status).toBe(200);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      return;
    }
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
    expect(status, stderr).toBe(0);
    const output = args.indexOf("-o");
    if (output >= 0)
      expect(readFileSync(path.join(folder, args[output + 1] as string)).length).toBeGreaterThan(100);
  });
});
