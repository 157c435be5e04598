/** What colour, size and name of a node, width of a line and outlines stand for: the setting `look` of the address. Pure. */

import { formatInner } from "../state/inner-pairs.ts";
import { innerPairs, matching, oneOf, type Report } from "../state/inner-rules.ts";

export interface Look {
  /** `type`, `kind`, `community`, `coalition`, `stance`, a metric, or an attribute of nodes (`country`, `x:party`). */
  readonly color: string;
  /** `statements`, `uniform`, or a metric. */
  readonly size: string;
  /** `short`, `full`, `none`, or an attribute of nodes. */
  readonly label: string;
  /** `statements`, `confidence` or `uniform`. */
  readonly width: string;
  /** `none`, `community`, `coalition` or `kind`. */
  readonly groups: string;
}

export const DEFAULT_LOOK: Look = {
  color: "type",
  size: "statements",
  label: "short",
  width: "statements",
  groups: "none",
};

const NAMES = Object.keys(DEFAULT_LOOK) as readonly (keyof Look)[];

const METRICS = "degree|weighted_degree|betweenness|pagerank|eigenvector";
const ATTRIBUTE = "country, or x:NAME for a further column";

/** What each part may be; whether nodes have an attribute is the graph's to say. */
const RULES = {
  color: matching(
    new RegExp(`^(type|kind|community|coalition|stance|country|x:.+|${METRICS})$`, "s"),
    `type, kind, community, coalition, stance, ${METRICS.replaceAll("|", ", ")}, ${ATTRIBUTE}`,
  ),
  size: oneOf(["statements", "uniform", ...METRICS.split("|")]),
  label: matching(/^(short|full|none|country|x:.+)$/s, `short, full, none, ${ATTRIBUTE}`),
  width: oneOf(["statements", "confidence", "uniform"]),
  groups: oneOf(["none", "community", "coalition", "kind"]),
} as const;

/** Reads what `formatLook` writes; what is missing or no value of its part has its default and is reported. */
export function parseLook(text: string, report?: Report): Look {
  const given = new Map(innerPairs(text, RULES, report));
  return Object.fromEntries(
    NAMES.map((name) => [name, given.get(name) || DEFAULT_LOOK[name]]),
  ) as unknown as Look;
}

/** Pairs of what is not the default; empty for the default look. */
export const formatLook = (look: Look): string =>
  formatInner(NAMES.filter((name) => look[name] !== DEFAULT_LOOK[name]).map((name) => [name, look[name]]));
