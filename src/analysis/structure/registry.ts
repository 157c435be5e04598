/** The analyses there are, in the order in which they are listed. */

import { byCodeUnit } from "../../model/id.ts";
import { Fault } from "../../model/problem.ts";
import { alignmentAnalysis } from "./alignment.ts";
import type { Analysis } from "./analysis.ts";
import { backboneAnalysis } from "./backbone.ts";
import { balanceAnalysis } from "./balance.ts";
import { centralityAnalysis } from "./centrality.ts";
import { changeAnalysis } from "./change.ts";
import { clusteringsAnalysis } from "./clusterings.ts";
import { coalitionsAnalysis } from "./coalitions.ts";
import { communitiesAnalysis } from "./communities.ts";
import { conditionsAnalysis } from "./conditions.ts";
import { countsAnalysis } from "./counts.ts";
import { disagreementAnalysis } from "./disagreement.ts";
import { phasesAnalysis } from "./phases.ts";
import { polarisationAnalysis } from "./polarisation.ts";
import { reliabilityAnalysis } from "./reliability.ts";
import { timelineAnalysis } from "./timeline.ts";
import { valuesAnalysis } from "./values.ts";

export const ANALYSES: readonly Analysis[] = [
  countsAnalysis,
  valuesAnalysis,
  coalitionsAnalysis,
  alignmentAnalysis,
  conditionsAnalysis,
  disagreementAnalysis,
  changeAnalysis,
  timelineAnalysis,
  phasesAnalysis,
  centralityAnalysis,
  communitiesAnalysis,
  clusteringsAnalysis,
  balanceAnalysis,
  polarisationAnalysis,
  backboneAnalysis,
  reliabilityAnalysis,
];

/** An analysis by id or alias; throws a `Fault` (not-found, code `unknown-analysis`) that lists the ids. */
export function analysisNamed(name: string): Analysis {
  const found = ANALYSES.find(({ id, aliases }) => id === name || aliases.includes(name));
  if (found) return found;
  const known = ANALYSES.map(({ id }) => id).sort(byCodeUnit);
  throw new Fault({
    class: "not-found",
    code: "unknown-analysis",
    parameter: "name",
    message: `There is no analysis ${JSON.stringify(name)}`,
    remedy: `Analyses are: ${known.join(", ")}.`,
    details: { known },
  });
}
