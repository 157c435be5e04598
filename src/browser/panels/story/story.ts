/** A story: a title and saved views with notes, in their order, as text in the address and as a file. Pure. */

import { Fault } from "../../../model/problem.ts";
import { formatInner, parseInner } from "../../state/inner-pairs.ts";
import { partsOf, type Report } from "../../state/inner-rules.ts";

export interface Scene {
  readonly note: string;
  /** The query of the view's address, without `?` and without a story of its own. */
  readonly query: string;
}

export interface Story {
  readonly title: string;
  readonly scenes: readonly Scene[];
}

/** Longer addresses are cut by mail programs and refused by servers. */
export const ADDRESS_LIMIT = 6000;

/** `title;note=query;note=query…`: the part without a pair is the title, `title;` alone a story to be told. Empty for a story of nothing. */
export const formatStory = ({ title, scenes }: Story): string =>
  [
    ...(title === "" ? [] : [encodeURIComponent(title)]),
    ...scenes.map(({ note, query }) => formatInner([[note || " ", query]])),
    ...(title !== "" && scenes.length === 0 ? [""] : []),
  ].join(";");

/** Reads what `formatStory` writes; what is none is left out and reported. */
export function parseStory(text: string, report?: Report): Story {
  let title = "";
  const scenes: Scene[] = [];
  const written = partsOf(text);
  const parts = written.length === 2 && written[1] === "" ? written.slice(0, 1) : written;
  parts.forEach((part, at) => {
    const [pair] = parseInner(part);
    // A word alone is no story: it is what is left of one, or something else.
    const plain = at === 0 && written.length > 1 && !part.includes("=") ? decoded(part) : null;
    if (pair) scenes.push({ note: pair[0] === " " ? "" : pair[0], query: pair[1] });
    else if (plain) title = plain;
    else report?.(part, "Give a story as TITLE;NOTE=QUERY;NOTE=QUERY, each part percent-encoded.");
  });
  return { title, scenes };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A view's query as a scene keeps it. */
export function sceneQuery(search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of ["story", "embed"]) parameters.delete(name);
  return parameters.toString();
}

/** Scenes with one moved by `by` places; the same scenes when there is no such place. */
export function moved(scenes: readonly Scene[], at: number, by: number): readonly Scene[] {
  const to = at + by;
  const scene = scenes[at];
  if (!scene || to < 0 || to >= scenes.length) return scenes;
  const rest = scenes.filter((_, index) => index !== at);
  return [...rest.slice(0, to), scene, ...rest.slice(to)];
}

const KIND = "stancegraph-story";

/** The story as a file: JSON with the dataset it was made of. */
export const storyFile = ({ title, scenes }: Story, dataset: string, version: string): string =>
  `${JSON.stringify({ kind: KIND, format: 1, title, dataset, version, scenes }, null, 2)}\n`;

const ANOTHER = "Choose a file that was saved by “Save as a file” here.";

const broken = (place: string, message: string, remedy: string): Fault =>
  new Fault({ class: "bad-data", code: "story-file", parameter: place, message, remedy });

/**
 * Reads a story's file.
 * @throws Fault that names the place (`file`, `title`, `scene 2`) and the remedy
 */
export function readStoryFile(text: string): { readonly dataset: string; readonly story: Story } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken("file", `The file is no JSON: ${(error as Error).message}`, ANOTHER);
  }
  const { kind, format, title = "", dataset, scenes } = membersOf(value) ?? {};
  if (kind !== KIND) throw broken("kind", `The file is no story: its kind is not ${KIND}`, ANOTHER);
  if (format !== 1)
    throw broken(
      "format",
      "The file has a format of stories that is not 1",
      "Open it with a later Stancegraph.",
    );
  if (typeof title !== "string") throw broken("title", "The title is no text", "Put it in quotes.");
  if (typeof dataset !== "string")
    throw broken(
      "dataset",
      "The dataset is no text",
      "Give the id of the dataset that the story was made of.",
    );
  if (!Array.isArray(scenes)) throw broken("scenes", "There is no list of scenes", "Give scenes as a list.");
  const story = (scenes as readonly unknown[]).map((scene, at): Scene => {
    const { note, query } = membersOf(scene) ?? {};
    if (typeof note === "string" && typeof query === "string") return { note, query: sceneQuery(query) };
    const place = `scene ${at + 1}`;
    throw broken(
      place,
      `Of ${place} note or query is no text`,
      "Give both, or take the scene out of the file.",
    );
  });
  return { dataset, story: { title, scenes: story } };
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
