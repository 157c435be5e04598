/** Serves the house dataset from the built program and opens it in a real Chromium. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { ROOT } from "../support/require.ts";

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
  chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] });

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
  await page.goto(address);
  return { page, faults, close: () => context.close() };
}

/** Waits until the map or its replacement is drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.getByRole("region", { name: "Legend" }).waitFor({ state: "visible", timeout: 30_000 });

/**
 * Every finding of axe on a page as it stands, whatever its weight, best practices and the size of targets (WCAG 2.5.8)
 * included; the page must have been opened with `bypassCSP`.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      rules: { "target-size": { enabled: true } },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
    );
  });
}
