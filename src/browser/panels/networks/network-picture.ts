/** A computed network as a picture for the map's own drawing: laid out in the page, the same network always alike. Pure. */

import { bendSteps } from "../../../formats/svg/geometry.ts";
import { forces } from "../../../layout/force.ts";
import type { LayoutInput } from "../../../layout/layout.ts";
import type { NodeKey } from "../../../model/id.ts";
import type { Theme } from "../../../model/view.ts";
import { polarityTerm } from "../../../model/vocabulary.ts";
import { ISSUE_SHAPE, LABEL_HEIGHT, labelRoom, PALETTES } from "../../../view/appearance.ts";
import type { NetworkAnswer } from "../../api/computed.ts";
import { assemble, type Picture, type PictureEdge, type PictureNode } from "../../map/picture.ts";
import { spread } from "../../map/spread.ts";
import type { NamedValue } from "./network-names.ts";
import { sideOf, strongest, type Tie, weightText } from "./ties.ts";

export interface Drawing {
  readonly network: NetworkAnswer;
  /** The ties that are drawn. */
  readonly ties: readonly Tie[];
  readonly aggregation: string;
  readonly rows: readonly NamedValue[];
  /** In one-mode the rows. */
  readonly columns: readonly NamedValue[];
  /** Whether nodes without a drawn tie are drawn. */
  readonly isolates: boolean;
}

const NO_STATEMENTS: PictureEdge["listed"] = { statements: [] };

/** Keys by place; the map's own where it is a node of the map, else made up. */
const rowKey = (rows: readonly NamedValue[], at: number): NodeKey =>
  (rows[at]?.node ?? `actor:row:${at}`) as NodeKey;
const columnKey = (columns: readonly NamedValue[], at: number): NodeKey =>
  (columns[at]?.node ?? `issue:column:${at}`) as NodeKey;

/** The keys of a tie's ends in the drawing. */
export const endsOf = (
  { row, column }: Tie,
  { rows, columns, network }: Pick<Drawing, "rows" | "columns" | "network">,
): readonly [NodeKey, NodeKey] => [
  rowKey(rows, row),
  network.type === "two-mode" ? columnKey(columns, column) : rowKey(rows, column),
];

/** The key of the line between two ends. */
export const lineKey = ([source, target]: readonly [NodeKey, NodeKey]): string => `${source};${target}`;

const radius = (sum: number, most: number): number => 5 + 13 * Math.sqrt(most > 0 ? sum / most : 0);
/** Many lines are drawn thinner, so that they leave ground between them. */
const width = (weight: number, most: number, lines: number): number =>
  1 + (most > 0 ? Math.abs(weight) / most : 0) * Math.max(1.2, 5.5 * Math.min(1, Math.sqrt(150 / lines)));

/** The picture of a network in the colours of a theme, laid out for a frame of the proportions `aspect` = width / height. */
export function networkPicture(drawing: Drawing, theme: Theme, aspect: number): Picture {
  const { network, ties, aggregation, rows, columns, isolates } = drawing;
  const palette = PALETTES[theme];
  const twoMode = network.type === "two-mode";
  const most = strongest(ties);
  const sums = new Map<string, number>();
  const ends = ties.map((tie) => endsOf(tie, drawing));
  ties.forEach(({ weight }, at) => {
    for (const key of ends[at] ?? []) sums.set(key, (sums.get(key) ?? 0) + Math.abs(weight));
  });
  const greatest = Math.max(0, ...sums.values());
  const nodeOf = (named: NamedValue, key: NodeKey, isIssue: boolean): PictureNode => ({
    key,
    label: named.label,
    fullLabel: named.full,
    kind: isIssue ? "column" : "row",
    kindLabel: "",
    isIssue,
    shape: isIssue ? ISSUE_SHAPE : "circle",
    color: isIssue ? palette.issue : palette.actor,
    x: 0,
    y: 0,
    size: radius(sums.get(key) ?? 0, greatest),
    statements: 0,
    support: 0,
    oppose: 0,
    neutral: 0,
  });
  const nodes = [
    ...rows.map((named, at) => nodeOf(named, rowKey(rows, at), named.node?.startsWith("issue:") ?? false)),
    ...(twoMode ? columns.map((named, at) => nodeOf(named, columnKey(columns, at), true)) : []),
  ].filter(({ key }) => isolates || sums.has(key));
  const bare = ties.flatMap(({ weight }, at) => {
    const [source, target] = ends[at] as readonly [NodeKey, NodeKey];
    // An actor that is both row and column has no line to itself.
    return source === target ? [] : [{ key: lineKey([source, target]), source, target, weight }];
  });
  const steps = bendSteps(bare);
  const edges = bare.map(({ key, source, target, weight }, at): PictureEdge => {
    const side = sideOf(aggregation, weight);
    return {
      key,
      source,
      target,
      label: weightText(weight),
      polarity: side,
      color: side === null ? palette.structure : palette.polarity[side],
      size: width(weight, most, bare.length),
      line: side === null ? "solid" : polarityTerm(side).line,
      conditional: false,
      tentative: false,
      structural: false,
      agreement: false,
      directed: false,
      opacity: 0.45 + 0.4 * (most > 0 ? Math.abs(weight) / most : 0),
      count: Math.abs(weight),
      step: steps[at] as number,
      listed: NO_STATEMENTS,
    };
  });
  // The same actor may be a row and a column.
  const once = [...new Map(nodes.map((node) => [node.key, node])).values()];
  return laidOut(assemble(once, edges), aspect);
}

/** Only ties that draw together pull: opposed actors are not to stand side by side. */
function laidOut(picture: Picture, aspect: number): Picture {
  if (picture.nodes.length === 0) return picture;
  const numberOf = new Map<string, number>(picture.nodes.map(({ key }, number) => [key, number]));
  const pulling = picture.edges.filter(({ polarity }) => polarity !== "oppose");
  const edges = pulling.length > 0 ? pulling : picture.edges;
  const input: LayoutInput = {
    size: Float64Array.from(picture.nodes, ({ size }) => size),
    labelWidth: Float64Array.from(picture.nodes, ({ label }) => labelRoom(label)),
    labelHeight: LABEL_HEIGHT,
    from: Int32Array.from(edges, ({ source }) => numberOf.get(source) ?? 0),
    to: Int32Array.from(edges, ({ target }) => numberOf.get(target) ?? 0),
    weight: Float64Array.from(edges, ({ count }) => count),
    group: Uint8Array.from(picture.nodes, ({ isIssue }) => (isIssue ? 1 : 0)),
  };
  const { x, y } = spread(input, forces(input), aspect);
  return assemble(
    picture.nodes.map((node, at) => ({ ...node, x: x[at] ?? 0, y: y[at] ?? 0 })),
    picture.edges,
  );
}
