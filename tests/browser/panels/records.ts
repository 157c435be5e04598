/** Records for the tests of panels: give what matters, the rest is filled in. */

import type { ActorRecord, IssueRecord, SourceRecord, StatementRecord } from "../../../src/model/api.ts";

const named = (id: string) => ({ id, label: id });

export const statement = (given: Partial<StatementRecord> = {}): StatementRecord => ({
  id: "s1",
  source: named("d1"),
  genre: "news",
  actor: named("a"),
  speaker: null,
  attributedTo: null,
  voice: "reported",
  modality: "position",
  polarity: "support",
  issue: given.target ? null : named("i"),
  relation: null,
  target: null,
  intensity: null,
  condition: null,
  conditionIssues: [],
  date: null,
  datePrecision: null,
  dateBasis: null,
  saidOn: null,
  saidUntil: null,
  summary: "A is for it",
  confidence: null,
  offTopic: false,
  repeatOf: null,
  repeats: [],
  start: null,
  end: null,
  paragraph: null,
  coder: null,
  notes: null,
  extra: {},
  ...given,
});

export const source = (given: Partial<SourceRecord> = {}): SourceRecord => ({
  id: "d1",
  name: "First document",
  title: "First document",
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
  ...given,
});

const NONE = { statements: 0, support: 0, oppose: 0, neutral: 0, conditional: 0 };

export const actor = (id: string, given: Partial<ActorRecord> = {}): ActorRecord => ({
  key: `actor:${id}`,
  id,
  label: id,
  shortLabel: id,
  aliases: [],
  kind: null,
  role: null,
  stakeholder: true,
  speaksFor: null,
  memberOf: null,
  groups: [],
  country: null,
  wikidata: null,
  description: "",
  extra: {},
  ...NONE,
  ...given,
});

export const issue = (id: string, given: Partial<IssueRecord> = {}): IssueRecord => ({
  key: `issue:${id}`,
  id,
  label: id,
  shortLabel: id,
  description: "",
  parent: null,
  children: [],
  container: false,
  extra: {},
  ...NONE,
  ...given,
});
