/** A network as a picture: nodes with what is known of them, one edge for each tie with its signed weight, ready for GEXF and GraphML. */

import type { Network } from "../../analysis/networks/result.ts";
import { DEFAULT_SETTINGS, type NetworkSettings } from "../../analysis/networks/settings.ts";
import type { StatementTable } from "../../analysis/networks/table.ts";
import { circle } from "../../layout/circular.ts";
import type {
  EdgeAttributes,
  GraphAttributes,
  GraphEdge,
  GraphNode,
  NodeAttributes,
  PictureGraph,
} from "../../model/graph.ts";
import { actorKey, issueKey, type NodeKey } from "../../model/id.ts";
import type { Theme } from "../../model/view.ts";
import { type Polarity, polarityTerm } from "../../model/vocabulary.ts";
import { edgeSize, LABEL_HEIGHT, nodeSize, PALETTES } from "../../view/appearance.ts";
import { behindNetwork, type SideCounts } from "./behind.ts";

export interface NetworkPictureOptions {
  readonly title: string;
  readonly dataset: string;
  readonly version: string;
  readonly theme: Theme;
  /** Ties whose weight is below this, sign aside, are left out; 0 keeps every tie that is not 0. */
  readonly threshold: number;
  /** Nodes without a tie stay when the network was computed with isolates, or always. */
  readonly keepUntied: boolean;
}

/** The settings that were computed, in one sentence. */
function describeNetwork(settings: NetworkSettings): string {
  const { type, rows, columns, qualifier, aggregation, normalization, duplicates } = settings;
  const parts = [
    `${type} network of ${rows} ${type === "one-mode" ? "by shared" : "by"} ${columns}`,
    qualifier === null || qualifier === "none"
      ? "no qualifier"
      : `qualifier ${qualifier}, aggregation ${aggregation}`,
    `normalization ${normalization}`,
    `duplicates ${duplicates}`,
    ...(settings.since === "" ? [] : [`since ${settings.since}`]),
    ...(settings.until === "" ? [] : [`until ${settings.until}`]),
    ...settings.exclude.map(({ variable, value }) => `without ${variable} ${value}`),
    ...settings.include.map(({ variable, value }) => `only ${variable} ${value}`),
    ...(settings.compat === null ? [] : ["as DNA computes it"]),
  ];
  return `${parts.join("; ")}.`;
}

/** The settings that are not the default as a query string, names in alphabetical order. */
function networkText(settings: NetworkSettings): string {
  const parts = new URLSearchParams();
  const defaults: Partial<NetworkSettings> = DEFAULT_SETTINGS;
  for (const name of (Object.keys(settings) as (keyof NetworkSettings)[]).sort()) {
    const value = settings[name];
    if (typeof value === "object" && value !== null)
      for (const filter of value) parts.append(name, `${filter.variable}=${filter.value}`);
    else if (value !== null && value !== defaults[name]) parts.append(name, String(value));
  }
  return parts.toString();
}

/** The side a tie takes: its sign where the aggregation has one, the code of `combine`, else none. */
function polarityOf({ aggregation }: NetworkSettings, weight: number): Polarity {
  if (aggregation === "congruence") return "support";
  if (aggregation === "conflict") return "oppose";
  if (aggregation === "subtract") return weight > 0 ? "support" : "oppose";
  return "neutral";
}

const WORDS: Readonly<Record<"one-mode" | "two-mode", Readonly<Record<Polarity, string>>>> = {
  "one-mode": { support: "agrees with", oppose: "disagrees with", neutral: "shares with" },
  "two-mode": { support: "supports", oppose: "opposes", neutral: "speaks on" },
};

const ISSUE_LIKE: readonly string[] = ["issue", "concept"];

interface Side {
  readonly variable: string;
  readonly type: "actor" | "issue";
  readonly values: readonly string[];
  readonly statements: readonly number[];
}

function sidesOf(
  { rows, columns, type, rowStatements, columnStatements }: Network,
  settings: NetworkSettings,
): Side[] {
  const first = ISSUE_LIKE.includes(settings.rows) ? "issue" : "actor";
  const own: Side = { variable: settings.rows, type: first, values: rows, statements: rowStatements };
  if (type === "one-mode") return [own];
  // The other kind of key, so that a value on both sides is two nodes.
  const second = first === "actor" ? "issue" : "actor";
  return [own, { variable: settings.columns, type: second, values: columns, statements: columnStatements }];
}

const keyOf = ({ type }: Side, value: string): NodeKey =>
  type === "actor" ? actorKey(value) : issueKey(value);

interface Tie {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

function tiesOf({ type, rows, columns, cells }: Network, threshold: number): Tie[] {
  const ties: Tie[] = [];
  for (let row = 0; row < rows.length; row += 1)
    for (let column = type === "one-mode" ? row : 0; column < columns.length; column += 1) {
      const weight = cells[row * columns.length + column] as number;
      if (Number.isFinite(weight) && weight !== 0 && Math.abs(weight) >= threshold)
        ties.push({ row, column, weight });
    }
  return ties;
}

/** The network as a picture: undirected in one-mode, from rows to columns in two-mode. Nodes stand on a circle. */
export function networkPicture(
  network: Network,
  settings: NetworkSettings,
  table: StatementTable,
  options: NetworkPictureOptions,
): PictureGraph {
  const palette = PALETTES[options.theme];
  const oneMode = network.type === "one-mode";
  const sides = sidesOf(network, settings);
  const columnSide = (oneMode ? sides[0] : sides[1]) as Side;
  const ties = tiesOf(network, options.threshold);
  const tied = new Set(
    ties.flatMap(({ row, column }) => [
      keyOf(sides[0] as Side, network.rows[row] as string),
      keyOf(columnSide, network.columns[column] as string),
    ]),
  );
  const behind = behindNetwork(network, settings, table);
  const members = sides.flatMap((side, group) =>
    side.values.flatMap((value, at) => {
      const key = keyOf(side, value);
      return options.keepUntied || tied.has(key)
        ? [
            {
              side,
              group,
              value,
              key,
              statements: side.statements[at] as number,
              counts: (group === 0 ? behind.rows : behind.columns)[at] as SideCounts,
            },
          ]
        : [];
    }),
  );
  const size = Float64Array.from(members, ({ statements }) => nodeSize(statements));
  const { x, y } = circle({
    size,
    group: Uint8Array.from(members, ({ group }) => group),
    labelHeight: LABEL_HEIGHT,
    labelWidth: new Float64Array(members.length),
    // A circle asks for no edges.
    from: new Int32Array(0),
    to: new Int32Array(0),
    weight: new Float64Array(0),
  });
  const heaviest = ties.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 0);

  const nodes = members.map(({ side, value, key, statements, counts }, at): GraphNode => {
    const known = table.describe(side.variable, value);
    const attributes: NodeAttributes = {
      label: known.label,
      short_label: known.label,
      node_type: side.type,
      kind: known.kind?.id ?? side.variable,
      kind_label: known.kind?.label ?? side.variable,
      shape: side.type === "actor" ? "circle" : "rounded",
      statements,
      support: counts.support,
      oppose: counts.oppose,
      neutral: counts.neutral,
      x: x[at] as number,
      y: y[at] as number,
      size: size[at] as number,
      color: known.color ?? palette[side.type],
      ...Object.fromEntries(
        [...known.attributes].flatMap(([name, text]) => (text === "" ? [] : [[`x:${name}`, text]])),
      ),
    };
    return { key, attributes };
  });

  const edges = ties.map(({ row, column, weight }): GraphEdge => {
    const source = keyOf(sides[0] as Side, network.rows[row] as string);
    const target = keyOf(columnSide, network.columns[column] as string);
    const polarity = polarityOf(settings, weight);
    const attributes: EdgeAttributes = {
      kind: oneMode ? "agreement" : "stance",
      label: WORDS[network.type][polarity],
      polarity,
      conditional: false,
      count: behind.count(row, column),
      weight,
      statements: [],
      spells: [],
      color: palette.polarity[polarity],
      // Relative to the heaviest tie: normalised weights are small numbers.
      size: edgeSize(1 + (31 * Math.abs(weight)) / heaviest),
      line: polarityTerm(polarity).line,
      tentative: false,
    };
    // By position: labels may hold any separator.
    return { key: `tie:${row}:${column}`, source, target, attributes };
  });

  const total = network.statements + Object.values(network.excluded).reduce((sum, n) => sum + n, 0);
  const attributes: GraphAttributes = {
    title: options.title,
    dataset: options.dataset,
    version: options.version,
    view: networkText(settings),
    description: describeNetwork(settings),
    counts: {
      total,
      shown: network.statements,
      repeats: 0,
      undated: network.excluded.undated,
      rolledTogether: 0,
      filtered: total - network.statements - network.excluded.undated,
    },
  };
  return {
    attributes,
    type: oneMode ? "undirected" : "directed",
    order: nodes.length,
    size: edges.length,
    nodes: () => nodes,
    edges: () => edges,
  };
}
