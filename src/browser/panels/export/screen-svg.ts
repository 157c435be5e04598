/** The picture as it stands on the screen, with look, moved and hidden nodes, drawn as SVG by the same code as the server's. Pure. */

import { dressed } from "../../../formats/columns/rows.ts";
import type { LegendKey, Emphasis as SvgEmphasis } from "../../../formats/svg/context.ts";
import { svgPieces } from "../../../formats/svg/format.ts";
import type { DatasetDescription } from "../../../model/api.ts";
import type { PictureGraph } from "../../../model/graph.ts";
import type { Guides } from "../../../model/guides.ts";
import type { Theme } from "../../../model/view.ts";
import type { GraphDocument } from "../../api/client.ts";
import type { Dressing } from "../../look/dressing.ts";
import { LOOK_TEXTS } from "../../look/texts.ts";
import { emphasisOf, faintness } from "../../map/emphasis.ts";
import type { NodeGroup } from "../../map/groups.ts";
import { dashOf, tintOf } from "../../map/hulls.ts";
import { composePicture } from "../../map/picture.ts";
import { MAP_TEXTS } from "../../map/texts.ts";
import { type Selection, selectedNodes } from "../../state/selection.ts";
import type { Highlight } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";

interface Screen {
  readonly graph: GraphDocument;
  readonly dressing: Dressing;
  readonly theme: Theme;
  /** Nodes drawn, with their places, and the guides among them. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly guides: Guides | null;
  /** Groups that are outlined. */
  readonly groups: readonly Pick<NodeGroup, "label" | "keys" | "place">[];
  readonly highlight: Highlight | null;
  readonly selection: Selection | null;
  /** Number of nodes that the reader has hidden. */
  readonly hidden: number;
  /** Query of the address that shows this picture. */
  readonly query: string;
}

/** @param day of the drawing, `YYYY-MM-DD` */
export function screenSvg(screen: Screen, { release, sources }: DatasetDescription, day: string): string {
  const { dressing, theme, groups } = screen;
  const graph = drawnGraph(screen);
  const names = sources.map(({ id, title }) => ({ id, title: title ?? "" }));
  const keys = [...legendKeys(dressing), ...groupKeys(groups, theme)];
  const isUnnamed = dressing.label !== null && [...dressing.label.values()].every((label) => label === "");
  const context = {
    theme,
    now: day,
    dataset: { metadata: { version: release }, sources: names },
    statements: [],
    groups: groups.map(({ keys: nodes, place }) => ({
      color: tintOf(theme, place),
      dash: dashOf(place),
      nodes,
    })),
    isUnnamed,
    onNotice: () => {},
  };
  const emphasis = marked(screen);
  return [
    ...svgPieces(graph, {
      ...context,
      ...(keys.length > 0 ? { keys } : {}),
      ...(emphasis ? { emphasis } : {}),
    }),
  ].join("");
}

/** What the map marks of selection and path: the same stands out here. */
function marked({ graph, dressing, theme, highlight, selection }: Screen): SvgEmphasis | null {
  const picture = composePicture(graph, theme, new Map(), dressing);
  const emphasis = emphasisOf(picture, { pointed: null, group: null, highlight, selection });
  if (!emphasis) return null;
  const { node, edge } = faintness({ ...emphasis, lasting: true });
  const ringed = new Set(selectedNodes(selection));
  return { nodes: emphasis.nodes, edges: emphasis.edges, ringed, rest: { node, edge } };
}

/** What stands out and what is left out by hand, in words; empty when nothing is. */
function markWords({ graph, highlight, selection, hidden }: Screen): string {
  const names = new Map<string, string>(
    graph.nodes.map(({ key, attributes }) => [key, attributes.short_label || attributes.label]),
  );
  const known = (keys: readonly string[]) => keys.flatMap((key) => names.get(key) ?? []);
  const path = highlight ? known(highlight.nodes) : [];
  const selected = known(selectedNodes(selection));
  return [
    path.length > 0 ? TEXTS.markedPath(path) : "",
    selected.length > 0 ? TEXTS.markedSelection(selected) : "",
    hidden > 0 ? TEXTS.hiddenInPicture(hidden) : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}

/** The nodes on the screen in the colours and sizes that they have there, and the edges among them. */
function drawnGraph(screen: Screen): PictureGraph {
  const { graph, dressing, theme, places, guides } = screen;
  const { nodeByKey, edgeByKey } = composePicture(graph, theme, new Map(), dressing);
  const nodes = graph.nodes.flatMap(({ key, attributes }) => {
    const [at, drawn] = [places.get(key), nodeByKey.get(key)];
    if (!at || !drawn) return [];
    const { color, size, label } = drawn;
    return [{ key, attributes: { ...attributes, x: at.x, y: at.y, color, size, short_label: label } }];
  });
  const edges = graph.edges.flatMap(({ key, source, target, attributes }) => {
    const drawn = edgeByKey.get(key);
    if (!drawn || !places.has(source) || !places.has(target)) return [];
    return [
      { key, source, target, attributes: dressed(attributes, { color: drawn.color, size: drawn.size }) },
    ];
  });
  const { guides: _, ...own } = graph.attributes;
  const description = `${own.description} ${markWords(screen)}`.trim();
  const attributes = { ...own, description, view: screen.query };
  return {
    attributes: guides ? { ...attributes, guides: { ...guides, aside: [] } } : attributes,
    type: graph.options.type === "undirected" ? "undirected" : "directed",
    order: nodes.length,
    size: edges.length,
    nodes: () => nodes,
    edges: () => edges,
  };
}

/** Names of the outlined groups, each beside its colour. */
const groupKeys = (groups: Screen["groups"], theme: Theme): readonly LegendKey[] =>
  groups.length === 0
    ? []
    : [
        {
          title: MAP_TEXTS.groups,
          rows: groups.map(({ label, place }) => ({ text: label, colors: [tintOf(theme, place)] })),
        },
      ];

function legendKeys({ legend: { color, size, notes } }: Dressing): readonly LegendKey[] {
  const words = (text: string) => ({ text, colors: [] });
  return [
    ...(color
      ? [
          {
            title: color.title,
            rows: [
              ...(color.ramp
                ? [{ text: `${color.ramp.least} – ${color.ramp.greatest}`, colors: color.ramp.colors }]
                : []),
              ...color.rows.map(({ label, color: own, keys }) => ({
                text: `${label} (${keys.length})`,
                colors: [own],
              })),
            ],
          },
        ]
      : []),
    ...(size
      ? [
          {
            title: size.title,
            rows: size.samples.length > 1 ? [words(size.samples.map(({ label }) => label).join(" – "))] : [],
          },
        ]
      : []),
    ...(notes.length > 0 ? [{ title: LOOK_TEXTS.further, rows: notes.map(words) }] : []),
  ];
}
