/** Several dataset sources as one: their datasets in order, ids made unique. */

import type { Dataset } from "../model/dataset.ts";
import { Fault } from "../model/problem.ts";
import type { DatasetEntry, DatasetEvent, DatasetSource } from "./source.ts";

interface Part {
  readonly source: DatasetSource;
  /** Id in its own source. */
  readonly inner: string;
}

/** The datasets of all sources; where two have one id, the later gets `-2`, `-3` … Closing it closes them. */
export async function combineSources(sources: readonly DatasetSource[]): Promise<DatasetSource> {
  const parts = new Map<string, Part>();
  for (const source of sources)
    for (const { id } of await source.list()) {
      let outer = id;
      for (let count = 2; parts.has(outer); count++) outer = `${id}-${count}`;
      parts.set(outer, { source, inner: id });
    }
  const outerOf = (source: DatasetSource, inner: string): string =>
    [...parts].find(([, part]) => part.source === source && part.inner === inner)?.[0] ?? inner;
  const renamed = (dataset: Dataset, id: string): Dataset =>
    dataset.id === id ? dataset : { ...dataset, id };
  const partOf = (id: string): Part => {
    const part = parts.get(id);
    if (part) return part;
    throw new Fault({
      class: "not-found",
      code: "unknown-dataset",
      message: `there is no dataset “${id.slice(0, 80)}”`,
      remedy: `Use one of ${[...parts.keys()].join(", ")}.`,
    });
  };
  return {
    async list() {
      const lists = await Promise.all(sources.map((source) => source.list()));
      return lists.flatMap((list, at) =>
        list.map(
          (entry): DatasetEntry => ({ ...entry, id: outerOf(sources[at] as DatasetSource, entry.id) }),
        ),
      );
    },
    async load(id) {
      const { source, inner } = partOf(id);
      return renamed(await source.load(inner), id);
    },
    async texts(id) {
      const { source, inner } = partOf(id);
      return source.texts(inner);
    },
    async version(id) {
      const { source, inner } = partOf(id);
      return source.version(inner);
    },
    async changes(id, since) {
      const { source, inner } = partOf(id);
      return source.changes(inner, since);
    },
    subscribe(listener) {
      const ends = sources.map((source) =>
        source.subscribe((event: DatasetEvent) => {
          const id = outerOf(source, event.id);
          listener(
            event.kind === "changed"
              ? { ...event, id, dataset: renamed(event.dataset, id) }
              : { ...event, id },
          );
        }),
      );
      return () => {
        for (const end of ends) end();
      };
    },
    async close() {
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}
