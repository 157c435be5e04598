/**
 * The one store of the page. Components read it by selector (`useExplorer((s) => s.selection)`) and change it by its actions
 * only; `history.ts` writes every change of filter, selection, question or tab into the address, so that Back undoes it.
 */

import { create } from "zustand";
import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter, type Theme, type View } from "../../model/view.ts";
import type { Notice, Place, Tab } from "./address.ts";
import { NO_PATH } from "./chosen-path.ts";
import { DEFAULT_QUESTION, isComplete, type Question } from "./question.ts";
import { type Selection, sameSelection } from "./selection.ts";
import { NO_SETTINGS, type SettingName, type Settings } from "./settings.ts";

/** A path, or what a result stands for, marked on the map. `edges` are keys of the graph shown, `statements` ids; either may be empty. */
export interface Highlight {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly statements: readonly string[];
}

/** Which parts of the shell are open. */
interface OpenPanels {
  readonly left: boolean;
  readonly details: boolean;
  /** What the left column shows: `filters`, or the id of a panel of region `left`. */
  readonly leftPanel: string;
  /** Id of the panel of region `dock` that is open under the map, or null. */
  readonly dock: string | null;
  /** Id of the dialog panel that is open, or null. */
  readonly dialog: string | null;
}

/** How the last change is to be written into the address: a new entry, over the current one, or not at all. */
type Writing = "push" | "replace" | "none";

/** Several changes that are one step for the reader. */
export interface Step {
  readonly view?: View;
  readonly tab?: Tab;
  readonly selection?: Selection | null;
  readonly question?: Question;
  readonly settings?: Partial<Settings>;
  /** Panel of the left column to open. */
  readonly left?: string;
}

export interface ExplorerState extends Place {
  /** Broken parameters of the address on arrival. */
  readonly notices: readonly Notice[];
  /** The path form as it is being filled in; `question` is what was asked last. */
  readonly draft: Question;
  /** What is marked on the map, or null; of a path drawn from question and setting `path`. */
  readonly highlight: Highlight | null;
  readonly panels: OpenPanels;
  /** Small screens start with the best-evidenced nodes only; true shows all. */
  readonly showAll: boolean;
  /** True when the reader chose the theme, here or in the address; a theme of the system is not written there. */
  readonly ownTheme: boolean;
  /** True when the path form was opened and its next empty end is to get the focus. */
  readonly pathFocus: boolean;
  /** Node the camera is to move to; `at` makes the same wish twice a new one. */
  readonly flight: { readonly key: string; readonly at: number } | null;
  /** False while the address may hold names instead of ids; nothing is asked with such a view. */
  readonly resolved: boolean;
  readonly step: Writing;
}

export interface ExplorerActions {
  /** Changes members of the filter; a new entry in the history. */
  setFilter(change: Partial<Filter>): void;
  /** Changes members of the view (rollup, projection, ego, depth, expand, structure, layout, or the whole filter); a new entry in the history. */
  setView(change: Partial<View>): void;
  /** Arranges the map anew: no node stays where it was put by hand, and the camera shows everything; a new entry in the history. */
  setLayout(layout: string): void;
  /** Back to the default filter, ego and roll-up, nothing expanded; theme, layout and projection stay. */
  clearFilters(): void;
  /** Makes several changes at once: one entry in the history, one undo. A selection opens Details, a question its panel. */
  go(step: Step): void;
  /** Selects a node, an edge or a statement (opens Details), or nothing. */
  select(selection: Selection | null): void;
  /** Selects a node and moves the camera to it. */
  goTo(key: string): void;
  /** Shows the surroundings of a node, `depth` steps around it. */
  showEgo(key: string, depth?: number): void;
  setTab(tab: Tab): void;
  setTheme(theme: Theme): void;
  /** Keeps the text of a panel's setting; over the current entry of the history unless `step` says `push`. */
  setSetting(name: SettingName, text: string, step?: "push" | "replace"): void;
  /** Marks nodes and the edges with these statements on the map, and goes there. */
  showOnMap(nodes: readonly string[], statements: readonly string[]): void;
  /** Opens the path form, with some of it filled in. */
  openPath(change?: Partial<Question>): void;
  /** The path form has taken the focus. */
  tookPathFocus(): void;
  /** Changes the path form; not in the history. */
  editQuestion(change: Partial<Question>): void;
  /** Changes a filter of the question: at once of the one asked, a new entry in the history, as filters of the view are; else of the form. */
  filterQuestion(change: Partial<Question>): void;
  /** Asks the question in the form (with a last change); a new entry in the history. */
  ask(change?: Partial<Question>): void;
  /** Chooses the path to be marked on the map, as the setting `path` has it (chosen-path.ts); a new entry in the history. */
  choosePath(path: string): void;
  /** Draws a mark on the map, or takes it away; what is chosen stays. */
  mark(highlight: Highlight | null): void;
  /** Closes the path panel and forgets question and mark. */
  closePath(): void;
  setPanels(change: Partial<OpenPanels>): void;
  openDialog(id: string | null): void;
  setShowAll(showAll: boolean): void;
  dismissNotices(): void;
  /** Takes over what the address says (arrival, Back, Forward); `ownTheme` when it names a theme. */
  arrive(place: Place, notices: readonly Notice[], ownTheme?: boolean): void;
  /** Puts back a place that was left before (undo, redo); a new entry in the history. */
  putBack(place: Place): void;
  /** Puts ids where the address had names, and forgets what does not exist; no new entry. */
  settle(
    named: Pick<Place, "view" | "question" | "selection" | "settings">,
    notices: readonly Notice[],
  ): void;
  /** Goes to another dataset of the server, with the default view. */
  setDataset(id: string): void;
}

/** The left panel on arrival: that of a question or a story in the address, else the one that is open and does not belong to them. */
function leftPanelOf({ question, settings }: Place, open: string): string {
  const asks = question.from !== "" || question.to !== "";
  // A story is what its link was sent for, whatever question the scene on the screen asks.
  if (settings.story !== "" && !(asks && open === "path")) return "story";
  if (asks) return "path";
  return open === "path" ? "filters" : open;
}

/** The left column after a step that asks a path question, or takes one back. */
const leftFor = (
  question: Question,
  { left, leftPanel }: OpenPanels,
): Pick<OpenPanels, "left" | "leftPanel"> =>
  isComplete(question)
    ? { left: true, leftPanel: "path" }
    : { left, leftPanel: leftPanel === "path" ? "filters" : leftPanel };

/** The view with the default filter, ego and roll-up, nothing expanded. */
export const withoutFilters = (view: View): View => ({
  ...view,
  filter: DEFAULT_FILTER,
  ego: DEFAULT_VIEW.ego,
  depth: DEFAULT_VIEW.depth,
  expand: DEFAULT_VIEW.expand,
  rollup: DEFAULT_VIEW.rollup,
  structure: DEFAULT_VIEW.structure,
});

export const INITIAL_STATE: ExplorerState = {
  dataset: null,
  view: DEFAULT_VIEW,
  tab: "graph",
  selection: null,
  question: DEFAULT_QUESTION,
  settings: NO_SETTINGS,
  embed: false,
  draft: DEFAULT_QUESTION,
  highlight: null,
  notices: [],
  panels: { left: true, details: false, leftPanel: "filters", dock: "time", dialog: null },
  showAll: false,
  ownTheme: false,
  pathFocus: false,
  flight: null,
  resolved: false,
  step: "none",
};

export const useExplorer = create<ExplorerState & ExplorerActions>()((set) => ({
  ...INITIAL_STATE,
  setFilter: (change) =>
    set(({ view }) => ({ view: { ...view, filter: { ...view.filter, ...change } }, step: "push" })),
  setView: (change) => set(({ view }) => ({ view: { ...view, ...change }, step: "push" })),
  setLayout: (layout) =>
    set(({ view, settings }) => ({
      view: { ...view, layout },
      settings: { ...settings, pins: "", camera: "" },
      step: "push",
    })),
  clearFilters: () => set(({ view }) => ({ view: withoutFilters(view), step: "push" })),
  go: ({ settings, left, ...step }) =>
    set((state) => ({
      ...step,
      settings: { ...state.settings, ...(step.question ? { path: "" } : {}), ...settings },
      ...(step.question ? { draft: step.question, highlight: null } : {}),
      panels: {
        ...state.panels,
        ...(step.selection !== undefined ? { details: step.selection !== null } : {}),
        ...(step.question ? leftFor(step.question, state.panels) : {}),
        ...(left === undefined ? {} : { left: true, leftPanel: left }),
      },
      step: "push",
    })),
  select: (selection) =>
    set((state) =>
      sameSelection(state.selection, selection)
        ? { panels: { ...state.panels, details: selection !== null }, step: "none" }
        : { selection, panels: { ...state.panels, details: selection !== null }, step: "push" },
    ),
  goTo: (key) =>
    set((state) => ({
      selection: { type: "node", key },
      panels: { ...state.panels, details: true },
      flight: { key, at: (state.flight?.at ?? 0) + 1 },
      step: "push",
    })),
  showEgo: (key, depth = 1) =>
    set(({ view }) => ({ view: { ...view, ego: [key], depth, expand: DEFAULT_VIEW.expand }, step: "push" })),
  setTab: (tab) => set({ tab, step: "push" }),
  setTheme: (theme) => set(({ view }) => ({ view: { ...view, theme }, ownTheme: true, step: "replace" })),
  setSetting: (name, text, step = "replace") =>
    set(({ settings }) => ({ settings: { ...settings, [name]: text }, step })),
  showOnMap: (nodes, statements) =>
    set((state) => ({
      tab: "graph",
      selection: null,
      highlight: { nodes, edges: [], statements },
      // Else the path of a question that is still there would be marked in its place.
      settings: { ...state.settings, path: isComplete(state.question) ? NO_PATH : "" },
      panels: { ...state.panels, details: false },
      step: "push",
    })),
  openPath: (change = {}) =>
    set((state) => ({
      draft: { ...state.draft, ...change },
      panels: { ...state.panels, left: true, leftPanel: "path" },
      pathFocus: true,
      step: "none",
    })),
  tookPathFocus: () => set({ pathFocus: false, step: "none" }),
  editQuestion: (change) => set(({ draft }) => ({ draft: { ...draft, ...change }, step: "none" })),
  filterQuestion: (change) =>
    set(({ draft, question }) => ({
      draft: { ...draft, ...change },
      ...(isComplete(question)
        ? { question: { ...question, ...change }, highlight: null, step: "push" }
        : { step: "none" }),
    })),
  ask: (change = {}) =>
    set((state) => {
      const draft = { ...state.draft, ...change };
      return {
        draft,
        question: draft,
        highlight: null,
        settings: { ...state.settings, path: "" },
        panels: { ...state.panels, left: true, leftPanel: "path" },
        step: "push",
      };
    }),
  choosePath: (path) =>
    set(({ settings }) => ({ settings: { ...settings, path }, highlight: null, step: "push" })),
  mark: (highlight) => set({ highlight, step: "none" }),
  closePath: () =>
    set((state) => ({
      question: DEFAULT_QUESTION,
      settings: { ...state.settings, path: "" },
      highlight: null,
      panels: { ...state.panels, leftPanel: "filters" },
      step: isComplete(state.question) ? "push" : "none",
    })),
  setPanels: (change) => set(({ panels }) => ({ panels: { ...panels, ...change }, step: "none" })),
  openDialog: (dialog) => set(({ panels }) => ({ panels: { ...panels, dialog }, step: "none" })),
  setShowAll: (showAll) => set({ showAll, step: "none" }),
  dismissNotices: () => set({ notices: [], step: "none" }),
  arrive: (place, notices, ownTheme = false) =>
    set(({ panels }) => ({
      ...place,
      ownTheme,
      draft: place.question,
      highlight: null,
      notices,
      resolved: false,
      panels: {
        ...panels,
        details: place.selection !== null,
        leftPanel: leftPanelOf(place, panels.leftPanel),
      },
      step: "none",
    })),
  putBack: (place) => set({ ...place, draft: place.question, highlight: null, step: "push" }),
  settle: (named, notices) =>
    set((state) => ({
      ...named,
      // What has been typed meanwhile stays.
      draft: state.draft === state.question ? named.question : state.draft,
      notices: [...state.notices, ...notices],
      resolved: true,
      step: "replace",
    })),
  setDataset: (dataset) =>
    set(({ view, panels, ownTheme }) => ({
      ...INITIAL_STATE,
      dataset,
      ownTheme,
      view: { ...DEFAULT_VIEW, theme: view.theme },
      panels: { ...INITIAL_STATE.panels, left: panels.left, dock: panels.dock },
      step: "push",
    })),
}));
