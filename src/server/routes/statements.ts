/** Statements: those a view shows, and any one by its id. */

import type { Statement } from "../../model/dataset.ts";
import { viewOf } from "../../view/grammar.ts";
import { searchItems, statementTexts } from "../../view/records/search.ts";
import { statementRecord } from "../../view/records/statement-record.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { statementPageSchema, statementSchema } from "../schemas/records.ts";
import { findStatement } from "./find-record.ts";
import { LIST_PARAMETERS, listReply } from "./parameters.ts";

export const statementsRoute = datasetRoute({
  id: "listStatements",
  path: "/statements",
  summary: "The statements that the view shows, in dataset order",
  parameters: LIST_PARAMETERS,
  responses: jsonOf(statementPageSchema),
  errors: ["unknown-node"],
  answer({ parameters: { q, limit, cursor, ...rest }, dataset }) {
    const view = dataset.resolve(viewOf(rest));
    // Whoever looks for a name finds what is coded under another name of the same actor.
    const aliases = ({ actor, target }: Statement) =>
      [actor, target].flatMap((id) =>
        id === null ? [] : (dataset.dataset.actorById.get(id)?.aliases ?? []),
      );
    const record = (statement: Statement) => statementRecord(dataset.lookups, statement);
    return listReply(
      { route: "statements", view, q, limit, cursor },
      () =>
        searchItems(dataset.statements(dataset.shown(view).statements), q ?? "", (statement) => [
          ...statementTexts(record(statement)),
          ...aliases(statement),
        ]),
      record,
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
