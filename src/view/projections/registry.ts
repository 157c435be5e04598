/** The projections there are; the first is the default. */

import type { Projection } from "../../model/view.ts";
import { agreementProjection } from "./agreement.ts";
import { bundledProjection } from "./bundled.ts";
import type { ProjectionMethod } from "./projection.ts";
import { statementsProjection } from "./statements.ts";

export const PROJECTIONS: readonly ProjectionMethod[] = [
  bundledProjection,
  statementsProjection,
  agreementProjection,
];

export function projectionMethod(id: Projection): ProjectionMethod {
  const method = PROJECTIONS.find((candidate) => candidate.id === id);
  if (!method) throw new Error(`unknown projection ${id}`);
  return method;
}
