/** Nodes of a graph as actors and issues: as Stancegraph wrote them, or by what another program's attributes say. */

import { BLANK_RECORDS } from "../../dataset/blank-records.ts";
import { parseNodeKey } from "../../model/id.ts";
import { kindShapes } from "../../view/appearance.ts";
import { cleanText, nameRecords } from "../dna/name-records.ts";
import { type Attributes, type GatheredNode, textOf } from "./gather.ts";

export interface MadeNode {
  readonly type: "actor" | "issue";
  readonly id: string;
}

export type MadeRecord = Readonly<Record<string, unknown>> & { readonly id: string };

export interface MadeNodes {
  /** By the node's id in the file. */
  readonly byId: ReadonlyMap<string, MadeNode>;
  readonly actors: readonly MadeRecord[];
  readonly issues: readonly MadeRecord[];
  readonly kinds: readonly MadeRecord[];
}

/** Attributes that say what a node is, in the order of trust; their values for a proposition. */
const TYPE_NAMES = ["node_type", "type", "kind", "category", "class", "mode"];
const ISSUE_WORDS = new Set(["issue", "concept", "proposition", "claim", "topic", "theme"]);

/** What pictures say of a node, and what is counted anew. */
const NOT_KEPT = new Set(
  "node_type,kind,kind_label,label,short_label,description,aliases,country,wikidata,parent,statements,support,oppose,neutral,x,y,z,size,color,shape,fill,r,g,b".split(
    ",",
  ),
);

const typeOf = ({ attributes }: GatheredNode): MadeNode["type"] =>
  TYPE_NAMES.some((name) => ISSUE_WORDS.has(textOf(attributes, name).trim().toLowerCase()))
    ? "issue"
    : "actor";

/** The kind of an actor in the words of the file, or empty. A type that only says that it is an actor is none. */
function kindOf(attributes: Attributes): string {
  const own = textOf(attributes, "kind_label") || textOf(attributes, "kind");
  const said = own || textOf(attributes, "type") || textOf(attributes, "category");
  return /^(?:actor|\s*|-?[\d.]+)$/i.test(said) ? "" : said;
}

/** All other attributes, under names that no column has. */
export function furtherOf(attributes: Attributes, notKept: ReadonlySet<string>): ReadonlyMap<string, string> {
  const extra = new Map<string, string>();
  for (const name of attributes.keys()) {
    const plain = cleanText(name.startsWith("x:") ? name.slice(2) : name).trim();
    if (notKept.has(name.toLowerCase()) || plain === "" || plain === "quote") continue;
    extra.set(plain, cleanText(textOf(attributes, name)));
  }
  return extra;
}

const listOf = (attributes: Attributes, name: string): readonly string[] => {
  const value = attributes.get(name) ?? [];
  return (typeof value === "string" ? value.split(/\s*[;|]\s*/) : value)
    .map(cleanText)
    .filter((item) => item !== "");
};

/** Names every node; ids of Stancegraph's own files stay what they are where they can. */
export function makeNodes(nodes: readonly GatheredNode[]): MadeNodes {
  const typed = nodes.map((node) => ({ node, type: parseNodeKey(node.id)?.type ?? typeOf(node) }));
  const given = nameRecords(
    typed.map(({ node, type }) => {
      const key = parseNodeKey(node.id)?.id ?? node.id;
      return { name: node.label || key, what: type, key };
    }),
  );
  const byId = new Map(typed.map(({ node, type }, at) => [node.id, { type, id: given[at]?.id ?? "" }]));
  const kindNames = [
    ...new Set(typed.filter(({ type }) => type === "actor").map(({ node }) => kindOf(node.attributes))),
  ];
  const named = kindNames.filter((name) => name !== "");
  const kinds = nameRecords(named.map((name) => ({ name, what: "kind" })));
  const kindIds = new Map(named.map((name, at) => [name, kinds[at]?.id ?? null]));
  const shapes = new Map(
    typed.map(({ node }) => [kindOf(node.attributes), textOf(node.attributes, "shape")]),
  );
  const outlines = kindShapes(named.map((name) => cleanText(shapes.get(name) ?? "")));
  const common = (node: GatheredNode, at: number) => ({
    id: given[at]?.id ?? "",
    label: given[at]?.label ?? "",
    shortLabel: shortOf(node, given[at]?.label ?? ""),
    description: cleanText(textOf(node.attributes, "description")),
    extra: furtherOf(node.attributes, NOT_KEPT),
  });
  const records = typed.map(({ node, type }, at): MadeRecord => {
    const { attributes } = node;
    if (type === "issue") {
      const parent = byId.get(`issue:${textOf(attributes, "parent")}`);
      return { ...BLANK_RECORDS.issues, ...common(node, at), parent: parent?.id ?? null };
    }
    return {
      ...BLANK_RECORDS.actors,
      ...common(node, at),
      aliases: listOf(attributes, "aliases"),
      kind: kindIds.get(kindOf(attributes)) ?? null,
      country: cleanText(textOf(attributes, "country")),
      wikidata: cleanText(textOf(attributes, "wikidata")),
    };
  });
  return {
    byId,
    actors: records.filter((_, at) => typed[at]?.type === "actor"),
    issues: records.filter((_, at) => typed[at]?.type === "issue"),
    kinds: kinds.map(({ id, label }, at) => ({
      ...BLANK_RECORDS.kinds,
      id,
      label,
      shape: outlines[at] ?? "",
    })),
  };
}

/** A short label is one only where it is shorter. */
const shortOf = ({ attributes }: GatheredNode, label: string): string => {
  const short = cleanText(textOf(attributes, "short_label")).trim();
  return short.length < label.length ? short : "";
};
