/** The panels there are: one file and one line each. The shell finds them by id (`path`, `export`, `about`, and the tabs) or by selection. */

import { lazy } from "react";
import type { Panel } from "./panel.ts";

export const PANELS: readonly Panel[] = [
  {
    id: "node-details",
    label: "Details",
    region: "details",
    accepts: (selection) => selection.type === "node",
    component: lazy(() => import("./node-details.tsx").then((m) => ({ default: m.NodeDetails }))),
  },
  {
    id: "several-details",
    label: "Details",
    region: "details",
    accepts: (selection) => selection.type === "nodes",
    component: lazy(() => import("./several-details.tsx").then((m) => ({ default: m.SeveralDetails }))),
  },
  {
    id: "edge-details",
    label: "Details",
    region: "details",
    accepts: (selection) => selection.type === "edge",
    component: lazy(() => import("./edge-details.tsx").then((m) => ({ default: m.EdgeDetails }))),
  },
  {
    id: "statement-details",
    label: "Details",
    region: "details",
    accepts: (selection) => selection.type === "statement",
    component: lazy(() => import("./statement-details.tsx").then((m) => ({ default: m.StatementDetails }))),
  },
  {
    id: "pair-details",
    label: "Details",
    region: "details",
    accepts: (selection) => selection.type === "pair",
    component: lazy(() => import("./pair-details.tsx").then((m) => ({ default: m.PairDetails }))),
  },
  {
    id: "path",
    label: "Find path",
    short: "Path",
    region: "left",
    component: lazy(() => import("./path-panel.tsx").then((m) => ({ default: m.PathPanel }))),
  },
  {
    id: "appearance",
    label: "Look",
    region: "left",
    component: lazy(() => import("./appearance-panel.tsx").then((m) => ({ default: m.AppearancePanel }))),
  },
  {
    id: "story",
    label: "Story",
    region: "left",
    component: lazy(() => import("./story-panel.tsx").then((m) => ({ default: m.StoryPanel }))),
  },
  {
    id: "changes",
    label: "Changes",
    region: "left",
    quiet: true,
    component: lazy(() => import("./changes-panel.tsx").then((m) => ({ default: m.ChangesPanel }))),
  },
  {
    id: "time",
    label: "Time",
    region: "dock",
    component: lazy(() => import("./time-panel.tsx").then((m) => ({ default: m.TimePanel }))),
  },
  {
    id: "compare",
    label: "Compare",
    region: "tab",
    component: lazy(() => import("./compare-tab.tsx").then((m) => ({ default: m.CompareTab }))),
  },
  {
    id: "matrix",
    label: "Matrix",
    region: "tab",
    component: lazy(() => import("./matrix-tab.tsx").then((m) => ({ default: m.MatrixTab }))),
  },
  {
    id: "table",
    label: "Table",
    region: "tab",
    component: lazy(() => import("./table-tab.tsx").then((m) => ({ default: m.TableTab }))),
  },
  {
    id: "networks",
    label: "Networks",
    region: "tab",
    component: lazy(() => import("./networks-tab.tsx").then((m) => ({ default: m.NetworksTab }))),
  },
  {
    id: "analysis",
    label: "Analysis",
    region: "tab",
    component: lazy(() => import("./analysis-tab.tsx").then((m) => ({ default: m.AnalysisTab }))),
  },
  {
    id: "export",
    label: "Export",
    region: "dialog",
    component: lazy(() => import("./export-menu.tsx").then((m) => ({ default: m.ExportMenu }))),
  },
  {
    id: "open",
    label: "Open your own data",
    region: "dialog",
    component: lazy(() => import("./open-panel.tsx").then((m) => ({ default: m.OpenPanel }))),
  },
  {
    id: "about",
    label: "About this data",
    region: "dialog",
    component: lazy(() => import("./about-dialog.tsx").then((m) => ({ default: m.AboutDialog }))),
  },
];

/** The panel with this id. */
export function panelById(id: string): Panel | undefined {
  return PANELS.find((panel) => panel.id === id);
}
