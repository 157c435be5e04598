/** The levels of a qualifier as the population has them: which there are, what numbers they stand for, and how alike two are. */

import type { Qualifier } from "./column.ts";

export interface Scale {
  /** Null = no qualifier. */
  readonly qualifier: Qualifier | null;
  /** Level codes of the population, ascending by value (numbers) or label (text). */
  readonly levels: readonly number[];
  /** R: the declared span of the scale, else the observed one; 1 for boolean, 0 for text. */
  readonly range: number;
  /** R as observed, which DNA takes. */
  readonly observed: number;
}

/** Reads the scale off the population (NETWORKS §3, §0 row 9). */
export function scaleOf(qualifier: Qualifier | null, original: Int32Array): Scale {
  if (!qualifier) return { qualifier, levels: [0], range: 0, observed: 0 };
  const marks = new Uint8Array(qualifier.labels.length);
  let unseen = marks.length;
  for (let i = 0; i < original.length && unseen > 0; i += 1) {
    const code = qualifier.codes[original[i] as number] as number;
    if (marks[code] !== 0) continue;
    marks[code] = 1;
    unseen -= 1;
  }
  const present = qualifier.labels.flatMap((_, code) => (marks[code] ? [code] : []));
  const { values } = qualifier;
  const numberOf = (code: number): number => values?.[code] ?? 0;
  const levels = present.sort((a, b) => (values ? numberOf(a) - numberOf(b) : 0) || a - b);
  if (!values) return { qualifier, levels, range: 0, observed: 0 };
  const [first, last] = [levels[0], levels.at(-1)];
  const observed = first === undefined || last === undefined ? 0 : numberOf(last) - numberOf(first);
  if (qualifier.type === "boolean") return { qualifier, levels, range: 1, observed: 1 };
  return { qualifier, levels, range: qualifier.range ?? observed, observed };
}

/** True where levels are the same or not, and nothing in between: boolean, text, none. */
export const isNominal = ({ qualifier }: Scale): boolean => qualifier?.type !== "integer";
