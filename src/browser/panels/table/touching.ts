/** Which statements touch what is selected on the map. Pure. */

import type { StatementRecord } from "../../../model/api.ts";
import { type Selection, selectedNodes } from "../../state/selection.ts";

type Ends = Pick<StatementRecord, "actor" | "issue" | "target">;

/** Keys of the two nodes that a statement links. */
const endsOf = ({ actor, issue, target }: Ends): readonly string[] => [
  `actor:${actor.id}`,
  ...(issue ? [`issue:${issue.id}`] : []),
  ...(target ? [`actor:${target.id}`] : []),
];

/** True for statements of or about one of the nodes selected, or between the two of a pair; null where no node is selected. */
export function touching(selection: Selection | null): ((statement: Ends) => boolean) | null {
  if (selection?.type === "pair")
    return (statement) => {
      const ends = endsOf(statement);
      return ends.includes(selection.from) && ends.includes(selection.to);
    };
  const keys = new Set(selectedNodes(selection));
  return keys.size === 0 ? null : (statement) => endsOf(statement).some((key) => keys.has(key));
}
