/** How the time line is played: what comes next, how fast, and how it is kept in the address. Pure. */

import { formatInner } from "../../state/inner-pairs.ts";
import { innerPairs, oneOf, type Report } from "../../state/inner-rules.ts";
import { type Range, UNITS, type Unit, whole } from "./bins.ts";

/** `cumulative`: the beginning stays, the end moves on; `sliding`: a stretch of one length moves on. */
export const WINDOWS = ["cumulative", "sliding"] as const;
export type WindowKind = (typeof WINDOWS)[number];

/** Periods a second. */
export const SPEEDS = [0.5, 1, 2, 4] as const;

export interface TimeChoice {
  readonly window: WindowKind;
  readonly speed: number;
  /** Null = chosen by the time there is. */
  readonly unit: Unit | null;
  /** Whether statements whose dates reach over several periods are drawn. */
  readonly vague: boolean;
}

export const USUAL: TimeChoice = { window: "cumulative", speed: 1, unit: null, vague: true };

/** What differs from the usual, as text of the address. */
export const formatTime = ({ window, speed, unit, vague }: TimeChoice): string =>
  formatInner([
    ...(window === USUAL.window ? [] : ([["window", window]] as const)),
    ...(speed === USUAL.speed ? [] : ([["speed", String(speed)]] as const)),
    ...(unit === null ? [] : ([["unit", unit]] as const)),
    ...(vague ? [] : ([["vague", "0"]] as const)),
  ]);

const RULES = { window: oneOf(WINDOWS), speed: oneOf(SPEEDS), unit: oneOf(UNITS), vague: oneOf([0, 1]) };

/** Reads what `formatTime` writes; what is none is left at the usual and reported. */
export function parseTime(text: string, report?: Report): TimeChoice {
  const given = new Map(innerPairs(text, RULES, report));
  return {
    window: WINDOWS.find((kind) => kind === given.get("window")) ?? USUAL.window,
    speed: SPEEDS.find((speed) => String(speed) === given.get("speed")) ?? USUAL.speed,
    unit: UNITS.find((unit) => unit === given.get("unit")) ?? null,
    vague: given.get("vague") !== "0",
  };
}

/** Share of the line that a sliding stretch begins with when none was brushed. */
const FIRST_SHARE = 8;

/** Where playing begins: where the brush stands, or from the beginning when it is at the end or nowhere. */
export function playFrom(range: Range, length: number, window: WindowKind): Range {
  const { from, to } = whole(range);
  if (to < length) return { from, to };
  if (from === 0)
    return { from: 0, to: window === "sliding" ? Math.max(1, Math.round(length / FIRST_SHARE)) : 1 };
  return window === "sliding" ? { from: 0, to: to - from } : { from, to: Math.min(length, from + 1) };
}

/** One period on (or back, by −1); null at the end of the line. */
export function stepOn(range: Range, length: number, window: WindowKind, by = 1): Range | null {
  const { from, to } = whole(range);
  const next = { from: window === "sliding" ? from + by : from, to: to + by };
  return next.from < 0 || next.to > length || next.to <= next.from ? null : next;
}
