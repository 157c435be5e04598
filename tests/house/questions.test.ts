/** The control questions of the code book, asked of the finished coding through the program's own engine. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findPaths } from "../../src/analysis/paths/find-paths.ts";
import { compileFilter, selectStatements } from "../../src/graph/filter.ts";
import { type NodeKey, parseNodeKey } from "../../src/model/id.ts";
import type { PathVia } from "../../src/model/path.ts";
import { DEFAULT_FILTER, type Filter, type Rollup } from "../../src/model/view.ts";
import { houseIndex } from "../support/house.ts";
import { requires } from "../support/require.ts";

interface Query {
  readonly op: string;
  readonly from?: string;
  readonly to?: string;
  readonly edgeTypes?: readonly PathVia[];
  readonly rolledUp?: boolean;
  readonly stakeholdersOnly?: boolean;
  readonly issue?: string;
  readonly actor?: string;
  readonly relation?: string;
  readonly polarities?: readonly string[];
  readonly dates?: readonly string[];
}
interface Question {
  readonly id: string;
  readonly question: string;
  readonly query: Query;
  readonly answer: unknown;
}

const codebook = requires("codebook");
const index = houseIndex();
const { dataset } = index;

/** One statement as the questions see it: ends rolled up when asked. */
function facts(query: Query) {
  const filter: Filter = {
    ...DEFAULT_FILTER,
    actors: query.stakeholdersOnly === false ? "all" : "stakeholders",
  };
  const adjacency = index.adjacency(query.rolledUp ? "top" : "none");
  const { statements } = selectStatements(index, compileFilter(index, filter), adjacency.merged);
  const idOf = (node: number) => parseNodeKey(index.nodes[node] as string)?.id as string;
  return Array.from(statements, (number) => {
    const statement = dataset.statements[number];
    if (!statement) throw new Error("no such statement");
    return {
      ...statement,
      from: idOf(adjacency.from[number] as number),
      to: idOf(adjacency.to[number] as number),
    };
  });
}

const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort();
const pairs = (items: Iterable<string>): string[][] => sorted(items).map((item) => item.split("|"));
const strip = (key: NodeKey): string => (key.startsWith("actor:") ? key.slice("actor:".length) : key);

const ANSWERS: Readonly<Record<string, (query: Query) => unknown>> = {
  shortestPaths(query) {
    const rollup: Rollup = query.rolledUp ? "top" : "none";
    const answer = findPaths(
      index,
      { filter: DEFAULT_FILTER, rollup },
      {
        from: `actor:${query.from}`,
        to: `actor:${query.to}`,
        mode: "shortest",
        k: null,
        maxLength: null,
        via: query.edgeTypes ?? [],
        directed: false,
        weighted: false,
        avoid: [],
        through: [],
      },
    );
    return {
      length: answer.paths[0]?.length,
      count: answer.total,
      paths: answer.paths.map(({ nodes }) => nodes.map(strip)),
      truncated: answer.truncated,
    };
  },
  holders: (query) =>
    Object.fromEntries(
      (query.polarities ?? []).map((polarity) => [
        polarity,
        sorted(
          facts(query).flatMap((fact) =>
            fact.issue === query.issue && fact.polarity === polarity ? [fact.from] : [],
          ),
        ),
      ]),
    ),
  conditions: (query) =>
    sorted(
      facts(query)
        .filter((fact) => fact.actor === query.actor && fact.issue === query.issue)
        .flatMap((fact) =>
          fact.conditionIssues.map(({ issue, negated }) => (negated ? `not:${issue}` : issue)),
        ),
    ),
  relation: (query) =>
    pairs(
      facts(query).flatMap((fact) => (fact.relation === query.relation ? [`${fact.from}|${fact.to}`] : [])),
    ),
  dated(query) {
    const top = index.adjacency("top");
    const whole = (id: string) =>
      parseNodeKey(
        index.nodes[top.standsFor[index.nodeByKey.get(`actor:${id}`) as number] as number] as string,
      )?.id;
    return pairs(
      facts(query)
        .filter((fact) => query.dates?.includes(fact.date))
        .map(
          (fact) =>
            `${fact.date}|${fact.actor}|${fact.issue ?? `${fact.relation}>${whole(fact.target as string)}`}`,
        ),
    );
  },
  inAllSources(query) {
    const sources = new Map<string, Set<string>>();
    for (const { from, source } of facts(query))
      sources.set(from, (sources.get(from) ?? new Set()).add(source));
    return sorted(
      [...sources].flatMap(([actor, found]) => (found.size === dataset.sources.length ? [actor] : [])),
    );
  },
};

const questions: readonly Question[] = codebook
  ? JSON.parse(readFileSync(path.join(codebook, "questions.json"), "utf8")).questions
  : [];

describe.skipIf(!codebook)("the control questions", () => {
  it.each(questions.map((question) => [question.id, question] as const))("%s", (_, { query, answer }) => {
    const ask = ANSWERS[query.op];
    if (!ask) throw new Error(`no way to ask ${query.op}`);
    expect(ask(query)).toEqual(answer);
  });
});
