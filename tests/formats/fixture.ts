/** Small pictures and a dataset behind them, for the tests of every format. Invented throughout. */
import type { ExportContext, Notice } from "../../src/formats/format.ts";
import { assembleDataset, type Dataset, type Source, type Statement } from "../../src/model/dataset.ts";
import type { EdgeAttributes, GraphEdge, GraphNode, PictureGraph } from "../../src/model/graph.ts";
import type {
  ActorId,
  IssueId,
  KindId,
  NodeKey,
  RelationId,
  SourceId,
  StatementId,
} from "../../src/model/id.ts";

const none: ReadonlyMap<string, string> = new Map();

const statement = (fields: Partial<Statement> & { readonly id: StatementId }): Statement => ({
  source: "d1" as SourceId,
  actor: "alpha" as ActorId,
  start: 10,
  end: 42,
  passageSha256: "ab".repeat(32),
  paragraph: 2,
  speaker: null,
  attributedTo: null,
  voice: "reported",
  modality: "position",
  polarity: "support",
  issue: "plan" as IssueId,
  relation: null,
  target: null,
  intensity: 2,
  condition: "",
  conditionIssues: [],
  date: "2025-03-04",
  datePrecision: "day",
  dateBasis: "stated",
  summary: "Alpha is for the plan.",
  confidence: 0.75,
  repeatOf: null,
  offTopic: false,
  coder: "cd",
  notes: "",
  extra: none,
  ...fields,
});

const source = (id: string, title: string): Source => ({
  id: id as SourceId,
  title,
  author: "",
  publisher: "",
  date: "2025-03-05",
  datePrecision: "day",
  dateBasis: "stated",
  dateEarliest: "",
  dateLatest: "",
  genre: "",
  language: "en",
  url: title === "" ? "" : `https://example.org/${id}`,
  sha256: "",
  length: null,
  licence: "",
  authorActor: null,
  otherVoices: [],
  notes: "",
  extra: none,
});

const actor = (id: string, label: string) => ({
  id: id as ActorId,
  label,
  shortLabel: "",
  aliases: [],
  kind: "state" as KindId,
  role: "" as const,
  speaksFor: null,
  memberOf: null,
  groups: [],
  country: "",
  wikidata: "",
  description: "",
  extra: none,
});

/** Two actors, one issue, one relation, two documents and the statements given (default: two). */
function smallDataset(statements?: readonly Statement[]): Dataset {
  return assembleDataset({
    id: "small",
    version: "v-0123456789abcdef0123456789abcdef",
    metadata: {
      name: "small",
      title: "A small set",
      description: "",
      version: "1.0.0",
      licences: [],
      contributors: [],
      method: "",
    },
    kinds: [
      {
        id: "state" as KindId,
        label: "State",
        description: "",
        stakeholder: true,
        rollsUp: true,
        shape: "circle",
        extra: none,
      },
    ],
    actors: [actor("alpha", "Alpha"), actor("beta", "Beta & Sons")],
    issues: [
      {
        id: "plan" as IssueId,
        label: "The plan is carried out",
        shortLabel: "Plan",
        description: "",
        parent: null,
        container: false,
        extra: none,
      },
    ],
    relations: [
      {
        id: "criticises" as RelationId,
        label: "criticises",
        polarity: "negative",
        inverseLabel: "",
        symmetric: false,
        description: "",
        extra: none,
      },
    ],
    sources: [source("d1", "First, with a comma"), source("d2", "")],
    statements: statements ?? [
      statement({ id: "s1" as StatementId, condition: "if asked" }),
      statement({
        id: "s2" as StatementId,
        source: "d2" as SourceId,
        actor: "beta" as ActorId,
        polarity: "oppose",
        issue: null,
        relation: "criticises" as RelationId,
        target: "alpha" as ActorId,
        date: "2025-03",
        datePrecision: "month",
        summary: "=2+2",
        confidence: null,
        extra: new Map([
          ["score", "-0.5"],
          ["quote", "never to be seen"],
          ["remark", "-cmd"],
        ]),
      }),
    ],
  });
}

export const node = (key: NodeKey, fields: Partial<GraphNode["attributes"]> = {}): GraphNode => ({
  key,
  attributes: {
    label: key.slice(6),
    short_label: key.slice(6),
    node_type: key.startsWith("issue") ? "issue" : "actor",
    kind: key.startsWith("issue") ? "issue" : "state",
    kind_label: key.startsWith("issue") ? "Issue" : "State",
    shape: key.startsWith("issue") ? "rounded" : "circle",
    statements: 1,
    support: 1,
    oppose: 0,
    neutral: 0,
    x: 0,
    y: 0,
    size: 8,
    color: "#41566f",
    ...fields,
  },
});

export const edge = (
  key: string,
  ends: readonly [NodeKey, NodeKey],
  fields: Partial<EdgeAttributes> = {},
): GraphEdge => ({
  key,
  source: ends[0],
  target: ends[1],
  attributes: {
    kind: "stance",
    label: "supports",
    polarity: "support",
    conditional: false,
    confidence: 0.75,
    document: "d1",
    document_title: "First, with a comma",
    summary: "Alpha is for the plan.",
    voice: "reported",
    modality: "position",
    count: 1,
    statements: ["s1"],
    spells: [],
    color: "#0b6fb3",
    size: 2.5,
    line: "solid",
    tentative: false,
    ...fields,
  },
});

export const picture = (
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  fields: Partial<PictureGraph["attributes"]> = {},
  type: PictureGraph["type"] = "directed",
): PictureGraph => ({
  attributes: {
    title: "A small set",
    dataset: "small",
    version: "v-0123456789abcdef0123456789abcdef",
    view: "polarity=support&v=1",
    description: "Statements of stakeholders, as reported.",
    counts: { total: 2, shown: 2, repeats: 0, undated: 0, rolledTogether: 0, filtered: 0 },
    ...fields,
  },
  type,
  order: nodes.length,
  size: edges.length,
  nodes: () => nodes,
  edges: () => edges,
});

/** Alpha supports the plan under a condition, opposes it too; Beta criticises Alpha; one undated forecast; one structural edge. */
export const smallPicture = (): PictureGraph =>
  picture(
    [
      node("actor:alpha", {
        label: "Alpha",
        short_label: "Alpha",
        aliases: ["Alfa", 'The "A"'],
        statements: 3,
        x: -100,
        y: 50,
        size: 12,
        "x:score": "-0.5",
      }),
      node("actor:beta", {
        label: "Beta & Sons",
        short_label: "Beta",
        x: 120,
        y: 40.25,
        shape: "diamond",
        "x:note": "a\tb",
      }),
      node("issue:plan", { label: "The plan is carried out", short_label: "Plan", x: 0, y: -80, size: 14 }),
    ],
    [
      edge("actor:alpha;support;issue:plan", ["actor:alpha", "issue:plan"], {
        condition: "if asked",
        conditional: true,
        count: 2,
        statements: ["s1", "s3"],
        said_on: "2025-03-01",
        said_until: "2025-03-31",
        spells: [
          ["2025-03-04", "2025-03-04"],
          ["2025-03-01", "2025-03-31"],
        ],
        intensity: 2,
      }),
      edge("actor:alpha;oppose;issue:plan", ["actor:alpha", "issue:plan"], {
        label: "opposes",
        polarity: "oppose",
        statements: ["s4"],
        line: "dashed",
        color: "#bd5700",
        spells: [["2025-05-01", ""]],
        said_on: "2025-05-01",
      }),
      edge("actor:beta;criticises;actor:alpha", ["actor:beta", "actor:alpha"], {
        kind: "relation",
        label: "criticises",
        polarity: "oppose",
        relation: "criticises",
        document: "d1;d2",
        summary: "=2+2",
        statements: ["s2"],
        spells: [["2025-03-01", "2025-03-31"]],
        said_on: "2025-03-01",
        said_until: "2025-03-31",
        line: "dashed",
        color: "#bd5700",
      }),
      edge("actor:beta;neutral;issue:plan", ["actor:beta", "issue:plan"], {
        label: "takes no side",
        polarity: "neutral",
        modality: "forecast",
        tentative: true,
        statements: ["s5"],
        line: "dotted",
        color: "#beadd2",
      }),
      {
        key: "structure:alpha:member-of:beta",
        source: "actor:alpha",
        target: "actor:beta",
        attributes: {
          kind: "structure",
          label: "is part of",
          relation: "member-of",
          conditional: false,
          count: 1,
          statements: [],
          spells: [],
          color: "#8b94a1",
          size: 1,
          line: "dotted",
          tentative: false,
        },
      },
    ],
  );

/** A context, and the list that its notices are put in. */
export function contextFor(fields: Partial<ExportContext> = {}): {
  readonly context: ExportContext;
  readonly notices: Notice[];
} {
  const notices: Notice[] = [];
  const dataset = fields.dataset ?? smallDataset();
  const context: ExportContext = {
    dataset,
    statements: dataset.statements,
    projection: "bundled",
    now: "2025-12-01",
    gexfVersion: "1.3",
    what: "edges",
    theme: "light",
    onNotice: (notice) => notices.push(notice),
    ...fields,
  };
  return { context, notices };
}

/** All chunks as one strict UTF-8 text. */
export function textOf(chunks: Iterable<Uint8Array>): string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  for (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
