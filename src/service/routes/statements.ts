/** Statements: those a view shows, and any one by its id. */

import { z } from "zod";
import type { NodeKey } from "../../model/id.ts";
import type { View } from "../../model/view.ts";
import { viewOf } from "../../view/grammar.ts";
import { statementsOfEdge } from "../../view/records/edge-statements.ts";
import { listed, statementsQuestion } from "../../view/records/evidence.ts";
import { searchStatements } from "../../view/records/search.ts";
import { statementsAt } from "../../view/records/shown.ts";
import { statementRecord } from "../../view/records/statement-record.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { statementPageSchema, statementSchema } from "../schemas/records.ts";
import type { ServedDataset } from "../served-dataset.ts";
import { recordEffort } from "../work/effort.ts";
import { findStatement, unknownRecord } from "./find-record.ts";
import { LIST_PARAMETERS, listReply } from "./parameters.ts";

const PARAMETERS = {
  ...LIST_PARAMETERS,
  edge: z
    .string()
    .min(1)
    .optional()
    .describe("Only the statements behind this edge of the view's picture, by its key in `/graph`."),
  node: z
    .string()
    .min(1)
    .optional()
    .describe("Only statements of which this actor or issue is an end, as holder or target, after roll-up."),
} as const;

/** The node that stands for one named, under the view. @throws Fault `unknown-node` or `ambiguous-name` */
function nodeOf({ index, names }: ServedDataset, view: View, name: string): number {
  const coded = index.nodeByKey.get(names.resolveNode(name, { parameter: "node" })) as number;
  return index.adjacency(view.rollup).standsFor[coded] as number;
}

/** The statements behind an edge. @throws Fault `unknown-record` */
function behindEdge({ index }: ServedDataset, view: View, key: string): Int32Array {
  const numbers = statementsOfEdge(index, view, key);
  if (numbers) return numbers;
  throw unknownRecord("edge", key, "edge", [], "Take the key of an edge of /graph with the same view.");
}

export const statementsRoute = datasetRoute({
  id: "listStatements",
  path: "/statements",
  summary: "The statements that the view shows, in dataset order",
  parameters: PARAMETERS,
  responses: jsonOf(statementPageSchema),
  errors: ["unknown-node", "unknown-record", "time-budget"],
  answer({ parameters: { q = "", limit, cursor, edge, node: name, ...rest }, dataset, checkpoint }) {
    const view = dataset.resolve(viewOf(rest));
    const node = name === undefined ? null : nodeOf(dataset, view, name);
    const key = node === null ? "" : (dataset.index.nodes[node] as NodeKey);
    return listReply(
      {
        question: statementsQuestion({ view }, { q, node: key, ...(edge === undefined ? {} : { edge }) }),
        // For an edge, drafts of all are made.
        effort: recordEffort(dataset, q !== "") * (edge === undefined ? 1 : 10),
        limit,
        cursor,
      },
      () => {
        const statements =
          edge === undefined ? dataset.shown(view).statements : behindEdge(dataset, view, edge);
        const adjacency = dataset.index.adjacency(view.rollup);
        const numbers = node === null ? statements : statementsAt({ adjacency, statements }, node);
        return listed(dataset.lookups, searchStatements(dataset.lookups, numbers, q, checkpoint));
      },
      (statement) => statementRecord(dataset.lookups, statement),
    );
  },
});

export const statementRoute = datasetRoute({
  id: "getStatement",
  path: "/statements/:id",
  summary: "One statement, whatever the view",
  pathParameters: { id: "A statement's id." },
  parameters: {},
  responses: jsonOf(statementSchema),
  errors: ["unknown-record"],
  answer({ path, dataset }) {
    const statement = findStatement(dataset, path["id"] ?? "");
    return { kind: "json", key: statement.id, body: () => statementRecord(dataset.lookups, statement) };
  },
});
