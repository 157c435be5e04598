/** Issues under a view. */

import { formatView, VIEW_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { issueDetail, listIssues } from "../../view/records/issue-record.ts";
import { issueTexts, searchItems } from "../../view/records/search.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { issueDetailSchema, issuePageSchema } from "../schemas/records.ts";
import { recordEffort } from "../work/effort.ts";
import { findIssue } from "./find-record.ts";
import { asIs, LIST_PARAMETERS, listQuestion, listReply } from "./parameters.ts";

export const issuesRoute = datasetRoute({
  id: "listIssues",
  path: "/issues",
  summary: "Issues with the counts of positions on them under the view",
  description:
    "`issue` chooses issues with all below them; any other filter leaves out issues without a shown statement.",
  parameters: LIST_PARAMETERS,
  responses: jsonOf(issuePageSchema),
  errors: ["unknown-node"],
  answer({ parameters: { q, limit, cursor, ...rest }, dataset }) {
    const view = dataset.resolve(viewOf(rest));
    return listReply(
      { question: listQuestion("issues", view, q), effort: recordEffort(dataset), limit, cursor },
      () => searchItems(listIssues(dataset.lookups, dataset.shown(view)), q ?? "", issueTexts),
      asIs,
    );
  },
});

export const issueRoute = datasetRoute({
  id: "getIssue",
  path: "/issues/:id",
  summary: "One issue with the statements on it and who takes a position, under the view",
  pathParameters: { id: "An issue, by id, node key or name." },
  parameters: VIEW_PARAMETERS,
  responses: jsonOf(issueDetailSchema),
  errors: ["unknown-node"],
  answer({ parameters, path, dataset }) {
    const view = dataset.resolve(viewOf(parameters));
    const issue = findIssue(dataset, path["id"] ?? "");
    return {
      kind: "json",
      effort: recordEffort(dataset),
      pace: "quick",
      key: JSON.stringify([issue.id, formatView(view)]),
      body: () => issueDetail(dataset.lookups, dataset.shown(view), issue),
    };
  },
});
