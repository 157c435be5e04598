/** Serves the house dataset from the built program and opens it in a real Chromium. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import axe, { type RunOptions } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from "playwright-core";
import { ROOT } from "../support/require.ts";

/**
 * Parts of Chromium that cost time and change nothing here: the pages of its own address bar, drawn for each window, beside what
 * playwright switches off itself, whose list a second one replaces.
 */
const UNUSED =
  "WebUIOmniboxPopup,WebUIOmniboxAimPopup,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch";

const CHROMIUM_FLAGS =
  "--headless=new --no-sandbox --disable-gpu --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
    " ",
  );

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts `stancegraph serve` on a free port; resolves with the printed address. */
export function serve(args: readonly string[] = []): Promise<Served> {
  const program = path.join(ROOT, "bin/stancegraph.js");
  const child: ChildProcess = spawn(process.execPath, [program, "serve", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let log = "";
  child.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk) => {
      said += chunk;
      const url = /^http:\/\/\S+\/$/m.exec(said)?.[0];
      if (url)
        resolve({
          url,
          close: async () => {
            child.kill("SIGTERM");
            await exited;
          },
        });
    });
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${log}`)));
  });
}

/** Switches off all drawing by the graphics card. */
export const NO_WEBGL: readonly string[] = ["--disable-webgl", "--disable-webgl2", "--disable-3d-apis"];

/** A browser; flags beyond the usual ones switch things off (WebGL, say). */
export const launch = (executablePath: string, flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, `--disable-features=${UNUSED}`, ...flags] });

/** What a page must never do: log an error, throw, or ask another host. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
  close(): Promise<void>;
}

/** Opens an address in a fresh context and writes down every console error, exception and foreign request. */
export async function open(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== new URL(address).host)
      faults.push(`foreign: ${request.url()}`);
  });
  const unanswered = new Set<Request>();
  asked.set(page, unanswered);
  page.on("request", (request) => unanswered.add(request));
  page.on("requestfinished", (request) => unanswered.delete(request));
  page.on("requestfailed", (request) => unanswered.delete(request));
  await page.goto(address);
  return { page, faults, close: () => context.close() };
}

/** Waits until the map or its replacement is drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.getByRole("region", { name: "Legend" }).waitFor({ state: "visible", timeout: 30_000 });

/** What each page that was opened here waits for from the server. */
const asked = new WeakMap<Page, Set<Request>>();

/**
 * Waits until a page has come to rest: nothing asked of the server is unanswered, nothing has changed for a quarter of a second, and
 * what is faded in has its colours. What never rests is taken as it is after some seconds.
 */
export async function atRest(page: Page): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await page.evaluate(
      ([quiet, most]) =>
        new Promise<void>((resolve) => {
          const start = performance.now();
          let changed = start;
          const watch = new MutationObserver(() => {
            changed = performance.now();
          });
          watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          const look = (): void => {
            const now = performance.now();
            const fades = document
              .getAnimations()
              .some(
                ({ playState, effect }) =>
                  playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
              );
            if ((fades || now - changed < quiet) && now - start < most) return void setTimeout(look, 50);
            watch.disconnect();
            resolve();
          };
          look();
        }),
      [250, 4000] as const,
    );
    if (!asked.get(page)?.size) return;
  }
}

/** What axe looks for beyond its usual rules, and what a change of colours alone can break. */
const ALL_RULES: RunOptions = { rules: { "target-size": { enabled: true } } };
const COLOUR_RULES: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

async function axeFaults(page: Page, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ content: axe.source });
  return page.evaluate(
    async (how) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(how);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
      );
    },
    { ...options, resultTypes: ["violations"] } satisfies RunOptions,
  );
}

/**
 * Every finding of axe on a page as it stands, whatever its weight, best practices and the size of targets (WCAG 2.5.8)
 * included; the page must have been opened with `bypassCSP`.
 */
export const accessibilityFaults = (page: Page): Promise<readonly string[]> => axeFaults(page, ALL_RULES);

/**
 * The same for a page once it has come to rest, and then what its other theme does to colours, which are all that a theme changes.
 * The theme is changed by the address, as Back does it, so that the page stays as it is.
 */
export async function accessibilityFaultsOfBothThemes(page: Page): Promise<readonly string[]> {
  await atRest(page);
  const faults = await accessibilityFaults(page);
  const scheme = () => page.locator("html").getAttribute("data-mantine-color-scheme");
  const other = (await scheme()) === "dark" ? "light" : "dark";
  await page.evaluate((theme) => {
    const address = new URL(location.href);
    address.searchParams.set("theme", theme);
    history.replaceState(history.state, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  }, other);
  await page.locator(`html[data-mantine-color-scheme=${other}]`).waitFor({ state: "attached" });
  await atRest(page);
  const coloured = await axeFaults(page, COLOUR_RULES);
  return [...faults, ...coloured.map((fault) => `${other}: ${fault}`)];
}
