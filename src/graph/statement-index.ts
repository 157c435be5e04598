/**
 * The statement index: a dataset's statements and structural edges as columns of typed arrays, with forward and backward
 * adjacency per roll-up. Immutable; everything that answers questions reads it.
 */

import { type Dataset, isStakeholder } from "../model/dataset.ts";
import { FIRST_DAY, LAST_DAY } from "../model/date.ts";
import { actorKey, issueKey, type NodeKey } from "../model/id.ts";
import type { Rollup } from "../model/view.ts";
import type { StructureKind } from "../model/vocabulary.ts";
import { type Adjacency, buildAdjacency } from "./adjacency.ts";
import * as flag from "./edge-flags.ts";
import { rollUpActor } from "./rollup.ts";
import { statementDays } from "./statement-dates.ts";

/** One structural edge; its key in graphs is `structure:<from id>:<kind>:<to id>`. */
export interface StructureColumnEntry {
  readonly key: string;
  readonly kind: StructureKind;
}

/**
 * Edges 0 … statementCount − 1 are the statements in dataset order; the structural edges follow.
 * Nodes 0 … actorCount − 1 are the actors in dataset order; the issues follow.
 */
export interface StatementIndex {
  readonly dataset: Dataset;
  readonly nodes: readonly NodeKey[];
  readonly nodeByKey: ReadonlyMap<string, number>;
  readonly actorCount: number;
  readonly statementCount: number;
  readonly edgeCount: number;
  /** Coded ends, before roll-up; one node number per edge. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Bits of edge-flags.ts. */
  readonly flags: Uint32Array;
  /** Position in `dataset.sources`; −1 on structural edges. */
  readonly source: Int32Array;
  /** Position in `dataset.relations`; −1 where there is none. */
  readonly relation: Int32Array;
  /** First and last day, inclusive; open bounds where unknown (see `UNDATED`). */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** 0..1, unknown = 1. */
  readonly confidence: Float64Array;
  /** 1 where the node is an actor outside the stakeholder view. */
  readonly nonStakeholder: Uint8Array;
  readonly structure: readonly StructureColumnEntry[];
  /** Edges with their ends rolled up, and who touches whom. Built at the first call, then kept. */
  adjacency(rollup: Rollup): Adjacency;
}

interface StructureDraft extends StructureColumnEntry {
  readonly from: number;
  readonly to: number;
  readonly flags: number;
}

/** Builds the index in one pass over the dataset. */
export function buildStatementIndex(dataset: Dataset): StatementIndex {
  const nodes: NodeKey[] = [
    ...dataset.actors.map((actor) => actorKey(actor.id)),
    ...dataset.issues.map((issue) => issueKey(issue.id)),
  ];
  const nodeByKey = new Map<string, number>(nodes.map((key, node) => [key, node]));
  const actorCount = dataset.actors.length;
  const nonStakeholder = Uint8Array.from(nodes, (_, node) => {
    const actor = dataset.actors[node];
    return actor && !isStakeholder(dataset, actor) ? 1 : 0;
  });
  const structure = structureDrafts(dataset, nodeByKey, nonStakeholder);
  const statementCount = dataset.statements.length;
  const edgeCount = statementCount + structure.length;
  const from = new Int32Array(edgeCount);
  const to = new Int32Array(edgeCount);
  const flags = new Uint32Array(edgeCount);
  const source = new Int32Array(edgeCount).fill(-1);
  const relation = new Int32Array(edgeCount).fill(-1);
  const firstDay = new Int32Array(edgeCount).fill(FIRST_DAY);
  const lastDay = new Int32Array(edgeCount).fill(LAST_DAY);
  const confidence = new Float64Array(edgeCount).fill(1);
  const sourceNumber = new Map(dataset.sources.map((record, at) => [record.id, at]));
  const relationNumber = new Map(dataset.relations.map((record, at) => [record.id, at]));
  const node = (key: NodeKey): number => {
    const found = nodeByKey.get(key);
    if (found === undefined) throw new Error(`no node ${key}: the dataset was not checked`);
    return found;
  };

  dataset.statements.forEach((statement, edge) => {
    const actor = node(actorKey(statement.actor));
    const target =
      statement.issue !== null ? node(issueKey(statement.issue)) : node(actorKey(statement.target ?? ""));
    from[edge] = actor;
    to[edge] = target;
    source[edge] = sourceNumber.get(statement.source) ?? -1;
    confidence[edge] = statement.confidence ?? 1;
    let word =
      flag.POLARITY_BIT[statement.polarity] |
      flag.VOICE_BIT[statement.voice] |
      flag.MODALITY_BIT[statement.modality];
    if (statement.relation === null) word |= flag.STANCE;
    else {
      word |= flag.RELATION;
      relation[edge] = relationNumber.get(statement.relation) ?? -1;
      if (dataset.relationById.get(statement.relation)?.symmetric) word |= flag.SYMMETRIC;
    }
    if (statement.repeatOf !== null) word |= flag.REPEAT;
    if (statement.offTopic) word |= flag.OFF_TOPIC;
    if (statement.condition !== "") word |= flag.CONDITIONAL;
    if (nonStakeholder[actor] || nonStakeholder[target]) word |= flag.NON_STAKEHOLDER;
    const days = statementDays(statement, dataset.sourceById.get(statement.source));
    if (days) {
      firstDay[edge] = days.first;
      lastDay[edge] = days.last;
    } else word |= flag.UNDATED;
    flags[edge] = word;
  });
  structure.forEach((draft, at) => {
    from[statementCount + at] = draft.from;
    to[statementCount + at] = draft.to;
    flags[statementCount + at] = draft.flags;
  });

  const built = new Map<Rollup, Adjacency>();
  return {
    dataset,
    nodes,
    nodeByKey,
    actorCount,
    statementCount,
    edgeCount,
    from,
    to,
    flags,
    source,
    relation,
    firstDay,
    lastDay,
    confidence,
    nonStakeholder,
    structure: structure.map(({ key, kind }) => ({ key, kind })),
    adjacency(rollup) {
      let adjacency = built.get(rollup);
      if (!adjacency) {
        const standsFor = Int32Array.from(nodes, (_, at) => {
          const actor = dataset.actors[at];
          return actor ? node(actorKey(rollUpActor(dataset, actor, rollup).id)) : at;
        });
        adjacency = buildAdjacency(from, to, standsFor, rollup !== "none");
        built.set(rollup, adjacency);
      }
      return adjacency;
    },
  };
}

function structureDrafts(
  dataset: Dataset,
  nodeByKey: ReadonlyMap<string, number>,
  nonStakeholder: Uint8Array,
): StructureDraft[] {
  const drafts: StructureDraft[] = [];
  const add = (fromKey: NodeKey, kind: StructureKind, toKey: NodeKey, bits: number) => {
    const from = nodeByKey.get(fromKey);
    const to = nodeByKey.get(toKey);
    if (from === undefined || to === undefined)
      throw new Error(`no node ${toKey}: the dataset was not checked`);
    const outside = nonStakeholder[from] || nonStakeholder[to] ? flag.NON_STAKEHOLDER : 0;
    const key = `structure:${fromKey.slice(fromKey.indexOf(":") + 1)}:${kind}:${toKey.slice(toKey.indexOf(":") + 1)}`;
    drafts.push({ key, kind, from, to, flags: bits | outside });
  };
  for (const actor of dataset.actors) {
    const key = actorKey(actor.id);
    if (actor.speaksFor !== null) add(key, "speaks-for", actorKey(actor.speaksFor), flag.MEMBERSHIP);
    if (actor.memberOf !== null) add(key, "member-of", actorKey(actor.memberOf), flag.MEMBERSHIP);
    for (const group of new Set(actor.groups)) add(key, "in-group", actorKey(group), flag.MEMBERSHIP);
  }
  for (const issue of dataset.issues) {
    if (issue.parent === null) continue;
    const contained = issue.container || dataset.issueById.get(issue.parent)?.container;
    add(issueKey(issue.id), "part-of", issueKey(issue.parent), contained ? flag.CONTAINED : flag.SUBISSUE);
  }
  return drafts;
}
