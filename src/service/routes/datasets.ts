/** Which datasets there are, and what one of them is. */

import type { DatasetSummary, Page } from "../../model/api.ts";
import { datasetDescription, datasetSummary } from "../../view/records/dataset-description.ts";
import { datasetRoute, jsonOf, serverRoute } from "../route.ts";
import { datasetDescriptionSchema, datasetListSchema } from "../schemas/datasets.ts";

export const datasetsRoute = serverRoute({
  id: "listDatasets",
  path: "/api/datasets",
  summary: "The datasets served; the first is meant by the short addresses",
  parameters: {},
  responses: jsonOf(datasetListSchema),
  answer: ({ services }) => ({
    kind: "json",
    body(): Page<DatasetSummary> {
      const items = services.catalogue.all.map(({ index }) => datasetSummary(index));
      return { items, total: items.length, nextCursor: null };
    },
  }),
});

export const datasetRouteItself = datasetRoute({
  id: "getDataset",
  path: "/dataset",
  longPaths: ["", "/dataset"],
  summary:
    "Title, version, counts, licence, method, sources, and problems of a newer version that could not be loaded",
  description: "Ask again with If-None-Match to learn of a change.",
  parameters: {},
  responses: jsonOf(datasetDescriptionSchema),
  answer: ({ dataset, principal, services }) => ({
    kind: "json",
    body: () =>
      datasetDescription(dataset.lookups, {
        passages: services.passages.status(dataset, principal.passagesWithheld),
        pendingProblems: services.catalogue.pendingProblems(dataset.dataset.id),
      }),
  }),
});
