/**
 * What a test needs beyond the repository: a corpus, a browser, xmllint. Where it is missing the test is skipped with one
 * clear line, unless `STANCEGRAPH_REQUIRE` names it: then its absence is a failure.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");
const SHARED = path.resolve(ROOT, "../shared");

const allOnPath = (command: string): readonly string[] => {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).filter((file) => existsSync(file));
};

const onPath = (command: string): string | null => allOnPath(command)[0] ?? null;

const FINDERS = {
  /** The folder of the five source texts. */
  corpus: () => (existsSync(path.join(SHARED, "corpus")) ? path.join(SHARED, "corpus") : null),
  /** The code book's folder. */
  codebook: () => (existsSync(path.join(SHARED, "codebook")) ? path.join(SHARED, "codebook") : null),
  /** The folder of test data: DNA's sample database and its results, large tables of statements. */
  data: () => (existsSync(path.join(SHARED, "data")) ? path.join(SHARED, "data") : null),
  /** The folder of format schemas. */
  schemas: () => (existsSync(path.join(SHARED, "schemas")) ? path.join(SHARED, "schemas") : null),
  /** The executable of a Chromium. */
  browser: () => process.env["CHROMIUM_PATH"] ?? onPath("chromium") ?? onPath("chromium-browser"),
  /** The validator of XML; answers its version when it runs. */
  xmllint: () => (spawnSync("xmllint", ["--version"]).status === 0 ? "xmllint" : null),
  /** A Python that has NetworkX, to compare centralities and modularity with. */
  peers: () =>
    allOnPath("python3").find((python) => spawnSync(python, ["-c", "import networkx"]).status === 0) ?? null,
} as const;

export type Requirement = keyof typeof FINDERS;

const required = new Set((process.env["STANCEGRAPH_REQUIRE"] ?? "").split(",").filter(Boolean));
const said = new Set<string>();

/**
 * Where a requirement is found, or null after saying so once. Use: `const corpus = requires("corpus");
 * describe.skipIf(!corpus)(…)`. Throws when it is missing but demanded by `STANCEGRAPH_REQUIRE`
 * (`corpus` there also demands `codebook` and `data`, and `xmllint` also `schemas`).
 */
export function requires(name: Requirement): string | null {
  const found = FINDERS[name]();
  if (found) return found;
  const parent = name === "codebook" || name === "data" ? "corpus" : name === "schemas" ? "xmllint" : name;
  if (required.has(parent)) throw new Error(`STANCEGRAPH_REQUIRE names ${parent}, but ${name} is not here`);
  if (!said.has(name)) console.warn(`skipped: tests that need ${name}, which is not here`);
  said.add(name);
  return null;
}
