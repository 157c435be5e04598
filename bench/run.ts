/**
 * `npm run bench`: measures the rows of DESIGN §12. `--json` prints results as JSON on stdout and nothing else there,
 * `--only ID[,ID]` picks rows, `--quick` does fewer rounds on smaller data.
 */

import { parseArgs } from "node:util";
import { absent, type BenchResult } from "./harness.ts";
import { BENCH_ROWS } from "./registry.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
});

const wanted = values.only.flatMap((list) => list.split(","));
const unknown = wanted.filter((id) => !BENCH_ROWS.some((row) => row.id === id));
if (unknown.length > 0) {
  console.error(`No row ${unknown.join(", ")}; there are ${BENCH_ROWS.map(({ id }) => id).join(", ")}.`);
  process.exit(2);
}

const number = (value: number | null): string =>
  value === null ? "–" : value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });

function line(result: BenchResult): string {
  const { value, unit, peer, peerValue, ratio, cpuRatio, bar, ok } = result;
  if (value === null) return `${result.id}: not measured: ${result.note}`;
  const against = peer === null ? "" : `, ${peer} ${number(peerValue)}`;
  const times = ratio === null ? "" : `, ${number(ratio)}× (by CPU time ${number(cpuRatio ?? null)}×)`;
  const goal = bar === null ? "" : `, bar ${number(bar)}`;
  const verdict = ok === null ? "" : ok ? ": ok" : ": MISSED";
  const note = result.note === undefined ? "" : `\n    ${result.note}`;
  return `${result.id}: ${number(value)} ${unit}${against}${times}${goal}${verdict}${note}`;
}

const results: BenchResult[] = [];
let failed = false;
for (const row of BENCH_ROWS) {
  if (wanted.length > 0 && !wanted.includes(row.id)) continue;
  if (!values.json) console.error(`… ${row.id}`);
  let found: readonly BenchResult[];
  try {
    found = await row.run({ quick: values.quick });
  } catch (error) {
    failed = true;
    console.error(error);
    found = [
      { ...absent(row.id, row.id, `failed: ${error instanceof Error ? error.message : error}`), ok: false },
    ];
  }
  results.push(...found);
  if (!values.json) for (const result of found) console.log(line(result));
}
if (values.json) console.log(JSON.stringify(results, null, 2));
process.exitCode = failed ? 1 : 0;
