/**
 * The longest task of the page's main thread while the map of a large dataset, shown whole, is pointed at, moved, scaled,
 * selected on and filtered, by CPU time and by the clock. Other programs that want the same cores make any task last longer, so
 * by the clock the quietest of some rounds counts; what the page itself waits for, it waits for in each of them.
 */

import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { serve } from "../../tests/e2e/explorer.ts";
import { largePackage } from "../../tests/support/large-package.ts";
import { ROOT } from "../../tests/support/require.ts";
import { NO_CHROMIUM, NOT_BUILT, withChromium } from "../chromium.ts";
import { absent, type BenchRow, limited } from "../harness.ts";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock and of CPU time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

interface Longest {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** The longest tasks of the renderers' main threads while something is done. */
async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<Longest> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString("utf8")) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const threads = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = trace.traceEvents.filter(
    ({ ph, name, pid, tid }) => ph === "X" && name.endsWith("RunTask") && threads.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error("the trace of the browser has no tasks");
  const most = (of: (event: TraceEvent) => number | undefined) =>
    tasks.reduce((greatest, event) => Math.max(greatest, of(event) ?? 0), 0) / 1000;
  return { cpuMs: most(({ tdur }) => tdur), wallMs: most(({ dur }) => dur) };
}

/** Points at places all over the map, moves and scales it, selects nodes and lines, and lets go of them. */
async function use(page: Page): Promise<void> {
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("there is no map");
  const at = (across: number, down: number) =>
    [box.x + box.width * across, box.y + box.height * down] as const;
  const rest = () => page.waitForTimeout(400);
  for (let step = 0; step < 24; step++)
    await page.mouse.move(...at(0.2 + (0.6 * ((step * 7) % 24)) / 24, 0.2 + (0.6 * step) / 24), { steps: 3 });
  for (const turn of [-240, -240, -240, 240, 240, 240]) {
    await page.mouse.wheel(0, turn);
    await rest();
  }
  for (const [across, down] of [
    [0.3, 0.6],
    [0.7, 0.4],
  ] as const) {
    await page.mouse.move(...at(0.5, 0.5));
    await page.mouse.down();
    await page.mouse.move(...at(across, down), { steps: 12 });
    await page.mouse.up();
    await rest();
  }
  for (let step = 0; step < 6; step++) {
    await page.mouse.click(...at(0.35 + 0.05 * step, 0.65 - 0.05 * step));
    await page.waitForTimeout(700);
  }
  await page.keyboard.press("Escape");
  await rest();
  for (let turn = 0; turn < 2; turn++) {
    await page
      .getByRole("checkbox", { name: /opposes/ })
      .first()
      .click({ force: true });
    await page.waitForTimeout(2500);
  }
}

const ROUNDS = 3;

export const pageLongTaskRow: BenchRow = {
  id: "page-long-task",
  async run({ quick }) {
    const [nodes, edges] = quick ? [2000, 10_000] : [10_000, 50_000];
    const work = `page: longest task after the load, ${nodes / 1000}k nodes / ${edges / 1000}k edges, in CPU time`;
    if (!existsSync(path.join(ROOT, "dist/explorer/index.html"))) return [absent(this.id, work, NOT_BUILT)];
    const longest = await withChromium(async (browser) => {
      const large = await largePackage({ actors: nodes * 0.6, issues: nodes * 0.4, pairs: edges });
      const served = await serve([large.folder, "--log-level", "silent"]);
      try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await page.goto(`${served.url}?detail=all`);
        const drawn = "[data-map-stage][data-labels]:not([data-labels='0'])";
        await page.locator(drawn).waitFor({ state: "attached", timeout: 300_000 });
        await page.waitForTimeout(5000);
        const rounds: Longest[] = [];
        for (let round = 0; round < ROUNDS; round++)
          rounds.push(await longestTask(browser, page, () => use(page)));
        return {
          cpuMs: Math.max(...rounds.map(({ cpuMs }) => cpuMs)),
          wallMs: Math.min(...rounds.map(({ wallMs }) => wallMs)),
        };
      } finally {
        await served.close();
        await large.remove();
      }
    });
    if (!longest) return [absent(this.id, work, NO_CHROMIUM)];
    return [
      limited({ id: this.id, work, unit: "ms", bar: 200 }, longest.cpuMs),
      limited(
        { id: `${this.id}-wall`, work: `${work.slice(0, -13)}, by the clock`, unit: "ms", bar: 200 },
        longest.wallMs,
      ),
    ];
  },
};
