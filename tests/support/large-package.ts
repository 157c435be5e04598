/** A generated dataset of any size, made into a package by the built program. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./require.ts";

export interface LargeSize {
  readonly actors: number;
  readonly issues: number;
  /** Different pairs of an actor and an issue, at least one for each of both; each has one statement. */
  readonly pairs: number;
}

export interface LargePackage {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Makes the package; the same size gives the same statements. Some actors speak far more often than others. */
export async function largePackage({ actors, issues, pairs }: LargeSize): Promise<LargePackage> {
  let state = 1;
  /** A whole number below a bound (Park and Miller). */
  const below = (bound: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * bound);
  };
  const taken = new Set<number>();
  const rows = ["id,actor,issue,polarity,date"];
  const add = (actor: number, issue: number) => {
    const pair = actor * issues + issue;
    if (taken.has(pair)) return;
    taken.add(pair);
    const day = `${2000 + below(20)}-0${1 + below(9)}-1${below(10)}`;
    rows.push(
      `s${taken.size},Actor ${actor},Issue ${issue},${["support", "oppose", "neutral"][below(3)]},${day}`,
    );
  };
  for (let at = 0; at < Math.max(actors, issues); at++) add(at % actors, at % issues);
  while (taken.size < pairs) add(below(below(actors) + 1), below(issues));
  const root = await mkdtemp(path.join(os.tmpdir(), "large-"));
  const table = path.join(root, "large.csv");
  const folder = path.join(root, "large");
  await writeFile(table, `${rows.join("\n")}\n`);
  await promisify(execFile)(process.execPath, [
    path.join(ROOT, "bin/stancegraph.js"),
    "import",
    table,
    "--to",
    folder,
  ]);
  return { folder, remove: () => rm(root, { recursive: true, force: true }) };
}
