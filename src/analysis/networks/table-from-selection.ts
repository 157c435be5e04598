/** The statement table of chosen statements of an index, each with the actors that stand for its own after roll-up. */

import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Statement } from "../../model/dataset.ts";
import { type ActorId, parseNodeKey } from "../../model/id.ts";
import type { StatementTable } from "./table.ts";
import { tableFromDataset } from "./table-from-dataset.ts";

/** Statement number n of the table is `statements[n]` of the index. */
export function tableFromSelection(
  { dataset, nodes }: StatementIndex,
  statements: Int32Array,
  adjacency: Adjacency,
): StatementTable {
  const ids = nodes.map((key) => (parseNodeKey(key)?.id ?? null) as ActorId | null);
  const idOf = (node: number | undefined): ActorId | null => ids[node ?? -1] ?? null;
  return tableFromDataset(
    dataset,
    Array.from(statements, (at): Statement => {
      const statement = dataset.statements[at] as Statement;
      const actor = idOf(adjacency.from[at]) ?? statement.actor;
      const target = statement.target === null ? null : idOf(adjacency.to[at]);
      return actor === statement.actor && target === statement.target
        ? statement
        : { ...statement, actor, target };
    }),
  );
}
