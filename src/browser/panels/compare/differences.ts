/** What two sides report differently and alike, position by position. Pure. */

import { POLARITIES, type Polarity } from "../../../model/vocabulary.ts";
import type { AnalysisResult } from "../../api/computed.ts";
import type { Picture, PictureEdge } from "../../map/picture.ts";

/** In the order in which they are listed. */
export const DIFFERENCE_KINDS = [
  "opposite",
  "mixed",
  "condition",
  "onlyA",
  "onlyB",
  "same",
  "neutral",
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** What one side reports: polarities by number of statements, in their order. */
export interface Side {
  readonly counts: readonly (readonly [polarity: Polarity, number: number])[];
  /** Relation in words; null for a position on an issue. */
  readonly relation: string | null;
  readonly conditional: boolean;
  readonly statements: readonly string[];
  /** Node keys between which it is reported. */
  readonly from: string;
  readonly to: string;
}

export interface Difference {
  readonly id: string;
  readonly kind: DifferenceKind;
  readonly from: string;
  readonly to: string;
  readonly a: Side | null;
  readonly b: Side | null;
}

/** Which edges are the same position: the holder and the target, or only the end that is not the actor or issue compared. */
export type Subject = "both" | "target" | "holder";

const subjectOf = (edge: PictureEdge, subject: Subject): string =>
  [
    ...(subject === "target" ? [] : [edge.source]),
    ...(subject === "holder" ? [] : [edge.target]),
    // Relations of two actors are other positions than stances, and than one another.
    edge.target.startsWith("actor:") ? edge.label : "",
  ].join(";");

function sideOf(edges: readonly PictureEdge[]): Side {
  const [first] = edges as readonly [PictureEdge, ...PictureEdge[]];
  const counted = POLARITIES.map(
    ({ id }) => [id, edges.reduce((sum, edge) => sum + (edge.polarity === id ? edge.count : 0), 0)] as const,
  );
  return {
    counts: counted.filter(([, number]) => number > 0),
    relation: first.target.startsWith("actor:") ? first.label : null,
    conditional: edges.some(({ conditional }) => conditional),
    statements: edges.flatMap(({ listed }) => listed.statements),
    from: first.source,
    to: first.target,
  };
}

function gather(edges: readonly PictureEdge[], subject: Subject): ReadonlyMap<string, Side> {
  const groups = new Map<string, PictureEdge[]>();
  for (const edge of edges) {
    if (edge.structural) continue;
    const key = subjectOf(edge, subject);
    const list = groups.get(key);
    if (list) list.push(edge);
    else groups.set(key, [edge]);
  }
  return new Map([...groups].map(([key, list]) => [key, sideOf(list)]));
}

/** Support and opposition that a side holds: `+`, `-`, `+-`, or nothing. */
const signs = ({ counts }: Side): string =>
  counts.flatMap(([polarity]) => (polarity === "support" ? "+" : polarity === "oppose" ? "-" : [])).join("");

function kindOf(a: Side | null, b: Side | null): DifferenceKind {
  if (!a || !b) return a ? "onlyA" : "onlyB";
  const [one, other] = [signs(a), signs(b)];
  if (one === "" && other === "") return "neutral";
  if (one === other) return a.conditional === b.conditional ? "same" : "condition";
  return one.length === 1 && other.length === 1 ? "opposite" : "mixed";
}

/** All positions of either side: opposite ones first, then by how many statements they rest on. */
export function differences(
  a: readonly PictureEdge[],
  b: readonly PictureEdge[],
  subject: Subject,
): readonly Difference[] {
  const [ofA, ofB] = [gather(a, subject), gather(b, subject)];
  const found = [...new Set([...ofA.keys(), ...ofB.keys()])].map((id): Difference => {
    const [one, other] = [ofA.get(id) ?? null, ofB.get(id) ?? null];
    const { from, to } = (one ?? other) as Side;
    return { id, kind: kindOf(one, other), from, to, a: one, b: other };
  });
  const rank = (kind: DifferenceKind): number => DIFFERENCE_KINDS.indexOf(kind);
  const weight = (each: Difference): number =>
    (each.a?.statements.length ?? 0) + (each.b?.statements.length ?? 0);
  return found.sort(
    (x, y) =>
      rank(x.kind) - rank(y.kind) || weight(y) - weight(x) || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0),
  );
}

/** How many of each kind. */
export function tallyOf<Kind extends string>(
  rows: readonly { readonly kind: Kind }[],
): ReadonlyMap<Kind, number> {
  const tally = new Map<Kind, number>();
  for (const { kind } of rows) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  return tally;
}

/** What happened to each position between two periods, by `holder;issue`, as the analysis `change` found it. */
export function changeKinds({ tables }: Pick<AnalysisResult, "tables">): ReadonlyMap<string, string> {
  const rows = tables.find(({ id }) => id === "changes")?.rows ?? [];
  return new Map(
    rows.flatMap(({ nodes = [], cells }) =>
      nodes.length === 2 ? [[`${nodes[0]};${nodes[1]};`, String(cells["kind"])] as const] : [],
    ),
  );
}

/** Edges of a picture at a node, held by it. */
export const heldBy = (picture: Picture, key: string): readonly PictureEdge[] =>
  (picture.incident.get(key) ?? []).filter(({ source }) => source === key);

/** Edges of a picture at a node, held on it. */
export const heldOn = (picture: Picture, key: string): readonly PictureEdge[] =>
  (picture.incident.get(key) ?? []).filter(({ target }) => target === key);
