/** What stands out on the map and what steps back: from the pointer, the keyboard, the selection and the chosen path. */

import type { Group, Target } from "../state/pointer.ts";
import { type Selection, selectedNodes } from "../state/selection.ts";
import type { Highlight } from "../state/store.ts";
import type { Picture, PictureEdge } from "./picture.ts";

export interface Emphasis {
  /** Keys of what stands out; all else steps back. */
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** The node at the centre of attention, with its full label, if there is one. */
  readonly focus: string | null;
  /** True for a mark that stays: the rest steps back less, to be read all the same. */
  readonly lasting: boolean;
}

/** What may ask for attention at the same time. */
export interface Attention {
  readonly pointed: Target | null;
  readonly group: Group | null;
  readonly highlight: Highlight | null;
  readonly selection: Selection | null;
}

/**
 * The pointer wins over the legend, that over a chosen path, that over the selection; what is not on the map asks for nothing.
 * Null = nothing steps back.
 */
export function emphasisOf(
  picture: Picture,
  { pointed, group, highlight, selection }: Attention,
): Emphasis | null {
  const passing = (pointed && around(picture, pointed)) ?? (group && ofGroup(picture, group));
  if (passing) return passing;
  if (highlight) {
    const path = alongPath(picture, highlight);
    // What is selected stays readable beside the path.
    return { ...path, nodes: new Set([...path.nodes, ...selectedNodes(selection)]) };
  }
  if (selection?.type === "nodes") return among(picture, selection.keys);
  const target = targetOf(picture, selection);
  const emphasis = target && around(picture, target);
  return emphasis && { ...emphasis, lasting: true };
}

/** Several nodes and what stands between them; null when none of them is on the map. */
function among(picture: Picture, keys: readonly string[]): Emphasis | null {
  const nodes = new Set(keys.filter((key) => picture.nodeByKey.has(key)));
  if (nodes.size === 0) return null;
  const edges = new Set<string>();
  for (const key of nodes)
    for (const edge of picture.incident.get(key) ?? [])
      if (nodes.has(edge.source) && nodes.has(edge.target)) edges.add(edge.key);
  return { nodes, edges, focus: null, lasting: true };
}

/** What a row of the legend stands for; null when none of it is drawn, as all would step back then. */
function ofGroup(picture: Picture, group: Group): Emphasis | null {
  if (group.by === "kind" || group.by === "nodes") {
    const nodes =
      group.by === "nodes"
        ? group.keys.filter((key) => picture.nodeByKey.has(key))
        : picture.nodes.filter(({ kind }) => kind === group.value).map(({ key }) => key);
    return nodes.length === 0
      ? null
      : { nodes: new Set(nodes), edges: new Set(), focus: null, lasting: false };
  }
  const belongs = (edge: PictureEdge): boolean =>
    group.by === "polarity" ? edge.polarity === group.value : edge[group.by];
  const edges = picture.edges.filter(belongs);
  if (edges.length === 0) return null;
  return {
    nodes: new Set(edges.flatMap(({ source, target }) => [source, target])),
    edges: new Set(edges.map(({ key }) => key)),
    focus: null,
    lasting: false,
  };
}

/** Opacity of what has stepped back. */
export const faintness = (emphasis: Emphasis): { readonly node: number; readonly edge: number } =>
  emphasis.lasting ? { node: 0.3, edge: 0.16 } : { node: 0.22, edge: 0.07 };

/** The one thing on this map that a selection is; null when it is not shown, or several nodes. */
export function targetOf(picture: Picture, selection: Selection | null): Target | null {
  if (!selection || selection.type === "nodes") return null;
  if (selection.type === "node") return picture.nodeByKey.has(selection.key) ? selection : null;
  if (selection.type === "edge") return picture.edgeByKey.has(selection.key) ? selection : null;
  const edge = picture.edges.find(
    selection.type === "pair"
      ? ({ source, target, directed }) =>
          (source === selection.from && target === selection.to) ||
          (!directed && source === selection.to && target === selection.from)
      : ({ listed }) => listed.statements.includes(selection.id),
  );
  return edge ? { type: "edge", key: edge.key } : null;
}

function around(picture: Picture, target: Target): Emphasis | null {
  if (target.type === "edge") {
    const edge = picture.edgeByKey.get(target.key);
    if (!edge) return null;
    return {
      nodes: new Set([edge.source, edge.target]),
      edges: new Set([edge.key]),
      focus: null,
      lasting: false,
    };
  }
  const incident = picture.incident.get(target.key);
  if (!incident) return null;
  const nodes = new Set<string>([target.key]);
  for (const { source, target: other } of incident) nodes.add(source).add(other);
  return { nodes, edges: new Set(incident.map(({ key }) => key)), focus: target.key, lasting: false };
}

/** Edges of a path: those named, and those that hold one of its statements. */
function alongPath(picture: Picture, highlight: Highlight): Emphasis {
  const named = new Set(highlight.edges);
  const statements = new Set(highlight.statements);
  const nodes = new Set(highlight.nodes);
  const onPath = (edge: PictureEdge) =>
    nodes.has(edge.source) &&
    nodes.has(edge.target) &&
    (named.has(edge.key) || edge.listed.statements.some((id) => statements.has(id)));
  return {
    nodes,
    edges: new Set(picture.edges.filter(onPath).map(({ key }) => key)),
    focus: null,
    lasting: false,
  };
}
