/** Whether the server lives, and whether it can answer. */

import { HttpFault } from "../errors.ts";
import { jsonOf, serverRoute } from "../route.ts";
import { stateSchema } from "../schemas/datasets.ts";

export const healthRoute = serverRoute({
  id: "health",
  path: "/healthz",
  summary: "Answers as long as the server runs",
  parameters: {},
  responses: jsonOf(stateSchema),
  answer: ({ services }) => ({
    kind: "json",
    body: () => ({
      status: services.catalogue.ready ? "ok" : "loading",
      datasets: services.catalogue.all.length,
    }),
  }),
});

export const readyRoute = serverRoute({
  id: "ready",
  path: "/readyz",
  summary: "Answers once every dataset is loaded",
  parameters: {},
  responses: jsonOf(stateSchema),
  errors: ["not-ready"],
  answer({ services }) {
    if (!services.catalogue.ready)
      throw new HttpFault("not-ready", "The datasets are being loaded", "Try again in a moment.", {
        headers: { "Retry-After": "1" },
      });
    return { kind: "json", body: () => ({ status: "ok", datasets: services.catalogue.all.length }) };
  },
});
