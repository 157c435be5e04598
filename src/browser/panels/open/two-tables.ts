/** Two tables given together that are no dataset: one has the statements, the other may say when they were made. */

import type { GivenFile, Outcome } from "../../engine/protocol.ts";
import type { GivenDates } from "./dates-form.tsx";
import { openData } from "./engine.ts";
import { isTableName } from "./given.ts";
import { statementsOf } from "./guess.ts";

/** The table of statements, to be asked about, and the other beside it. */
interface TwoTables {
  readonly outcome: Outcome;
  readonly files: readonly GivenFile[];
  readonly beside: GivenDates;
}

/**
 * Looks at both tables where `outcome` is a refusal of several files; null where they are anything else.
 * @throws HostError where the program fails
 */
export async function openTwoTables(
  given: readonly GivenFile[],
  outcome: Outcome,
): Promise<TwoTables | null> {
  if (outcome.kind !== "refused" || outcome.problems[0]?.code !== "several-files") return null;
  const tables = given.filter(({ path }) => isTableName(path));
  const [one, other] = tables;
  if (!one || !other || tables.length > 2) return null;
  const first = await openData([one], null, () => {});
  const second = await openData([other], null, () => {});
  if (first.kind !== "table" || second.kind !== "table") return null;
  const at = statementsOf([first.preview, second.preview]);
  if (at === null) return null;
  return at === 0
    ? { outcome: first, files: [one], beside: { file: other, preview: second.preview } }
    : { outcome: second, files: [other], beside: { file: one, preview: first.preview } };
}
