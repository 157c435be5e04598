/** Groups of nodes on the map: communities and coalitions as the analyses find them, or actors of one kind. Pure. */

import type { AnalysisResult } from "../api/computed.ts";
import { parseInner } from "../state/inner-pairs.ts";
import type { Picture } from "./picture.ts";

/** By what nodes can be grouped; the texts of `groups=` in the setting `look`. */
export const GROUPINGS = ["community", "coalition", "kind"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface NodeGroup {
  readonly id: string;
  /** Its name on the map: `Coalition 3: Egypt, Qatar and 1 more`. */
  readonly label: string;
  readonly keys: readonly string[];
  /** Its place among all groups found, by which it has its colour. */
  readonly place: number;
}

/** The grouping that the setting `look` asks for, or null. */
export function groupingOf(look: string): Grouping | null {
  const text = new Map(parseInner(look)).get("groups");
  return GROUPINGS.find((one) => one === text) ?? null;
}

/** Which analysis finds the groups, and which of its tables and columns lists them. */
export const FOUND_BY = {
  community: { analysis: "communities", table: "communities", number: "community", word: "Community" },
  coalition: { analysis: "coalitions", table: "coalitions", number: "coalition", word: "Coalition" },
} as const;

/** Members named in the name of a group. */
const NAMED = 2;

/** `Egypt, Qatar and 3 more`: those with most statements. */
function membersInWords(picture: Picture, keys: readonly string[]): string {
  const names = keys
    .flatMap((key) => picture.nodeByKey.get(key) ?? [])
    .sort((a, b) => b.statements - a.statements || (a.key < b.key ? -1 : 1))
    .map(({ label }) => label);
  const rest = names.length - NAMED;
  return rest > 0 ? `${names.slice(0, NAMED).join(", ")} and ${rest} more` : names.join(", ");
}

/** The groups of an analysis that are on this picture. */
export function foundGroups(
  picture: Picture,
  by: keyof typeof FOUND_BY,
  result: AnalysisResult,
): readonly NodeGroup[] {
  const { table, number, word } = FOUND_BY[by];
  const rows = result.tables.find(({ id }) => id === table)?.rows ?? [];
  return rows.flatMap(({ cells, nodes = [] }, place): readonly NodeGroup[] => {
    const keys = nodes.filter((key) => picture.nodeByKey.has(key));
    if (keys.length < 2) return [];
    const name = `${word} ${cells[number] ?? ""}`.trim();
    return [{ id: name, label: `${name}: ${membersInWords(picture, keys)}`, keys, place }];
  });
}

/** Actors by their kind. `order`: labels of kinds, by which groups have their places and so their colours. */
export function kindGroups(picture: Picture, order: readonly string[]): readonly NodeGroup[] {
  const groups = new Map<string, { label: string; keys: string[] }>();
  for (const { key, kind, kindLabel, isIssue } of picture.nodes) {
    if (isIssue) continue;
    const group = groups.get(kind);
    if (group) group.keys.push(key);
    else groups.set(kind, { label: kindLabel, keys: [key] });
  }
  const places = new Map(order.map((label, at) => [label, at]));
  let further = places.size;
  return [...groups]
    .filter(([, { keys }]) => keys.length > 1)
    .sort(([a, one], [b, other]) => other.keys.length - one.keys.length || (a < b ? -1 : 1))
    .map(([id, { label, keys }]): NodeGroup => {
      return { id, label, keys, place: places.get(label) ?? further++ };
    });
}
