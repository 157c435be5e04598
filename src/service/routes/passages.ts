/** The passage behind a statement. */

import { datasetRoute, jsonOf } from "../route.ts";
import { passageSchema } from "../schemas/datasets.ts";
import { findStatement } from "./find-record.ts";

export const passageRoute = datasetRoute({
  id: "getPassage",
  path: "/passages/:statementId",
  summary: "The passage of a statement in its context, or where it is to be found and why it is not shown",
  description:
    "Texts in the package itself are shown to everybody; those that the server was given, only when it listens on loopback or shares them expressly.",
  pathParameters: { statementId: "A statement's id." },
  parameters: {},
  responses: jsonOf(passageSchema),
  errors: ["unknown-record"],
  answer({ path, dataset, principal, services }) {
    const statement = findStatement(dataset, path["statementId"] ?? "", "statementId");
    return {
      kind: "json",
      body: () => services.passages.read(dataset, statement, principal.passagesWithheld),
    };
  },
});
