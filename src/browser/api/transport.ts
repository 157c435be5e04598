/** Who answers a path: the server, or an engine in this browser that holds the dataset which the path names. */

import { useLayoutProgress } from "../state/layout-progress.ts";

/** What came back, whoever it came from. */
export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  /** The name under which it is to be saved, or null. */
  readonly fileName: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What answers in this browser broke, or could not be started. */
export class HostError extends Error {}

/** Answers paths in this browser. Rejects with `HostError` when it broke off. */
export interface Host {
  /** @param drawing hears how far a layout is that takes long, 0 … 1 */
  ask(path: string, accept: string, drawing?: (share: number | null) => void): Promise<Answer>;
}

const hosts = new Map<string, Host>();
let sole: Host | null = null;

/** From now on this host answers for a dataset. */
export function answerBy(dataset: string, host: Host): void {
  hosts.set(dataset, host);
}

/** From now on this host answers everything: there is no server. */
export function answerAllBy(host: Host): void {
  sole = host;
}

/** Whether there is no server behind this page. */
export const isOffline = (): boolean => sole !== null;

/** The host of a path below `/api`; null = the server. */
export function hostOf(path: string): Host | null {
  if (sole) return sole;
  if (hosts.size === 0) return null;
  const named = /^\/api\/datasets\/([^/?]+)/.exec(path)?.[1];
  return named === undefined ? null : (hosts.get(decodeURIComponent(named)) ?? null);
}

/** As `fetch`, whoever answers. An asker who has gone hears nothing more. @throws what `fetch` throws when no answer comes */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const host = hostOf(path);
  if (!host) return fetch(path, init);
  const accept = new Headers(init.headers).get("Accept") ?? "";
  const drawing = (share: number | null): void => useLayoutProgress.setState({ share });
  const { status, mediaType, bytes } = await host.ask(path, accept, drawing).finally(() => drawing(null));
  init.signal?.throwIfAborted();
  return new Response(bytes, { status, headers: { "Content-Type": mediaType } });
}
