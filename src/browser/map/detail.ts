/** What the map says when the server drew a part of a large view, or all of one: which part, why, and what else can be shown. Pure. */

import type { GraphAttributes, Reduction } from "../../model/graph.ts";
import { DEFAULT_VIEW, type View } from "../../model/view.ts";
import { TEXTS } from "../texts.ts";
import { isGroupable } from "./groupable.ts";
import { MAP_TEXTS } from "./texts.ts";

/** Nodes and lines up to which a page stays quick when it shows everything. */
const MOST = { nodes: 20_000, edges: 100_000 } as const;
/** Nodes and lines from which on everything is so much that the page offers less; as the server's own limits. */
const MUCH = { nodes: 2000, edges: 20_000 } as const;

/** Another choice of what is drawn. */
export type DetailChoice =
  | { readonly id: string; readonly label: string; readonly view: Partial<View> }
  | { readonly id: "communities" | "few"; readonly label: string; readonly view: null };

export interface DetailNote {
  readonly words: string;
  /** True where not all that the view shows is drawn. */
  readonly isPart: boolean;
  /** True where the words tell that of the lines only the strongest are drawn. */
  readonly saysLines?: boolean;
  readonly choices: readonly DetailChoice[];
}

interface Shown {
  readonly attributes: GraphAttributes;
  readonly size: { readonly nodes: number; readonly edges: number };
  /** Nodes of it that are not drawn, because the map keeps the places of the whole time and they have none there. */
  readonly placeless?: number;
  /** Lines drawn of the picture whatever stands out, where these are not all. */
  readonly strongest?: number | null;
}

interface Asked {
  readonly view: View;
  /** The only node selected, with its name; null = none, or several. */
  readonly selected: { readonly key: string; readonly label: string } | null;
  readonly grouped: boolean;
  /** Actors of the whole dataset, as far as they are known. */
  readonly actors: number | undefined;
  /** What a small screen shows of the nodes at hand; null where it shows them all from the first. */
  readonly few: Few | null;
}

/** Nodes drawn and all, where a small screen shows the best-evidenced first. */
export interface Few {
  readonly drawn: number;
  readonly all: number;
  readonly reduced: boolean;
}

/** True where what is drawn is not all that the view shows. */
export const isPart = (reduced: Reduction | undefined): reduced is Reduction =>
  reduced !== undefined && reduced.rule !== "short-lists";

/** The note to a picture; null when it shows all of a view of common size. */
export function detailNote(
  { attributes, size, placeless = 0, strongest = null }: Shown,
  asked: Asked,
): DetailNote | null {
  const { reduced } = attributes;
  const { view, few } = asked;
  const reducedTo = few?.reduced ? few : null;
  const all: readonly DetailChoice[] = few
    ? [{ id: "few", label: few.reduced ? MAP_TEXTS.detail.showAll(few.all) : TEXTS.showBest, view: null }]
    : [];
  const around = aroundSelected(asked);
  const communities: readonly DetailChoice[] =
    !asked.grouped && isGroupable("community", { attributes, nodes: size.nodes, actors: asked.actors })
      ? [{ id: "communities", label: MAP_TEXTS.detail.communities, view: null }]
      : [];
  if (isPart(reduced))
    return {
      isPart: true,
      words: [
        wordsOf(reduced),
        ...(placeless > 0 ? [MAP_TEXTS.detail.placeless(placeless)] : []),
        ...(reducedTo ? [MAP_TEXTS.detail.few(reducedTo.drawn)] : []),
      ].join(" "),
      choices: [...all, ...around, ...others(reduced, view), ...communities, ...everything(reduced)],
    };
  if (view.detail !== "all" || (size.nodes <= MUCH.nodes && size.edges <= MUCH.edges)) return null;
  const part = { id: "part", label: MAP_TEXTS.detail.part, view: { detail: DEFAULT_VIEW.detail } };
  const saysLines = !reducedTo && strongest !== null && strongest < size.edges;
  const words = reducedTo
    ? TEXTS.bestOnly(reducedTo.drawn, reducedTo.all)
    : saysLines
      ? MAP_TEXTS.detail.allNodes(size, strongest)
      : MAP_TEXTS.detail.all(size);
  return { isPart: false, saysLines, words, choices: [...all, part, ...around, ...communities] };
}

/** How much there is, what the rule draws of it, and what expanded nodes add to that. */
function wordsOf(reduced: Reduction): string {
  const { added, of, rule, shown } = reduced;
  const own = { nodes: shown.nodes - (added?.nodes ?? 0), edges: shown.edges - (added?.edges ?? 0) };
  const words = [MAP_TEXTS.detail.tooMuch(of), MAP_TEXTS.detail.drawn[rule]({ ...reduced, shown: own })];
  return [...words, ...(added && added.of > 0 ? [MAP_TEXTS.detail.added(added)] : [])].join(" ");
}

function aroundSelected({ view, selected }: Asked): readonly DetailChoice[] {
  if (!selected || view.ego.length > 0) return [];
  const change: Partial<View> = { ego: [selected.key as View["ego"][number]], depth: 1, expand: [] };
  return [{ id: "around", label: MAP_TEXTS.detail.around(selected.label), view: change }];
}

/** What a rule leaves out in kind: the agreement of the actors, or what actors say of issues. */
function others({ rule }: Reduction, view: View): readonly DetailChoice[] {
  if (rule === "best-evidenced")
    return view.ego.length > 0
      ? []
      : [{ id: "agreement", label: MAP_TEXTS.detail.agreement, view: { projection: "agreement" } }];
  return [{ id: "positions", label: MAP_TEXTS.detail.positions, view: { projection: "statements" } }];
}

function everything({ of, rule }: Reduction): readonly DetailChoice[] {
  if (of.nodes > MOST.nodes || of.edges > MOST.edges) return [];
  // The rule draws another projection than the one that was asked for, which `of` counts.
  const label = rule === "agreement" ? MAP_TEXTS.detail.everythingInstead : MAP_TEXTS.detail.everything;
  return [{ id: "everything", label, view: { detail: "all" } }];
}
