/** Seeded data of the benches: the same numbers on every machine. */

import { assembleDataset, type Dataset } from "../src/model/dataset.ts";
import { DEFAULT_FILTER, type Filter } from "../src/model/view.ts";

/** Pseudo-random numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A directed multigraph as numbers: who speaks about whom, how surely and when. */
export interface RandomGraph {
  readonly order: number;
  readonly size: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0.1 … 1 in tenths. */
  readonly confidence: Float64Array;
  /** Days since 2000-01-01, over twenty years. */
  readonly day: Int32Array;
}

/** Some actors are spoken about far more often than others, as in real debates. No loops. */
export function randomGraph(order: number, size: number, seed = 1): RandomGraph {
  const next = random(seed);
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const confidence = new Float64Array(size);
  const day = new Int32Array(size);
  for (let edge = 0; edge < size; edge++) {
    const a = Math.floor(next() * order);
    const b = Math.floor(next() ** 2 * (order - 1));
    from[edge] = a;
    to[edge] = b < a ? b : b + 1;
    confidence[edge] = Math.ceil(next() * 10) / 10;
    day[edge] = Math.floor(next() * 7305);
  }
  return { order, size, from, to, confidence, day };
}

export const isoDay = (day: number): string =>
  new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/** The graph as a dataset: one relation statement per edge, spread over a hundred sources. */
export function datasetOf(graph: RandomGraph): Dataset {
  const extra: ReadonlyMap<string, string> = new Map();
  const actors = Array.from({ length: graph.order }, (_, at) => ({
    id: `n${at}`,
    label: `Actor number ${at}`,
    shortLabel: "",
    aliases: [],
    kind: null,
    role: "",
    speaksFor: null,
    memberOf: null,
    groups: [],
    country: "",
    wikidata: "",
    description: "",
    extra,
  }));
  const sources = Array.from({ length: 100 }, (_, at) => ({
    id: `d${at}`,
    title: `Document ${at}`,
    author: "",
    publisher: "",
    date: "",
    datePrecision: "",
    dateBasis: "",
    dateEarliest: "",
    dateLatest: "",
    genre: "",
    language: "",
    url: "",
    sha256: "",
    length: null,
    licence: "",
    authorActor: null,
    otherVoices: [],
    notes: "",
    extra,
  }));
  const relation = { label: "names", inverseLabel: "", symmetric: false, description: "", extra };
  const statements = Array.from({ length: graph.size }, (_, at) => ({
    id: `s${at}`,
    source: `d${at % 100}`,
    actor: `n${graph.from[at]}`,
    start: null,
    end: null,
    passageSha256: "",
    paragraph: null,
    speaker: null,
    attributedTo: null,
    voice: "reported",
    modality: "position",
    polarity: at % 2 === 0 ? "support" : "oppose",
    issue: null,
    relation: at % 2 === 0 ? "backs" : "blames",
    target: `n${graph.to[at]}`,
    intensity: null,
    condition: "",
    conditionIssues: [],
    date: isoDay(graph.day[at] as number),
    datePrecision: "day",
    dateBasis: "",
    summary: "",
    confidence: graph.confidence[at] as number,
    repeatOf: null,
    offTopic: false,
    coder: "",
    notes: "",
    extra,
  }));
  return assembleDataset({
    id: "random",
    version: "1",
    metadata: {
      name: "random",
      title: "Random",
      description: "",
      version: "1",
      licences: [],
      contributors: [],
      method: "",
    },
    kinds: [],
    actors,
    issues: [],
    relations: [
      { ...relation, id: "backs", polarity: "positive" },
      { ...relation, id: "blames", polarity: "negative" },
    ],
    sources,
    statements,
    // Ids are brands over plain strings; this cast gives them.
  } as unknown as Dataset);
}

/** Pairs of different nodes. */
export function randomPairs(order: number, count: number, seed = 2): (readonly [number, number])[] {
  const next = random(seed);
  return Array.from({ length: count }, () => {
    const a = Math.floor(next() * order);
    const b = Math.floor(next() * (order - 1));
    return [a, b < a ? b : b + 1] as const;
  });
}

/** The filter of the filtered benches, and the same as a test of one edge. */
export const BENCH_FILTER: Filter = {
  ...DEFAULT_FILTER,
  since: "2004-01-01",
  until: "2015-12-31",
  polarity: ["support"],
};
const FIRST = (Date.UTC(2004, 0, 1) - Date.UTC(2000, 0, 1)) / 86_400_000;
const LAST = (Date.UTC(2015, 11, 31) - Date.UTC(2000, 0, 1)) / 86_400_000;
export const passesBenchFilter = (graph: RandomGraph, edge: number): boolean =>
  edge % 2 === 0 && (graph.day[edge] as number) >= FIRST && (graph.day[edge] as number) <= LAST;
