/** Actors under a view. */

import { formatView, VIEW_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { actorDetail, listActors } from "../../view/records/actor-record.ts";
import { actorTexts, searchItems } from "../../view/records/search.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { actorDetailSchema, actorPageSchema } from "../schemas/records.ts";
import { recordEffort } from "../work/effort.ts";
import { findActor } from "./find-record.ts";
import { asIs, LIST_PARAMETERS, listQuestion, listReply } from "./parameters.ts";

export const actorsRoute = datasetRoute({
  id: "listActors",
  path: "/actors",
  summary: "Actors with their counts of positions under the view",
  description:
    "All stakeholders (all actors with actors=all). `actor` and `kind` choose actors; any other filter leaves out actors without a shown statement.",
  parameters: LIST_PARAMETERS,
  responses: jsonOf(actorPageSchema),
  errors: ["unknown-node"],
  answer({ parameters: { q, limit, cursor, ...rest }, dataset }) {
    const view = dataset.resolve(viewOf(rest));
    return listReply(
      { question: listQuestion("actors", view, q), effort: recordEffort(dataset), limit, cursor },
      () => searchItems(listActors(dataset.lookups, dataset.shown(view)), q ?? "", actorTexts),
      asIs,
    );
  },
});

export const actorRoute = datasetRoute({
  id: "getActor",
  path: "/actors/:id",
  summary: "One actor with its statements, neighbours, allies and opponents under the view",
  description: "Under a roll-up, the actor that stands for it.",
  pathParameters: { id: "An actor, by id, node key or name." },
  parameters: VIEW_PARAMETERS,
  responses: jsonOf(actorDetailSchema),
  errors: ["unknown-node"],
  answer({ parameters, path, dataset }) {
    const view = dataset.resolve(viewOf(parameters));
    const actor = findActor(dataset, path["id"] ?? "");
    return {
      kind: "json",
      effort: recordEffort(dataset),
      pace: "quick",
      key: JSON.stringify([actor.id, formatView(view)]),
      body: () => actorDetail(dataset.lookups, dataset.shown(view), actor),
    };
  },
});
