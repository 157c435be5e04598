/**
 * Everything that can be done with one node or several: the menu on the map, the buttons of the details and the keys all come
 * from this list. A further action is one entry.
 */

import { parseNodeKey } from "../../model/id.ts";
import type { Filter } from "../../model/view.ts";
import type { Expansion } from "../map/use-expansion.ts";
import { type CompareChoice, choiceOf, openCompare } from "../panels/compare/choice.ts";
import { formatHidden, parseHidden } from "../state/hidden.ts";
import { useMapAccess } from "../state/map-access.ts";
import { formatPins, parsePins } from "../state/pins.ts";
import { selectedNodes, selectionOf, toggled } from "../state/selection.ts";
import type { ExplorerActions, ExplorerState } from "../state/store.ts";
import { copyLinkTo } from "./copy-link.ts";
import { NODE_TEXTS as T } from "./node-texts.ts";

/** What an action is about: keys of one node or more, and what the page shows. */
export interface Subject {
  readonly keys: readonly string[];
  readonly explorer: ExplorerState & ExplorerActions;
  /** Name of a node. */
  label(key: string): string;
  /** Neighbours of the one node that are not shown; null when there are none, or it is not known yet. */
  readonly expansion: Expansion | null;
  /** Says something to the reader that nothing else shows. */
  say(words: string): void;
}

export interface NodeAction {
  readonly id: string;
  /** `menu`: not among the buttons of the details, which show it otherwise. */
  readonly where?: "menu";
  label(subject: Subject): string;
  available(subject: Subject): boolean;
  /** For what is on or off: whether it is on. */
  pressed?(subject: Subject): boolean;
  run(subject: Subject): void;
}

const one = ({ keys }: Subject): boolean => keys.length === 1;
const several = ({ keys }: Subject): boolean => keys.length > 1;

const isEgo = ({ keys, explorer: { view } }: Subject): boolean =>
  view.ego.length === keys.length && keys.every((key) => view.ego.includes(key));

/** The filter that keeps statements of these nodes only, where they are all actors or all issues. */
function filterOf(keys: readonly string[]): Partial<Filter> | null {
  const nodes = keys.flatMap((key) => parseNodeKey(key) ?? []);
  const type = nodes[0]?.type;
  if (type === undefined || nodes.some((node) => node.type !== type)) return null;
  return { [type]: nodes.map(({ id }) => id).sort() };
}

const isFiltered = ({ keys, explorer: { view } }: Subject): boolean => {
  const wanted = filterOf(keys);
  return (
    wanted !== null &&
    Object.entries(wanted).every(([name, ids]) => String(view.filter[name as keyof Filter]) === String(ids))
  );
};

/** The other node that is selected beside this one, if there is just one. */
function other({ keys, explorer }: Subject): string | null {
  const [selected, ...more] = selectedNodes(explorer.selection).filter((key) => !keys.includes(key));
  return one({ keys } as Subject) && selected !== undefined && more.length === 0 ? selected : null;
}

const twoOf = (subject: Subject): readonly [string, string] | null => {
  const [a, b, ...more] = subject.keys;
  if (a === undefined || more.length > 0) return null;
  const beside = b ?? other(subject);
  return beside === null ? null : b === undefined ? [beside, a] : [a, b];
};

/** Two actors or two issues as the Compare tab takes them. */
function comparisonOf(subject: Subject): CompareChoice | null {
  const choice = choiceOf(selectionOf(twoOf(subject) ?? []));
  return choice?.b ? choice : null;
}

const isPinned = ({ keys, explorer: { settings } }: Subject): boolean => {
  const pins = parsePins(settings.pins);
  return keys.every((key) => pins.has(key));
};

export const NODE_ACTIONS: readonly NodeAction[] = [
  {
    id: "details",
    where: "menu",
    label: () => T.details,
    available: (subject) =>
      one(subject) && String(selectedNodes(subject.explorer.selection)) !== String(subject.keys),
    run: ({ keys, explorer }) => explorer.select(selectionOf(keys)),
  },
  {
    id: "toggle",
    where: "menu",
    label: ({ keys: [key = ""], explorer }) =>
      selectedNodes(explorer.selection).includes(key) ? T.take : T.add,
    available: (subject) => one(subject) && selectedNodes(subject.explorer.selection).length > 0,
    run: ({ keys: [key = ""], explorer }) => explorer.select(toggled(explorer.selection, key)),
  },
  {
    id: "surroundings",
    label: (subject) =>
      isEgo(subject) ? T.leaveSurroundings : one(subject) ? T.surroundings : T.surroundingsOfAll,
    available: () => true,
    pressed: isEgo,
    run: (subject) => {
      const { keys, explorer } = subject;
      explorer.setView({ ego: isEgo(subject) ? [] : [...keys].sort(), depth: 1, expand: [] });
    },
  },
  {
    id: "expand",
    label: ({ expansion }) => T.expand[expansion?.because ?? "view"](expansion?.more ?? 0),
    available: ({ expansion }) => expansion !== null,
    run: ({ expansion }) => expansion?.run(),
  },
  {
    id: "path-from",
    label: () => T.pathFrom,
    available: one,
    run: ({ keys: [key = ""], explorer }) => explorer.openPath({ from: key }),
  },
  {
    id: "path-to",
    where: "menu",
    label: () => T.pathTo,
    available: one,
    run: ({ keys: [key = ""], explorer }) => explorer.openPath({ to: key }),
  },
  {
    id: "path-between",
    label: () => T.pathBetween,
    available: (subject) => several(subject) && twoOf(subject) !== null,
    run: (subject) => {
      const [from, to] = twoOf(subject) ?? ["", ""];
      subject.explorer.ask({ from, to });
    },
  },
  {
    id: "compare",
    label: (subject) => (several(subject) ? T.compare : T.compareWith(subject.label(other(subject) ?? ""))),
    available: (subject) => comparisonOf(subject) !== null,
    run: (subject) => {
      const choice = comparisonOf(subject);
      if (choice) openCompare(choice);
    },
  },
  {
    id: "filter",
    label: (subject) => (isFiltered(subject) ? T.unfilter : one(subject) ? T.filterTo : T.filterToAll),
    available: ({ keys }) => filterOf(keys) !== null,
    pressed: isFiltered,
    run: (subject) => {
      const wanted = filterOf(subject.keys);
      if (!wanted) return;
      const off = Object.fromEntries(Object.keys(wanted).map((name) => [name, []]));
      subject.explorer.setFilter(isFiltered(subject) ? off : wanted);
    },
  },
  {
    id: "pin",
    label: (subject) =>
      isPinned(subject) ? (one(subject) ? T.unpin : T.unpinAll) : one(subject) ? T.pin : T.pinAll,
    available: ({ keys }) => keys.some((key) => useMapAccess.getState().places.has(key)),
    pressed: isPinned,
    run: (subject) => {
      const { keys, explorer } = subject;
      const pins = new Map(parsePins(explorer.settings.pins));
      const { places } = useMapAccess.getState();
      for (const key of keys) {
        const place = places.get(key);
        if (isPinned(subject)) pins.delete(key);
        else if (place && !pins.has(key)) pins.set(key, place);
      }
      explorer.setSetting("pins", formatPins(pins), "push");
    },
  },
  {
    id: "hide",
    label: () => T.hide,
    available: ({ keys, explorer: { settings } }) => {
      const hidden = parseHidden(settings.hidden);
      return keys.some((key) => !hidden.has(key));
    },
    run: ({ keys, explorer }) => {
      explorer.setSetting(
        "hidden",
        formatHidden([...parseHidden(explorer.settings.hidden), ...keys]),
        "push",
      );
      const left = selectedNodes(explorer.selection).filter((key) => !keys.includes(key));
      if (left.length < selectedNodes(explorer.selection).length) explorer.select(selectionOf(left));
    },
  },
  {
    id: "copy-link",
    where: "menu",
    label: () => T.copyLink,
    available: () => true,
    run: ({ keys, explorer, say }) => copyLinkTo(selectionOf(keys), explorer, say),
  },
];

/** What can be done with a subject now, in the menu or among the buttons of the details. */
export const actionsFor = (subject: Subject, place: "menu" | "details"): readonly NodeAction[] =>
  NODE_ACTIONS.filter(({ where, available }) => (place === "menu" || where !== "menu") && available(subject));
