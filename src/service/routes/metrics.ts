/** What the server counts, for Prometheus. */

import { HttpFault } from "../errors.ts";
import { serverRoute } from "../route.ts";

export const metricsRoute = serverRoute({
  id: "metrics",
  path: "/metrics",
  summary: "What the server counts, in the text format of Prometheus",
  description:
    "Given to askers on the server's own machine only, and to none behind a proxy: a collector runs beside the server.",
  parameters: {},
  responses: { "text/plain": { schema: null } },
  errors: ["metrics-withheld"],
  answer({ services, isLocal }) {
    if (!isLocal)
      throw new HttpFault(
        "metrics-withheld",
        "What the server counts is shown on its own machine only",
        "Ask from the machine that the server runs on, not through a proxy.",
      );
    const { metrics, release, catalogue, work } = services;
    return {
      kind: "text",
      mediaType: "text/plain; version=0.0.4; charset=utf-8",
      body: () => metrics?.text(release, catalogue, work) ?? "",
    };
  },
});
