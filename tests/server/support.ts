/** Serves an app on a free port of this machine and asks it, headers and all. */
import { request } from "node:http";
import { pino } from "pino";
import { openFolderSource } from "../../src/dataset/folder-source-node.ts";
import { type AppOptions, createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { Catalogue } from "../../src/service/catalogue.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON. */
  json(): Json;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test
export type Json = any;

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request as it is written here: nothing is normalised, decoded or followed. */
export function ask(
  base: string,
  address: string,
  { method = "GET", headers = {} }: Asking = {},
): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: address, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString("utf8");
        const { statusCode = 0 } = response;
        resolve({ status: statusCode, headers: response.headers, bytes, text, json: () => JSON.parse(text) });
      });
    });
    sent.once("error", reject);
    sent.end();
  });
}

export interface TestServer {
  readonly url: string;
  readonly catalogue: Catalogue;
  /** What was logged, one JSON line each. */
  readonly log: readonly string[];
  get(address: string, asking?: Asking): Promise<Answer>;
  close(): Promise<void>;
}

/** Serves folders. Without folders nothing is loaded. */
export async function startServer(
  folders: readonly string[],
  options: Partial<AppOptions> = {},
  watching: { readonly watch: boolean; readonly debounce?: number; readonly poll?: number } = {
    watch: false,
  },
): Promise<TestServer> {
  const catalogue = new Catalogue();
  const log: string[] = [];
  const app = createApp({
    catalogue,
    corpus: null,
    explorer: "/nowhere",
    host: "127.0.0.1",
    sharePassages: false,
    trustProxy: false,
    embedFrom: [],
    limit: false,
    logger: pino({ level: "info", base: null }, { write: (line) => void log.push(line) }),
    release: "1.2.3",
    now: () => Date.parse("2026-01-02T03:04:05Z"),
    ...options,
  });
  if (folders.length > 0) await catalogue.start(await openFolderSource(folders, watching));
  const listening = await listen(app, "127.0.0.1", 0);
  return {
    url: listening.url,
    catalogue,
    log,
    get: (address, asking) => ask(listening.url, address, asking),
    async close() {
      await listening.close();
      await catalogue.close();
    },
  };
}
