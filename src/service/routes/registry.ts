/** The routes there are, in the order of the documentation. A new one is one file and one line here. */

import type { Route } from "../route.ts";
import { actorRoute, actorsRoute } from "./actors.ts";
import { analysesRoute, analysisRoute } from "./analysis.ts";
import { datasetRouteItself, datasetsRoute } from "./datasets.ts";
import { docsRoutes } from "./docs.ts";
import { expansionRoute } from "./expansion.ts";
import { exportRoute } from "./export.ts";
import { graphRoute } from "./graph.ts";
import { graphProgressRoute } from "./graph-progress.ts";
import { healthRoute, readyRoute } from "./health.ts";
import { issueRoute, issuesRoute } from "./issues.ts";
import { metricsRoute } from "./metrics.ts";
import { networkEvidenceRoute } from "./network-evidence.ts";
import { networkValuesRoute, networkVariablesRoute } from "./network-variables.ts";
import { networksRoute } from "./networks.ts";
import { packageRoute } from "./package.ts";
import { passageRoute } from "./passages.ts";
import { pathsRoute } from "./paths.ts";
import { sourceRoute, sourcesRoute } from "./sources.ts";
import { statementRoute, statementsRoute } from "./statements.ts";

export const ROUTES: readonly Route[] = [
  healthRoute,
  readyRoute,
  metricsRoute,
  ...docsRoutes(() => ROUTES),
  datasetsRoute,
  datasetRouteItself,
  graphRoute,
  graphProgressRoute,
  expansionRoute,
  actorsRoute,
  actorRoute,
  issuesRoute,
  issueRoute,
  sourcesRoute,
  sourceRoute,
  statementsRoute,
  statementRoute,
  passageRoute,
  pathsRoute,
  networksRoute,
  networkVariablesRoute,
  networkValuesRoute,
  networkEvidenceRoute,
  analysesRoute,
  analysisRoute,
  exportRoute,
  packageRoute,
];
