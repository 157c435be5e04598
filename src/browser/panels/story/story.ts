/** A story: saved views with notes, in their order, as text in the address and as a file. Pure. */

import { formatInner, parseInner } from "../../state/inner-pairs.ts";

export interface Scene {
  readonly note: string;
  /** The query of the view's address, without `?` and without a story of its own. */
  readonly query: string;
}

export type Story = readonly Scene[];

/** Longer addresses are cut by mail programs and refused by servers. */
export const ADDRESS_LIMIT = 6000;

export const formatStory = (story: Story): string =>
  formatInner(story.map(({ note, query }) => [note || " ", query]));

export const parseStory = (text: string): Story =>
  text === "" ? [] : parseInner(text).map(([note, query]) => ({ note: note.trim(), query }));

/** A view's query as a scene keeps it. */
export function sceneQuery(search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of ["story", "embed"]) parameters.delete(name);
  return parameters.toString();
}

/** A scene moved by `by` places; the same story when there is no such place. */
export function moved(story: Story, at: number, by: number): Story {
  const to = at + by;
  const scene = story[at];
  if (!scene || to < 0 || to >= story.length) return story;
  const rest = story.filter((_, index) => index !== at);
  return [...rest.slice(0, to), scene, ...rest.slice(to)];
}

const KIND = "stancegraph-story";

/** The story as a file: JSON with the dataset it was made of. */
export const storyFile = (story: Story, dataset: string, version: string): string =>
  `${JSON.stringify({ kind: KIND, format: 1, dataset, version, scenes: story }, null, 2)}\n`;

/** Reads a story's file; null when it is none. */
export function readStoryFile(text: string): { readonly dataset: string; readonly story: Story } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { kind, dataset, scenes } = value as Readonly<Record<string, unknown>>;
  if (kind !== KIND || typeof dataset !== "string" || !Array.isArray(scenes)) return null;
  const story: Scene[] = [];
  for (const scene of scenes as readonly unknown[]) {
    if (typeof scene !== "object" || scene === null) return null;
    const { note, query } = scene as Readonly<Record<string, unknown>>;
    if (typeof note !== "string" || typeof query !== "string") return null;
    story.push({ note, query: sceneQuery(query) });
  }
  return { dataset, story };
}
