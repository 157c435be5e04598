/** Small records in the API's shapes for the tests of the page. */

import type { GraphDocument } from "../../src/browser/api/client.ts";
import type { ActorRecord, DatasetDescription, IssueRecord, SourceRecord } from "../../src/model/api.ts";
import type { EdgeAttributes, NodeAttributes } from "../../src/model/graph.ts";
import type { NodeKey } from "../../src/model/id.ts";

const PROFILE = { statements: 1, support: 1, oppose: 0, neutral: 0, conditional: 0 };

export const actor = (id: string, label: string, more: Partial<ActorRecord> = {}): ActorRecord => ({
  key: `actor:${id}`,
  id,
  label,
  shortLabel: label,
  aliases: [],
  kind: { id: "state", label: "State" },
  role: null,
  stakeholder: true,
  speaksFor: null,
  memberOf: null,
  groups: [],
  country: null,
  wikidata: null,
  description: "",
  extra: {},
  ...PROFILE,
  ...more,
});

export const issue = (id: string, label: string, more: Partial<IssueRecord> = {}): IssueRecord => ({
  key: `issue:${id}`,
  id,
  label,
  shortLabel: label,
  description: "",
  parent: null,
  children: [],
  container: false,
  extra: {},
  ...PROFILE,
  ...more,
});

export const source = (id: string, name: string): SourceRecord => ({
  id,
  name,
  title: name,
  author: null,
  publisher: null,
  date: null,
  datePrecision: null,
  dateBasis: null,
  dateEarliest: null,
  dateLatest: null,
  genre: null,
  language: null,
  url: null,
  licence: null,
  notes: null,
  statements: 1,
  extra: {},
});

export const dataset = (more: Partial<DatasetDescription> = {}): DatasetDescription => ({
  id: "d",
  title: "D",
  version: "1",
  counts: {},
  name: "d",
  description: "",
  release: "1.0.0",
  licences: [],
  contributors: [],
  method: "",
  kinds: [{ id: "state", label: "State", description: "", stakeholder: true, shape: "circle" }],
  relations: [{ id: "meets", label: "meets with", polarity: "neutral", description: "" }],
  sources: [source("s1", "First text"), source("s2", "Second text")],
  columns: [],
  dates: { first: null, last: null, undated: 0 },
  passages: { served: false, reason: null },
  pendingProblems: [],
  ...more,
});

const node = (key: NodeKey, x: number, y: number, statements: number) => ({
  key,
  attributes: {
    label: `Long ${key}`,
    short_label: key,
    node_type: key.startsWith("issue:") ? "issue" : "actor",
    kind: key.startsWith("issue:") ? "issue" : "state",
    kind_label: key.startsWith("issue:") ? "Issue" : "State",
    shape: "circle",
    statements,
    support: statements,
    oppose: 0,
    neutral: 0,
    x,
    y,
    size: 8,
    color: "#000000",
  } satisfies NodeAttributes,
});

const edge = (key: string, from: NodeKey, to: NodeKey, more: Partial<EdgeAttributes> = {}) => ({
  key,
  source: from,
  target: to,
  attributes: {
    kind: "stance",
    label: "supports",
    polarity: "support",
    conditional: false,
    confidence: 1,
    count: 1,
    statements: [`${key}-1`],
    spells: [],
    color: "#000000",
    size: 1.2,
    line: "solid",
    tentative: false,
    ...more,
  } satisfies EdgeAttributes,
});

/** a ⇄ b, a → i (twice, for and against), b → i, and c alone with i. */
export const GRAPH: GraphDocument = {
  attributes: {
    title: "D",
    dataset: "d",
    version: "1",
    view: "",
    description: "All.",
    counts: { total: 6, shown: 6, repeats: 0, undated: 0, rolledTogether: 0, filtered: 0 },
  },
  options: { type: "directed", multi: true, allowSelfLoops: true },
  nodes: [
    node("actor:a", 0, 0, 5),
    node("actor:b", 200, 0, 3),
    node("actor:c", 0, -300, 1),
    node("issue:i", 100, 150, 6),
  ],
  edges: [
    edge("ab", "actor:a", "actor:b"),
    edge("ba", "actor:b", "actor:a"),
    edge("ai+", "actor:a", "issue:i", { count: 2, conditional: true }),
    edge("ai-", "actor:a", "issue:i", { polarity: "oppose", tentative: true }),
    edge("bi", "actor:b", "issue:i", { count: 4 }),
    edge("ci", "actor:c", "issue:i"),
  ],
};
