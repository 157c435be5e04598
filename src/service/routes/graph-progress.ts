/** How far the layout of a picture is that somebody waits for. */

import { formatView, parseView, VIEW_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { graphProgressSchema } from "../schemas/graph.ts";
import { graphRoute } from "./graph.ts";

export const graphProgressRoute = datasetRoute({
  id: "getGraphProgress",
  path: "/graph/progress",
  summary: "How much of the layout of the view's picture is done",
  description:
    "Null where the picture is not being laid out: it is there, nobody has asked for it, it waits for its turn, or its layout takes no time.",
  parameters: VIEW_PARAMETERS,
  responses: jsonOf(graphProgressSchema),
  errors: ["unknown-node"],
  answer({ parameters, dataset, services }) {
    const nameOf = (view: ReturnType<typeof viewOf>): string => formatView(dataset.resolve(view));
    const asked = nameOf(viewOf(parameters));
    const layout = services.work?.layouts.find(
      ({ job }) =>
        job.route === graphRoute.id &&
        job.datasets[0] === dataset.dataset.id &&
        nameOf(parseView(job.pairs)) === asked,
    );
    return { kind: "json", body: () => ({ share: layout?.share ?? null }) };
  },
});
