/** What colour, size and name of a node, width of a line and outlines stand for: the setting `look` of the address. Pure. */

import { formatInner, parseInner } from "../state/inner-pairs.ts";

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

/** Reads what `formatLook` writes; what is missing or empty has its default. */
export function parseLook(text: string): Look {
  const given = new Map(parseInner(text));
  return Object.fromEntries(
    NAMES.map((name) => [name, given.get(name) || DEFAULT_LOOK[name]]),
  ) as unknown as Look;
}

/** Pairs of what is not the default; empty for the default look. */
export const formatLook = (look: Look): string =>
  formatInner(NAMES.filter((name) => look[name] !== DEFAULT_LOOK[name]).map((name) => [name, look[name]]));
