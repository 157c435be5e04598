/** The sentence of a whole path: how many steps, through whom, and what the agreement means in words. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import { counted } from "../../model/counted.ts";
import type { Agreement } from "../../model/path.ts";
import { listed, nodeName } from "../naming/names.ts";

export interface PathOutline {
  readonly nodes: readonly number[];
  readonly agreement: Agreement | null;
  readonly conditional: boolean;
  readonly directed: boolean;
}

/** The lead before the sentences of the hops. */
export function pathSentence(index: StatementIndex, outline: PathOutline): string {
  const { nodes } = outline;
  const from = nodes[0] as number;
  const to = nodes[nodes.length - 1] as number;
  const [start, end] = [nodeName(index, from), nodeName(index, to)];
  const steps = nodes.length - 1;
  if (steps === 0) return `${start} is both ends of this question: no step is needed.`;
  const link = outline.directed ? `${start} is connected to ${end}` : `${start} and ${end} are connected`;
  const way =
    steps === 1
      ? "directly, in 1 step"
      : `in ${counted(steps, "step")} through ${listed(nodes.slice(1, -1).map((node) => nodeName(index, node)))}`;
  const condition = outline.conditional ? "; at least one statement has a condition" : "";
  return `${link} ${way}; ${agreementWords(index, from, to, outline.agreement)}${condition}.`;
}

function agreementWords(
  index: StatementIndex,
  from: number,
  to: number,
  agreement: Agreement | null,
): string {
  if (agreement === "mixed")
    return "at least one step has statements for and against, so no common side follows";
  if (agreement === null)
    return "at least one step takes no side, so neither agreement nor disagreement follows";
  const [fromActor, toActor] = [from < index.actorCount, to < index.actorCount];
  if (fromActor === toActor) {
    return agreement === "aligned"
      ? "as coded, the signs of the steps put both on the same side"
      : "as coded, the signs of the steps put them on opposite sides";
  }
  const [actor, issue] = fromActor ? [from, to] : [to, from];
  const side = agreement === "aligned" ? "on the side of" : "on the side against";
  return `as coded, the signs of the steps put ${nodeName(index, actor)} ${side} ${nodeName(index, issue)}`;
}
