/** The picture of a view as the page draws it, by WebGL or SVG alike: coordinates from the server, colours of the page's theme. */

import { bendSteps, type Point } from "../../formats/svg/geometry.ts";
import { arcStep, guidePoints } from "../../formats/svg/guides.ts";
import { byConnections } from "../../formats/svg/importance.ts";
import { lineOpacity } from "../../formats/svg/strokes.ts";
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
  readonly directed: boolean;
  /** 0..1, from confidence. */
  readonly opacity: number;
  readonly count: number;
  /** Steps aside from the straight line (`bendOf` of formats/svg/geometry.ts turns them into pixels); 0 for a pair's only edge. */
  readonly step: number;
  readonly statements: readonly string[];
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
  const steps = bendSteps(graph.edges);
  const places = new Map<string, Point>(graph.nodes.map(({ key, attributes }) => [key, attributes]));
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
  const edges = graph.edges.flatMap((edge): PictureEdge | readonly [] => {
    const { key, source, target, undirected, attributes } = edge;
    if (aside.has(source) || aside.has(target)) return [];
    const [from, to] = [places.get(source), places.get(target)];
    const polarity = attributes.polarity ?? null;
    const colors = attributes.tentative ? palette.tentative : palette.polarity;
    return {
      key,
      source,
      target,
      label: attributes.label,
      polarity,
      color: attributes.kind === "structure" ? palette.structure : colors[polarity ?? "neutral"],
      size: lineWidth(attributes, width),
      line: attributes.line,
      conditional: attributes.conditional,
      tentative: attributes.tentative,
      structural: attributes.kind === "structure",
      directed: directed && undirected !== true,
      opacity: lineOpacity(attributes),
      count: attributes.count,
      step: (steps.get(key) ?? 0) + (from && to ? arcStep(guides, from, to) : 0),
      statements: attributes.statements,
    };
  });
  return assemble(nodes, edges, guides ?? null);
}

/** Places that a sight of everything holds: those of the nodes, and of what the layout draws beside them. */
export const extent = ({ nodes, guides }: Picture): readonly Point[] =>
  guides ? [...nodes, ...guidePoints(guides)] : nodes;

/** Nodes and edges with their look-ups. */
export function assemble(
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  guides: Guides | null = null,
): Picture {
  const incident = new Map<string, PictureEdge[]>(nodes.map(({ key }) => [key, []]));
  for (const edge of edges) {
    incident.get(edge.source)?.push(edge);
    if (edge.target !== edge.source) incident.get(edge.target)?.push(edge);
  }
  return {
    nodes,
    edges,
    nodeByKey: new Map(nodes.map((node) => [node.key, node])),
    edgeByKey: new Map(edges.map((edge) => [edge.key, edge])),
    incident,
    guides,
  };
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
  return { ...picture, nodes, nodeByKey: new Map(nodes.map((node) => [node.key, node])) };
};

/** Nodes by importance for labels: most connected first, then best evidenced. */
export function byImportance(picture: Picture): readonly PictureNode[] {
  const nodes = picture.nodes.filter(({ trace }) => !trace);
  return byConnections(nodes, picture.edges).flatMap((number) => nodes[number] ?? []);
}
