/** Edges of a graph as statements, with the relations and sources that they name; structural ones join records. */

import { BLANK_RECORDS } from "../../dataset/blank-records.ts";
import { MODALITIES, POLARITIES, type Polarity, VOICES } from "../../model/vocabulary.ts";
import { cleanText, nameRecords } from "../dna/name-records.ts";
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
  /** Edges that stand for several statements. */
  readonly bundled: number;
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
  let dropped = 0;
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
    const sign = signOf(edge);
    const source = sourceOf(edge) || title;
    if (from.type === "actor" && to.type === "actor") {
      const relation = relationOf(edge, sign);
      read.push({
        edge,
        actor: from.id,
        target: to.id,
        relation,
        issue: null,
        polarity: sign ?? "neutral",
        source,
      });
    } else if (from.type !== to.type) {
      const [actor, issue] = from.type === "actor" ? [from.id, to.id] : [to.id, from.id];
      read.push({ edge, actor, issue, relation: null, target: null, polarity: sign ?? "neutral", source });
    } else dropped++;
  }
  const relations = relationsOf(read);
  const sources = sourcesOf(read, title);
  const ids = statementIds(read.map(({ edge }) => edge));
  const statements = read.map((one, at): MadeRecord => {
    const { edge, actor, issue, target, polarity, source } = one;
    const { attributes } = edge;
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
      voice: wordOf(VOICES, textOf(attributes, "voice"), "reported"),
      modality: wordOf(MODALITIES, textOf(attributes, "modality"), "position"),
      condition: cleanText(textOf(attributes, "condition")),
      summary: cleanText(textOf(attributes, "summary")),
      confidence:
        textOf(attributes, "confidence") !== "" && confidence >= 0 && confidence <= 1 ? confidence : null,
      intensity: [1, 2, 3].includes(intensity) ? intensity : null,
      date: dateOf(edge),
      extra: furtherOf(withWeight(edge), NOT_KEPT),
    };
  });
  const bundled = edges.filter(({ attributes }) => Number(textOf(attributes, "count")) > 1).length;
  return { statements, relations: relations.records, sources: sources.records, bonds, dropped, bundled };
}

/** A weight that is not one statement's 1 is kept as a further column. */
const withWeight = ({ attributes, weight }: GatheredEdge): GatheredEdge["attributes"] =>
  weight === null || weight === 1 || attributes.has("count")
    ? attributes
    : new Map([...attributes, ["edge_weight", String(weight)]]);

const wordOf = <T extends string>(terms: readonly { readonly id: T }[], said: string, byDefault: T): T =>
  terms.find(({ id }) => id === said)?.id ?? byDefault;

const sourceOf = ({ attributes }: GatheredEdge): string => cleanText(textOf(attributes, "document")).trim();

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

function sourcesOf(read: readonly Read[], title: string) {
  const titles = new Map<string, string>();
  for (const { edge, source } of read)
    if (!titles.has(source))
      titles.set(source, cleanText(textOf(edge.attributes, "document_title")).trim() || source);
  if (titles.size === 0) titles.set(title, title);
  const keys = [...titles.keys()];
  const given = nameRecords(keys.map((key) => ({ name: titles.get(key) ?? key, what: "source", key })));
  return {
    records: given.map(({ id, label }): MadeRecord => ({ ...BLANK_RECORDS.sources, id, title: label })),
    idOf: new Map(keys.map((key, at) => [key, given[at]?.id ?? ""])),
  };
}

/** Ids of the file where a statement can have them, each once. */
function statementIds(edges: readonly GatheredEdge[]): readonly string[] {
  const taken = new Set<string>();
  return edges.map(({ id }, at) => {
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
