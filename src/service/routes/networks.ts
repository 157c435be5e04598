/** Networks computed from statements. */

import { z } from "zod";
import { computeNetwork, type NetworkLimits } from "../../analysis/networks/compute-network.ts";
import { resultJson } from "../../analysis/networks/result.ts";
import { NETWORK_FORMAT_IDS, NETWORK_FORMATS, networkFormat } from "../../formats/network/registry.ts";
import { formatView } from "../../view/grammar.ts";
import { NETWORK_PARAMETERS, networkRequest } from "../../view/network-grammar.ts";
import { limited } from "../../view/parameters.ts";
import { PAGE_LIMITS } from "../../view/records/paging.ts";
import type { ErrorCode } from "../errors.ts";
import { requestTable } from "../network-base.ts";
import { datasetRoute } from "../route.ts";
import { networkAnswerSchema } from "../schemas/analysis.ts";
import { networkEffort } from "../work/effort.ts";

/** Less than a command may ask for. */
export const LIMITS: NetworkLimits = { windows: 2000, cells: 4_000_000, visits: 20_000_000 };

/** What can be wrong with the settings of a network. */
export const NETWORK_ERRORS: readonly ErrorCode[] = [
  "unknown-node",
  "unknown-variable",
  "unknown-statement-type",
  "bad-network-setting",
  "setting-does-not-apply",
  "bad-qualifier",
  "bad-date",
  "network-too-large",
  "time-budget",
];

const PARAMETERS = {
  ...NETWORK_PARAMETERS,
  format: z.enum(NETWORK_FORMAT_IDS).optional().describe("What is sent (default json)."),
  limit: limited(PAGE_LIMITS.most).optional().describe("Events of an event list at most, the first ones."),
} as const;

export const networksRoute = datasetRoute({
  id: "getNetwork",
  path: "/networks",
  summary: "A network computed from statements: two-mode, one-mode, by time windows, or the list of events",
  description:
    "The settings of `stancegraph network`. A dataset made of a DNA database has that database's variables.",
  parameters: PARAMETERS,
  responses: {
    "application/json": { schema: networkAnswerSchema },
    ...Object.fromEntries(
      NETWORK_FORMATS.filter(({ id }) => id !== "json").map(({ mediaType }) => [mediaType, { schema: null }]),
    ),
  },
  errors: [...NETWORK_ERRORS, "format-does-not-apply"],
  cost: 5,
  answer({ parameters: { format: id = "json", limit, ...rest }, dataset, services, checkpoint }) {
    const request = networkRequest(rest);
    const view = dataset.resolve(request.view);
    const limits = { ...LIMITS, checkpoint, ...(limit === undefined ? {} : { events: limit }) };
    const compute = () => {
      const table = requestTable(dataset, { ...request, view });
      return { table, result: computeNetwork(table, request.question, limits) };
    };
    const key = JSON.stringify([id, limit, request.question, request.statementType, formatView(view)]);
    const format = networkFormat(id);
    const { window = "no", kernel = "no" } = request.question;
    const effort = networkEffort(dataset, window !== "no" || kernel !== "no");
    if (id === "json" || !format)
      return { kind: "json", key, effort, body: () => resultJson(compute().result) };
    const day = new Date(services.now()).toISOString().slice(0, 10);
    const { id: name, version, metadata } = dataset.dataset;
    return {
      kind: "file",
      key: `${key} ${day}`,
      effort,
      mediaType: format.mediaType,
      fileName: `${name}-network.${format.extension}`,
      chunks: () =>
        format.write({
          ...compute(),
          title: metadata.title,
          dataset: name,
          version,
          day,
          onNotice: () => {},
        }),
    };
  },
});
