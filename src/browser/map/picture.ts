/** The picture of a view as the page draws it, by WebGL or SVG alike: coordinates from the server, colours of the page's theme. */

import { bendSteps, type Point } from "../../formats/svg/geometry.ts";
import { arcStep, guidePoints } from "../../formats/svg/guides.ts";
import { byConnections } from "../../formats/svg/importance.ts";
import { lineOpacity } from "../../formats/svg/strokes.ts";
import type { EdgeAttributes } from "../../model/graph.ts";
import type { Guides } from "../../model/guides.ts";
import type { NodeKey } from "../../model/id.ts";
import type { Theme } from "../../model/view.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { GraphDocument } from "../api/client.ts";
import { type Dressing, PLAIN } from "../look/dressing.ts";
import { lineWidth } from "../look/scales.ts";
import type { Pins } from "../state/pins.ts";

export interface PictureNode {
  readonly key: NodeKey;
  /** Short label, for the map. */
  readonly label: string;
  readonly fullLabel: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly isIssue: boolean;
  readonly shape: string;
  readonly color: string;
  /** Pixels at scale 1; y upwards. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly statements: number;
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  /** What the layout ordered it by, if it ordered by anything: mean position from −1 to 1, or a day. */
  readonly value?: number;
  /** Only a trace of a node that is not in what is shown (overlay.ts): without label, left out by the keyboard. */
  readonly trace?: boolean;
}

export interface PictureEdge {
  readonly key: string;
  readonly source: NodeKey;
  readonly target: NodeKey;
  readonly label: string;
  readonly polarity: Polarity | null;
  readonly color: string;
  readonly size: number;
  readonly line: "solid" | "dashed" | "dotted";
  readonly conditional: boolean;
  readonly tentative: boolean;
  readonly structural: boolean;
  /** A tie of two actors, whose `count` is of issues. */
  readonly agreement: boolean;
  readonly directed: boolean;
  /** 0..1, from confidence. */
  readonly opacity: number;
  readonly count: number;
  /** Steps aside from the straight line (`bendOf` of formats/svg/geometry.ts turns them into pixels); 0 for a pair's only edge. */
  readonly step: number;
  /** What lists the ids of its statements: a list is made when it is looked at. */
  readonly listed: Pick<EdgeAttributes, "statements">;
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly nodeByKey: ReadonlyMap<string, PictureNode>;
  readonly edgeByKey: ReadonlyMap<string, PictureEdge>;
  /** Edges at each node. */
  readonly incident: ReadonlyMap<string, readonly PictureEdge[]>;
  /** What the layout draws beside the nodes; null when it draws nothing. */
  readonly guides: Guides | null;
}

/**
 * Dresses the server's graph in the colours of a theme and a look; pinned nodes stand where they were put, and what the layout sets
 * aside is left out.
 */
export function composePicture(
  graph: GraphDocument,
  theme: Theme,
  pins: Pins,
  { color, size, label, width }: Dressing = PLAIN,
): Picture {
  const palette = PALETTES[theme];
  const { guides } = graph.attributes;
  const aside = new Set<string>(guides?.aside);
  const steps = stepsOf(graph);
  const isAside = (key: string) => aside.size > 0 && aside.has(key);
  const nodes = graph.nodes.flatMap(({ key, attributes }, number): PictureNode | readonly [] => {
    if (aside.has(key)) return [];
    const at = pins.get(key) ?? attributes;
    const isIssue = attributes.node_type === "issue";
    const value = guides?.values?.[number];
    return {
      key,
      label: label?.get(key) ?? attributes.short_label,
      fullLabel: attributes.label,
      kind: attributes.kind,
      kindLabel: attributes.kind_label,
      isIssue,
      shape: attributes.shape,
      color: color?.get(key) ?? (isIssue ? palette.issue : palette.actor),
      x: at.x,
      y: at.y,
      size: size?.get(key) ?? attributes.size,
      statements: attributes.statements,
      support: attributes.support,
      oppose: attributes.oppose,
      neutral: attributes.neutral,
      ...(value === undefined || value === null ? {} : { value }),
    };
  });
  const directed = graph.options.type !== "undirected";
  const edges: PictureEdge[] = [];
  for (let at = 0; at < graph.edges.length; at++) {
    const { key, source, target, undirected, attributes } = graph.edges[at] as GraphDocument["edges"][number];
    if (isAside(source) || isAside(target)) continue;
    const polarity = attributes.polarity ?? null;
    const tentative = attributes.tentative;
    const structural = attributes.kind === "structure";
    const colors = tentative ? palette.tentative : palette.polarity;
    edges.push({
      key,
      source,
      target,
      label: attributes.label,
      polarity,
      color: structural ? palette.structure : colors[polarity ?? "neutral"],
      size: lineWidth(attributes, width),
      line: attributes.line,
      conditional: attributes.conditional,
      tentative,
      structural,
      agreement: attributes.kind === "agreement",
      directed: directed && undirected !== true,
      opacity: lineOpacity(attributes),
      count: attributes.count,
      step: steps[at] as number,
      listed: attributes,
    });
  }
  return assemble(nodes, edges, guides ?? null);
}

const knownSteps = new WeakMap<GraphDocument, Float64Array>();

/** Steps aside of the edges of a graph, by their places: the same in every theme and look, so found once. */
function stepsOf(graph: GraphDocument): Float64Array {
  let steps = knownSteps.get(graph);
  if (!steps) {
    const { guides } = graph.attributes;
    steps = bendSteps(graph.edges);
    if (guides) {
      const places = new Map<string, Point>(graph.nodes.map(({ key, attributes }) => [key, attributes]));
      for (const [at, { source, target }] of graph.edges.entries()) {
        const [from, to] = [places.get(source), places.get(target)];
        if (from && to) steps[at] = (steps[at] as number) + arcStep(guides, from, to);
      }
    }
    knownSteps.set(graph, steps);
  }
  return steps;
}

/** Places that a sight of everything holds: those of the nodes, and of what the layout draws beside them. */
export const extent = ({ nodes, guides }: Picture): readonly Point[] =>
  guides ? [...nodes, ...guidePoints(guides)] : nodes;

/** Nodes and edges with their look-ups. Those of edges are made when they are first asked for: many pictures are only drawn. */
export function assemble(
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  guides: Guides | null = null,
): Picture {
  let incident: Picture["incident"] | undefined;
  let edgeByKey: Picture["edgeByKey"] | undefined;
  return {
    nodes,
    edges,
    nodeByKey: new Map(nodes.map((node) => [node.key, node])),
    get edgeByKey() {
      edgeByKey ??= new Map(edges.map((edge) => [edge.key, edge]));
      return edgeByKey;
    },
    get incident() {
      incident ??= incidentTo(nodes, edges);
      return incident;
    },
    guides,
  };
}

function incidentTo(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): Picture["incident"] {
  const incident = new Map<string, PictureEdge[]>(nodes.map(({ key }) => [key, []]));
  for (const edge of edges) {
    incident.get(edge.source)?.push(edge);
    if (edge.target !== edge.source) incident.get(edge.target)?.push(edge);
  }
  return incident;
}

/**
 * The part of a picture with `most` nodes, the best-evidenced that hang together, and whatever else must be kept: each next is the
 * best-evidenced that is joined to one before, or of all where none is, because nodes without lines would say nothing.
 */
export function bestEvidenced(picture: Picture, most: number, keep: ReadonlySet<string>): Picture {
  const ranked = [...picture.nodes].sort((a, b) => b.statements - a.statements || (a.key < b.key ? -1 : 1));
  const kept = new Set<string>();
  const joined = new Set<string>();
  while (kept.size < Math.min(most, ranked.length)) {
    const isLeft = ({ key }: PictureNode) => !kept.has(key);
    const next = ranked.find((node) => isLeft(node) && joined.has(node.key)) ?? ranked.find(isLeft);
    if (!next) break;
    kept.add(next.key);
    for (const { source, target } of picture.incident.get(next.key) ?? []) joined.add(source).add(target);
  }
  for (const key of keep) kept.add(key);
  return assemble(
    picture.nodes.filter(({ key }) => kept.has(key)),
    picture.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)),
    picture.guides,
  );
}

/** The same picture with its nodes, in order, at other places. */
export const placed = (
  picture: Picture,
  places: readonly { readonly x: number; readonly y: number }[],
): Picture => {
  const nodes = picture.nodes.map((node, number) => {
    const at = places[number];
    return at && (at.x !== node.x || at.y !== node.y) ? { ...node, x: at.x, y: at.y } : node;
  });
  return {
    nodes,
    edges: picture.edges,
    nodeByKey: new Map(nodes.map((node) => [node.key, node])),
    // The same edges at the same nodes, looked up in one place for both pictures.
    get edgeByKey() {
      return picture.edgeByKey;
    },
    get incident() {
      return picture.incident;
    },
    guides: picture.guides,
  };
};

/** Nodes by importance for labels: most connected first, then best evidenced. */
export function byImportance(picture: Picture): readonly PictureNode[] {
  const nodes = picture.nodes.filter(({ trace }) => !trace);
  return byConnections(nodes, picture.edges).flatMap((number) => nodes[number] ?? []);
}
