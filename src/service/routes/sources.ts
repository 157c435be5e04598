/** Sources under a view. */

import { formatView, VIEW_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { searchItems, sourceTexts } from "../../view/records/search.ts";
import { listSources, sourceDetail } from "../../view/records/source-record.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { sourceDetailSchema, sourcePageSchema } from "../schemas/records.ts";
import { recordEffort } from "../work/effort.ts";
import { findSource } from "./find-record.ts";
import { asIs, LIST_PARAMETERS, listQuestion, listReply } from "./parameters.ts";

export const sourcesRoute = datasetRoute({
  id: "listSources",
  path: "/sources",
  summary: "Sources with their number of statements under the view",
  description: "`source` chooses sources; any other filter leaves out sources without a shown statement.",
  parameters: LIST_PARAMETERS,
  responses: jsonOf(sourcePageSchema),
  errors: ["unknown-node"],
  answer({ parameters: { q, limit, cursor, ...rest }, dataset }) {
    const view = dataset.resolve(viewOf(rest));
    return listReply(
      { question: listQuestion("sources", view, q), effort: recordEffort(dataset), limit, cursor },
      () => searchItems(listSources(dataset.lookups, dataset.shown(view)), q ?? "", sourceTexts),
      asIs,
    );
  },
});

export const sourceRoute = datasetRoute({
  id: "getSource",
  path: "/sources/:id",
  summary: "One source with its statements under the view",
  pathParameters: { id: "A source, by id or title." },
  parameters: VIEW_PARAMETERS,
  responses: jsonOf(sourceDetailSchema),
  errors: ["unknown-record", "unknown-node"],
  answer({ parameters, path, dataset }) {
    const view = dataset.resolve(viewOf(parameters));
    const source = findSource(dataset, path["id"] ?? "");
    return {
      kind: "json",
      effort: recordEffort(dataset),
      pace: "quick",
      key: JSON.stringify([source.id, formatView(view)]),
      body: () => sourceDetail(dataset.lookups, dataset.shown(view), source),
    };
  },
});
