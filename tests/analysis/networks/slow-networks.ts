/** Networks by the letter of NETWORKS §0: loops over all pairs of statements, no encoding, nothing shared with the program. */

export interface SlowStatement {
  readonly row: string;
  readonly column: string;
  readonly q: string | number;
  /** Seconds. */
  readonly time: number;
  readonly document: number;
  readonly start: number;
}

export interface SlowSettings {
  readonly aggregation: string;
  readonly normalization: string;
  readonly duplicates: string;
  readonly kind: "boolean" | "integer" | "text";
}

const iso = (time: number) => new Date(time * 1000).toISOString();

/** ISO week with its year, by walking to the Thursday. */
function week(time: number): string {
  const day = new Date(`${iso(time).slice(0, 10)}T00:00:00Z`);
  const thursday = new Date(day);
  thursday.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${Math.floor((thursday.getTime() - first) / 604_800_000) + 1}`;
}

const BUCKETS: Record<string, (s: SlowStatement) => string> = {
  document: (s) => `d${s.document}`,
  week: (s) => week(s.time),
  month: (s) => iso(s.time).slice(0, 7),
  year: (s) => iso(s.time).slice(0, 4),
  acrossrange: () => "all",
};

export const inOrder = (list: readonly SlowStatement[]): SlowStatement[] =>
  [...list].sort((a, b) => a.time - b.time || a.document - b.document || a.start - b.start);

/** What can make ties: neither variable empty, nor a text level where levels count. */
export const usable = (list: readonly SlowStatement[], settings: SlowSettings): SlowStatement[] =>
  inOrder(list).filter(
    (s) =>
      s.row !== "" &&
      s.column !== "" &&
      !(settings.aggregation !== "ignore" && settings.kind === "text" && s.q === ""),
  );

export function withoutDuplicates(list: readonly SlowStatement[], settings: SlowSettings): SlowStatement[] {
  const bucket = BUCKETS[settings.duplicates];
  if (!bucket) return [...list];
  const kept: SlowStatement[] = [];
  for (const s of list)
    if (
      !kept.some(
        (k) =>
          k.row === s.row &&
          k.column === s.column &&
          (settings.aggregation === "ignore" || k.q === s.q) &&
          bucket(k) === bucket(s),
      )
    )
      kept.push(s);
  return kept;
}

export const labels = (list: readonly string[]): string[] =>
  [...new Set(list)].filter((l) => l !== "").sort();

/** R of row 9, from the population. */
export const rangeOf = (list: readonly SlowStatement[], settings: SlowSettings): number => {
  if (settings.kind === "boolean") return 1;
  const numbers = list.map((s) => Number(s.q));
  return numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);
};

/** One-mode by pairs of statements. `zeta` weighs each statement; the square root of both is the weight of a pair (row 27). */
export function slowOneMode(
  list: readonly SlowStatement[],
  rows: readonly string[],
  settings: SlowSettings,
  range: number,
  zeta: (s: SlowStatement) => number = () => 1,
): number[][] {
  const s = (a: SlowStatement, b: SlowStatement): number => {
    if (settings.aggregation === "ignore") return 1;
    if (settings.kind !== "integer") return a.q === b.q ? 1 : 0;
    return range === 0 ? 1 : 1 - Math.abs(Number(a.q) - Number(b.q)) / range;
  };
  const f: Record<string, (x: number) => number> = {
    ignore: () => 1,
    congruence: (x) => x,
    conflict: (x) => 1 - x,
    subtract: (x) => 2 * x - 1,
  };
  const pairs = (i: string, other: string, g: (x: number) => number): number => {
    let sum = 0;
    for (const a of list)
      for (const b of list)
        if (a.row === i && b.row === other && a.column === b.column)
          sum += Math.sqrt(zeta(a) * zeta(b)) * g(s(a, b));
    return sum;
  };
  const total = (i: string): number => list.filter((x) => x.row === i).reduce((n, x) => n + zeta(x), 0);
  const jaccard = (i: string, other: string): number => {
    const level = (x: SlowStatement) => (settings.aggregation === "ignore" ? "" : x.q);
    const cells = new Set(list.map((x) => JSON.stringify([x.column, level(x)])));
    let n = 0;
    for (const cell of cells) {
      const mine = list.filter((x) => x.row === i && JSON.stringify([x.column, level(x)]) === cell);
      const theirs = list.filter((x) => x.row === other && JSON.stringify([x.column, level(x)]) === cell);
      const z = (part: SlowStatement[]) => part.reduce((sum, x) => sum + zeta(x), 0);
      const a = (part: SlowStatement[]) => part.reduce((sum, x) => sum + Math.sqrt(zeta(x)), 0);
      if (z(mine) > 0 && z(theirs) > 0) n += a(mine) * a(theirs);
      else n += z(mine) + z(theirs);
    }
    return n;
  };
  const divisor: Record<string, (i: string, other: string) => number> = {
    no: () => 1,
    average: (i, other) => (total(i) + total(other)) / 2,
    cosine: (i, other) => Math.sqrt(pairs(i, i, (x) => x) * pairs(other, other, (x) => x)),
    jaccard,
  };
  return rows.map((i) =>
    rows.map((other) => {
      if (i === other) return 0;
      const n = divisor[settings.normalization]?.(i, other) ?? Number.NaN;
      return n === 0 ? 0 : pairs(i, other, f[settings.aggregation] ?? (() => Number.NaN)) / n;
    }),
  );
}

/** Two-mode by going through the statements of each cell. `levels` are those of the population, ascending. */
export function slowTwoMode(
  list: readonly SlowStatement[],
  rows: readonly string[],
  columns: readonly string[],
  settings: SlowSettings,
  levels: readonly (string | number)[],
  zeta: (s: SlowStatement) => number = () => 1,
): number[][] {
  const cell = (row: string, column: string): number => {
    const here = list.filter((s) => s.row === row && s.column === column);
    if (settings.aggregation === "combine")
      return levels.reduce<number>(
        (code, level, k) => code + (here.some((s) => s.q === level) ? 2 ** (levels.length - 1 - k) : 0),
        0,
      );
    return here.reduce((sum, s) => {
      if (settings.aggregation === "ignore") return sum + zeta(s);
      return sum + zeta(s) * (settings.kind === "boolean" ? 2 * Number(s.q) - 1 : Number(s.q));
    }, 0);
  };
  const size = (keep: (s: SlowStatement) => boolean) => list.filter(keep).reduce((n, s) => n + zeta(s), 0);
  return rows.map((row) =>
    columns.map((column) => {
      const n =
        settings.normalization === "activity"
          ? size((s) => s.row === row)
          : settings.normalization === "prominence"
            ? size((s) => s.column === column)
            : 1;
      return n === 0 ? 0 : cell(row, column) / n;
    }),
  );
}
