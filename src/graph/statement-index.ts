/**
 * The statement index: a dataset's statements and structural edges as columns of typed arrays, with forward and backward
 * adjacency per roll-up. Immutable; everything that answers questions reads it.
 */

import { type Dataset, isStakeholder } from "../model/dataset.ts";
import { actorKey, issueKey, type NodeKey } from "../model/id.ts";
import type { Rollup } from "../model/view.ts";
import type { StructureKind } from "../model/vocabulary.ts";
import { type Adjacency, buildAdjacency } from "./adjacency.ts";
import { type EdgeColumns, edgeColumns } from "./edge-columns.ts";
import * as flag from "./edge-flags.ts";
import { rollUpActor } from "./rollup.ts";

/** One structural edge; its key in graphs is `structure:<from id>:<kind>:<to id>`. */
export interface StructureColumnEntry {
  readonly key: string;
  readonly kind: StructureKind;
}

/**
 * Edges 0 … statementCount − 1 are the statements in dataset order; the structural edges follow.
 * Nodes 0 … actorCount − 1 are the actors in dataset order; the issues follow.
 */
export interface StatementIndex extends EdgeColumns {
  readonly dataset: Dataset;
  readonly nodes: readonly NodeKey[];
  readonly nodeByKey: ReadonlyMap<string, number>;
  readonly actorCount: number;
  readonly statementCount: number;
  readonly edgeCount: number;
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

/** Builds the index: values once for each distinct cell, then one pass over the statements. */
export function buildStatementIndex(dataset: Dataset): StatementIndex {
  return restoreStatementIndex(dataset, null, null);
}

/** An index of columns that were built before of the same dataset; null = build them. */
export function restoreStatementIndex(
  dataset: Dataset,
  columns: EdgeColumns | null,
  plain: Adjacency | null,
): StatementIndex {
  const nodes: NodeKey[] = [
    ...dataset.actors.map((actor) => actorKey(actor.id)),
    ...dataset.issues.map((issue) => issueKey(issue.id)),
  ];
  let byKey: ReadonlyMap<string, number> | null = null;
  // Where there are many nodes, their look-up is no small part of the whole.
  const nodeByKey = (): ReadonlyMap<string, number> => {
    byKey ??= new Map(nodes.map((key, node) => [key, node]));
    return byKey;
  };
  const nonStakeholder = new Uint8Array(nodes.length);
  dataset.actors.forEach((actor, node) => {
    if (!isStakeholder(dataset, actor)) nonStakeholder[node] = 1;
  });
  const structure = structureDrafts(dataset, nodeByKey, nonStakeholder);
  const statementCount = dataset.statements.length;
  const built = new Map<Rollup, Adjacency>(plain ? [["none", plain]] : []);
  const edges = columns ?? edgeColumns(dataset, nonStakeholder, structure);
  return {
    dataset,
    nodes,
    get nodeByKey() {
      return nodeByKey();
    },
    actorCount: dataset.actors.length,
    statementCount,
    edgeCount: statementCount + structure.length,
    ...edges,
    nonStakeholder,
    structure: structure.map(({ key, kind }) => ({ key, kind })),
    adjacency(rollup) {
      let adjacency = built.get(rollup);
      if (!adjacency) {
        const standsFor = new Int32Array(nodes.length);
        for (let node = 0; node < nodes.length; node++) standsFor[node] = node;
        if (rollup !== "none")
          dataset.actors.forEach((actor, node) => {
            const { id } = rollUpActor(dataset, actor, rollup);
            if (id !== actor.id) standsFor[node] = nodeByKey().get(actorKey(id)) as number;
          });
        adjacency = buildAdjacency(edges.from, edges.to, standsFor, rollup !== "none");
        built.set(rollup, adjacency);
      }
      return adjacency;
    },
  };
}

function structureDrafts(
  dataset: Dataset,
  nodeByKey: () => ReadonlyMap<string, number>,
  nonStakeholder: Uint8Array,
): StructureDraft[] {
  const drafts: StructureDraft[] = [];
  const add = (fromKey: NodeKey, kind: StructureKind, toKey: NodeKey, bits: number) => {
    const from = nodeByKey().get(fromKey);
    const to = nodeByKey().get(toKey);
    if (from === undefined || to === undefined)
      throw new Error(`no node ${toKey}: the dataset was not checked`);
    const outside = nonStakeholder[from] || nonStakeholder[to] ? flag.NON_STAKEHOLDER : 0;
    const key = `structure:${fromKey.slice(fromKey.indexOf(":") + 1)}:${kind}:${toKey.slice(toKey.indexOf(":") + 1)}`;
    drafts.push({ key, kind, from, to, flags: bits | outside });
  };
  for (const actor of dataset.actors) {
    const { speaksFor, memberOf, groups } = actor;
    const key = actorKey(actor.id);
    if (speaksFor !== null) add(key, "speaks-for", actorKey(speaksFor), flag.MEMBERSHIP);
    if (memberOf !== null) add(key, "member-of", actorKey(memberOf), flag.MEMBERSHIP);
    if (groups.length > 0)
      for (const group of new Set(groups)) add(key, "in-group", actorKey(group), flag.MEMBERSHIP);
  }
  for (const issue of dataset.issues) {
    if (issue.parent === null) continue;
    const contained = issue.container || dataset.issueById.get(issue.parent)?.container;
    add(issueKey(issue.id), "part-of", issueKey(issue.parent), contained ? flag.CONTAINED : flag.SUBISSUE);
  }
  return drafts;
}
