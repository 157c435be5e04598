/** How benches measure: contenders take turns in one run, each is warmed up first, and medians of wall and CPU time are kept. */

/** One row of the JSON output. Numbers are null where there is nothing to compare, `ok` where there is nothing to judge. */
export interface BenchResult {
  readonly id: string;
  /** What is measured, in words. */
  readonly work: string;
  readonly value: number | null;
  readonly unit: string;
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** How many times better than the peer. */
  readonly ratio: number | null;
  /** The least ratio, or where there is no ratio the greatest value, that is good. */
  readonly bar: number | null;
  readonly ok: boolean | null;
  /** CPU milliseconds per unit of work, ours and the peer's. */
  readonly cpuMs?: number;
  readonly peerCpuMs?: number;
  /** As `ratio`, by CPU time: steadier than wall time where other programs want the same cores. */
  readonly cpuRatio?: number;
  readonly note?: string;
}

export interface BenchOptions {
  /** Fewer rounds on smaller data: a smoke test, not a result. */
  readonly quick: boolean;
}

/** One row of DESIGN §12. A row may give several results; one whose needs are not here gives results that say so. */
export interface BenchRow {
  readonly id: string;
  run(options: BenchOptions): Promise<readonly BenchResult[]>;
}

/** One batch of work. */
export interface Batch {
  readonly units: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface Contender {
  /** Does one batch and measures itself, so that other processes can take part. */
  batch(): Batch | Promise<Batch>;
}

/** Medians over the rounds. */
export interface Timing {
  readonly wallMsPerUnit: number;
  readonly cpuMsPerUnit: number;
}

/** A contender in this process: `work` does a batch and gives the number of units in it. */
export function here(work: () => number | Promise<number>): Contender {
  return {
    async batch() {
      const cpuStart = process.cpuUsage();
      const start = performance.now();
      const units = await work();
      const wallMs = performance.now() - start;
      const { user, system } = process.cpuUsage(cpuStart);
      return { units, wallMs, cpuMs: (user + system) / 1000 };
    },
  };
}

/** The same work several times in one batch, for work that is too short to be measured once. */
export const repeated = (times: number, work: () => number): Contender =>
  here(() => {
    let units = 0;
    for (let at = 0; at < times; at++) units += work();
    return units;
  });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The value below which the given share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
}

/** CPU time after which a contender is warm: compilers have seen enough by then. */
const WARM_MS = 1000;

/** Lets contenders take turns for a number of rounds, after batches that do not count until each is warm. */
export async function alternate(
  contenders: readonly Contender[],
  { quick }: BenchOptions,
): Promise<Timing[]> {
  const walls = contenders.map((): number[] => []);
  const cpus = contenders.map((): number[] => []);
  for (const contender of contenders)
    for (let spent = 0; spent < (quick ? WARM_MS / 4 : WARM_MS); )
      spent += (await contender.batch()).cpuMs + 1;
  for (let round = 0; round < (quick ? 3 : 7); round++)
    for (const [at, contender] of contenders.entries()) {
      const { units, wallMs, cpuMs } = await contender.batch();
      walls[at]?.push(wallMs / units);
      cpus[at]?.push(cpuMs / units);
    }
  return contenders.map((_, at) => ({
    wallMsPerUnit: median(walls[at] as number[]),
    cpuMsPerUnit: median(cpus[at] as number[]),
  }));
}

const short = (value: number): number => Number(value.toPrecision(4));

type Words = Pick<BenchResult, "id" | "work"> & { readonly note?: string };

/** A result whose bar is a ratio to a peer. Rates are per second, times in milliseconds per unit. */
export function compared(
  words: Words & { readonly unit: string; readonly per: "second" | "unit"; readonly bar: number | null },
  ours: Timing,
  peer: string,
  theirs: Timing | null,
): BenchResult {
  const shown = ({ wallMsPerUnit }: Timing): number =>
    short(words.per === "second" ? 1000 / wallMsPerUnit : wallMsPerUnit);
  const ratio = theirs && short(theirs.wallMsPerUnit / ours.wallMsPerUnit);
  const { id, work, unit, bar, note } = words;
  return {
    id,
    work,
    value: shown(ours),
    unit,
    peer: theirs ? peer : `${peer} (absent)`,
    peerValue: theirs && shown(theirs),
    ratio,
    bar,
    ok: ratio === null || bar === null ? null : ratio >= bar,
    cpuMs: short(ours.cpuMsPerUnit),
    ...(theirs
      ? {
          peerCpuMs: short(theirs.cpuMsPerUnit),
          cpuRatio: short(theirs.cpuMsPerUnit / ours.cpuMsPerUnit),
        }
      : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** A result that must not be greater than its bar. */
export function limited(
  words: Words & { readonly unit: string; readonly bar: number | null },
  value: number,
  peer: { readonly name: string; readonly value: number | null } | null = null,
): BenchResult {
  const { id, work, unit, bar, note } = words;
  return {
    id,
    work,
    value: short(value),
    unit,
    peer: peer?.name ?? null,
    peerValue: peer?.value == null ? null : short(peer.value),
    ratio: null,
    bar,
    ok: bar === null ? null : value <= bar,
    ...(note === undefined ? {} : { note }),
  };
}

/** A result of a row whose needs are not here. */
export const absent = (id: string, work: string, why: string): BenchResult => ({
  id,
  work,
  value: null,
  unit: "",
  peer: null,
  peerValue: null,
  ratio: null,
  bar: null,
  ok: null,
  note: why,
});
