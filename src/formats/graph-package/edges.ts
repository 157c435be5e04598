/** Edges of a graph as statements, with the relations and sources that they name; structural ones join records. */

import { BLANK_RECORDS } from "../../dataset/blank-records.ts";
import { MODALITIES, POLARITIES, type Polarity, VOICES } from "../../model/vocabulary.ts";
import { cleanText, nameRecords } from "../dna/name-records.ts";
import { bundleOf, documentTitles, isComputed, type Part, saidOf } from "./bundles.ts";
import { type GatheredEdge, textOf } from "./gather.ts";
import { furtherOf, type MadeNode, type MadeRecord } from "./nodes.ts";
import { RELATION_POLARITY, signOf } from "./signs.ts";

/** A member of a record that a structural edge sets. */
export interface Bond {
  readonly type: MadeNode["type"];
  readonly id: string;
  readonly member: "speaksFor" | "memberOf" | "groups" | "parent";
  readonly to: string;
}

export interface MadeEdges {
  readonly statements: readonly MadeRecord[];
  readonly relations: readonly MadeRecord[];
  readonly sources: readonly MadeRecord[];
  readonly bonds: readonly Bond[];
  /** Edges between issues, which are no statements, and of a node with itself. */
  readonly dropped: number;
  readonly bundled: Bundled;
  /** Ties that are computed from statements. */
  readonly computed: number;
}

/** Edges that stand for several statements each. */
export interface Bundled {
  readonly edges: number;
  /** Those whose statements are in several documents. */
  readonly shared: number;
  /** Statements behind them, and those made of them. */
  readonly statements: number;
  readonly made: number;
}

const BONDS: ReadonlyMap<string, Bond["member"]> = new Map([
  ["speaks-for", "speaksFor"],
  ["member-of", "memberOf"],
  ["in-group", "groups"],
  ["part-of", "parent"],
]);

/** Attributes with a place of their own in a statement, and those that only a picture has. */
const NOT_KEPT = new Set(
  "kind,label,polarity,relation,condition,conditional,confidence,document,document_title,said_on,said_until,summary,voice,modality,tentative,intensity,count,weight,statements,color,size,line,line_style,thickness,shape,edge_kind,sign,r,g,b".split(
    ",",
  ),
);

interface Read {
  readonly edge: GatheredEdge;
  readonly actor: string;
  readonly polarity: Polarity;
  readonly issue: string | null;
  /** Name of the relation, and the actor it leads to. */
  readonly relation: string | null;
  readonly target: string | null;
  readonly part: Part;
  readonly source: string;
}

/** @param title of the one source of a graph whose edges name none */
export function makeEdges(
  edges: readonly GatheredEdge[],
  nodes: ReadonlyMap<string, MadeNode>,
  title: string,
): MadeEdges {
  const bonds: Bond[] = [];
  const read: Read[] = [];
  const bundled = { edges: 0, shared: 0, statements: 0, made: 0 };
  let [dropped, computed] = [0, 0];
  for (const edge of edges) {
    const [from, to] = [nodes.get(edge.source), nodes.get(edge.target)];
    if (!from || !to || (from.type === to.type && from.id === to.id)) {
      dropped++;
      continue;
    }
    const bond = BONDS.get(textOf(edge.attributes, "relation"));
    if (bond && textOf(edge.attributes, "kind") === "structure") {
      bonds.push({ type: from.type, id: from.id, member: bond, to: to.id });
      continue;
    }
    if (from.type === "issue" && to.type === "issue") {
      dropped++;
      continue;
    }
    const sign = signOf(edge);
    const polarity = sign ?? "neutral";
    const ends =
      from.type === to.type
        ? { actor: from.id, target: to.id, relation: relationOf(edge, sign), issue: null }
        : from.type === "actor"
          ? { actor: from.id, issue: to.id, relation: null, target: null }
          : { actor: to.id, issue: from.id, relation: null, target: null };
    const { parts, statements } = bundleOf(edge);
    for (const part of parts) read.push({ edge, ...ends, polarity, part, source: part.source || title });
    if (isComputed(edge)) computed++;
    if (statements === 1) continue;
    bundled.edges++;
    bundled.statements += statements;
    bundled.made += parts.length;
    if (parts.length > 1) bundled.shared++;
  }
  const relations = relationsOf(read);
  const sources = sourcesOf(read, documentTitles(edges), title);
  const ids = statementIds(read.map(({ part }) => part.id));
  const statements = read.map((one, at): MadeRecord => {
    const { edge, actor, issue, target, polarity, source, part } = one;
    const { attributes } = edge;
    const said = (name: string, separator: string) => saidOf(textOf(attributes, name), separator, part);
    const confidence = Number(textOf(attributes, "confidence"));
    const intensity = Number(textOf(attributes, "intensity"));
    return {
      ...BLANK_RECORDS.statements,
      id: ids[at] ?? "",
      source: sources.idOf.get(source) ?? "",
      actor,
      issue,
      target,
      relation: one.relation === null ? null : (relations.idOf.get(nameOf(one)) ?? null),
      polarity: issue === null ? "" : polarity,
      voice: wordOf(VOICES, said("voice", ";"), "reported"),
      modality: wordOf(MODALITIES, said("modality", ";"), "position"),
      condition: cleanText(said("condition", BETWEEN_TEXTS)),
      summary: cleanText(said("summary", BETWEEN_TEXTS)),
      confidence:
        textOf(attributes, "confidence") !== "" && confidence >= 0 && confidence <= 1 ? confidence : null,
      intensity: [1, 2, 3].includes(intensity) ? intensity : null,
      date: dateOf(edge),
      extra: furtherOf(withWeight(edge), NOT_KEPT),
    };
  });
  const [relationRecords, sourceRecords] = [relations.records, sources.records];
  return {
    statements,
    relations: relationRecords,
    sources: sourceRecords,
    bonds,
    dropped,
    bundled,
    computed,
  };
}

/** A weight that is not one statement's 1 is kept as a further column. */
const withWeight = ({ attributes, weight }: GatheredEdge): GatheredEdge["attributes"] =>
  weight === null || weight === 1 || attributes.has("count")
    ? attributes
    : new Map([...attributes, ["edge_weight", String(weight)]]);

/** The term that is said; of several, that of the first statement. */
const wordOf = <T extends string>(terms: readonly { readonly id: T }[], said: string, byDefault: T): T => {
  const [first] = said.split(";");
  return terms.find(({ id }) => id === first)?.id ?? byDefault;
};

/** What stands between several conditions or summaries of one edge. */
const BETWEEN_TEXTS = " / ";

/** What the edge calls itself; never its polarity. */
function relationOf({ attributes, label }: GatheredEdge, sign: Polarity | null): string {
  const polarities: readonly string[] = POLARITIES.map(({ id }) => id);
  const names = [
    textOf(attributes, "relation"),
    label,
    textOf(attributes, "type"),
    textOf(attributes, "kind"),
  ];
  const said = names.map((name) => cleanText(name).trim());
  const name = said.find(
    (each) => each !== "" && !polarities.includes(each.toLowerCase()) && !/^[\d.+−-]+$/.test(each),
  );
  return name ?? (sign === "support" ? "agrees with" : sign === "oppose" ? "disagrees with" : "is linked to");
}

/** A relation is for, against or neither: one name with several polarities is several relations. */
const nameOf = ({ relation, polarity }: Read): string => `${polarity} ${relation ?? ""}`;

function relationsOf(read: readonly Read[]) {
  const met = new Map<string, { readonly name: string; readonly polarity: Polarity; symmetric: boolean }>();
  for (const one of read) {
    if (one.relation === null) continue;
    const key = nameOf(one);
    const known = met.get(key) ?? { name: one.relation, polarity: one.polarity, symmetric: true };
    met.set(key, { ...known, symmetric: known.symmetric && !one.edge.directed });
  }
  const given = nameRecords(
    [...met.values()].map(({ name, polarity }) => ({ name, what: RELATION_POLARITY[polarity] })),
  );
  const records = [...met.values()].map(({ polarity, symmetric }, at): MadeRecord => {
    const { id = "", label = "" } = given[at] ?? {};
    return { ...BLANK_RECORDS.relations, id, label, polarity: RELATION_POLARITY[polarity], symmetric };
  });
  return { records, idOf: new Map([...met.keys()].map((key, at) => [key, records[at]?.id ?? ""])) };
}

function sourcesOf(read: readonly Read[], known: ReadonlyMap<string, string>, title: string) {
  const titles = new Map<string, string>();
  for (const { source, part } of read)
    if (!titles.has(source)) titles.set(source, known.get(part.source) ?? source);
  if (titles.size === 0) titles.set(title, title);
  const keys = [...titles.keys()];
  const given = nameRecords(keys.map((key) => ({ name: titles.get(key) ?? key, what: "source", key })));
  return {
    records: given.map(({ id, label }): MadeRecord => ({ ...BLANK_RECORDS.sources, id, title: label })),
    idOf: new Map(keys.map((key, at) => [key, given[at]?.id ?? ""])),
  };
}

/** Ids of the file where a statement can have them, each once. */
function statementIds(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id, at) => {
    const wanted =
      cleanText(id)
        .replace(/[;,:\p{Cc}]+/gu, "-")
        .trim()
        .slice(0, 180)
        .trim() || `edge-${at + 1}`;
    let free = wanted;
    for (let count = 2; taken.has(free); count++) free = `${wanted}-${count}`;
    taken.add(free);
    return free;
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** First and last day as one date as precise as they are, or the first day. */
function dateOf({ attributes, since }: GatheredEdge): string {
  const first = textOf(attributes, "said_on") || since;
  const last = textOf(attributes, "said_until") || first;
  if (!DAY.test(first)) return "";
  const [year = "", month = ""] = first.split("-");
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (first.endsWith("-01") && last === `${year}-${month}-${days}`) return `${year}-${month}`;
  return first;
}
