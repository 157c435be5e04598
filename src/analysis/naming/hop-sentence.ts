/**
 * The sentence of a hop: who reports, with which modality, what the coded actor holds or does. Nothing is said in our own voice
 * except memberships, which are marked as background or come from the tables of actors and issues.
 */

import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { counted } from "../../model/counted.ts";
import type { Statement } from "../../model/dataset.ts";
import { isolated } from "../../model/direction.ts";
import { type Modality, polarityTerm, STRUCTURE_LABELS } from "../../model/vocabulary.ts";
import { isPlural, verbForms } from "./grammar.ts";
import { capitalised, issueClause, listed, nodeLabel, quoted, sourcePhrase, withoutStop } from "./names.ts";

/** Titles that are written out before the rest is counted. */
const MOST_TITLES = 5;
const MOST_NAMES = 3;

/** The statements of one clause: same ends, polarity, relation and modality. */
interface Clause {
  readonly edges: number[];
}

/**
 * One sentence for the edges of a bundle: one clause for each direction, polarity, relation and modality, in dataset order,
 * structure last, joined by `; `.
 */
export function hopSentence(index: StatementIndex, adjacency: Adjacency, edges: readonly number[]): string {
  const clauses = new Map<string, Clause>();
  const structure: number[] = [];
  for (const edge of edges) {
    const statement = index.dataset.statements[edge];
    if (!statement) {
      structure.push(edge);
      continue;
    }
    const key = [adjacency.from[edge], index.relation[edge], statement.polarity, statement.modality].join(
      " ",
    );
    const clause = clauses.get(key);
    if (clause) clause.edges.push(edge);
    else clauses.set(key, { edges: [edge] });
  }
  const parts = [
    ...Array.from(clauses.values(), ({ edges: own }) => statementClause(index, adjacency, own)),
    ...new Set(structure.map((edge) => structureClause(index, adjacency, edge))),
  ];
  return `${capitalised(parts.join("; "))}.`;
}

function structureClause(index: StatementIndex, adjacency: Adjacency, edge: number): string {
  const kind = index.structure[edge - index.statementCount]?.kind ?? "member-of";
  if (kind === "part-of") {
    const [part, whole] = [index.from, index.to].map((end) =>
      quoted(isolated(withoutStop(nodeLabel(index, end[edge] as number)))),
    );
    return `${part} ${STRUCTURE_LABELS[kind]} ${whole}`;
  }
  const member = standingName(index, adjacency.from[edge] as number, [index.from[edge] as number]);
  const whole = standingName(index, adjacency.to[edge] as number, [index.to[edge] as number]);
  // Groups are background knowledge of the coders, unlike offices and parts, which the texts speak of.
  return `${member} ${STRUCTURE_LABELS[kind]} ${whole}${kind === "in-group" ? " (background knowledge)" : ""}`;
}

/** The node's label; where roll-up makes it stand for others, with the names of those coded. */
function standingName(index: StatementIndex, node: number, coded: readonly number[]): string {
  const label = isolated(nodeLabel(index, node));
  const others = [...new Set(coded)].filter((actor) => actor !== node);
  if (others.length === 0) return label;
  const names =
    others.length > MOST_NAMES
      ? `${others.length} of its actors`
      : listed(others.map((actor) => isolated(nodeLabel(index, actor))));
  return `${label} (${coded.includes(node) ? "also " : ""}through ${names})`;
}

function statementClause(index: StatementIndex, adjacency: Adjacency, edges: readonly number[]): string {
  const { dataset } = index;
  const statements = edges.map((edge) => dataset.statements[edge] as Statement);
  const first = statements[0] as Statement;
  const edge = edges[0] as number;
  const subject = standingName(
    index,
    adjacency.from[edge] as number,
    edges.map((at) => index.from[at] as number),
  );
  const sources = sourcesOf(index, edges);
  const frame = FRAMES[first.modality];
  const target = standingName(
    index,
    adjacency.to[edge] as number,
    edges.map((at) => index.to[at] as number),
  );
  const [verb, object] =
    first.relation === null
      ? stanceWords(index, first)
      : [index.dataset.relations[index.relation[edge] as number]?.label ?? "", target];
  const forms = verbForms(verb);
  const infinitive = frame.infinitive && forms !== null;
  const plural = isPlural(nodeLabel(index, adjacency.from[edge] as number));
  const held = `${isolated((infinitive ? forms?.base : plural ? forms?.plural : undefined) ?? verb)} ${object}`;
  const told = frame.tell(sources.phrase + attribution(index, statements), sources.several);
  const said = infinitive ? `${told} ${subject} to ${held}` : `${told}${frame.joint} ${subject} ${held}`;
  return said + sizeAndCondition(statements);
}

interface Frame {
  /** How the clause begins, given the sources and whether they are several. */
  tell(sources: string, several: boolean): string;
  /** What stands between the beginning and the actor. */
  readonly joint: string;
  /** Whether it is told as “A to support …”. */
  readonly infinitive: boolean;
}

/** How each modality is told. */
const FRAMES: Readonly<Record<Modality, Frame>> = {
  position: { tell: (sources) => `according to ${sources}`, joint: ",", infinitive: false },
  forecast: {
    tell: (sources, several) => `${sources} ${several ? "expect" : "expects"}`,
    joint: " that",
    infinitive: true,
  },
  allegation: {
    tell: (sources, several) => `${sources} ${several ? "allege" : "alleges"} that`,
    joint: "",
    infinitive: false,
  },
  fact: {
    tell: (sources, several) => `${sources} ${several ? "report" : "reports"} that`,
    joint: "",
    infinitive: false,
  },
};

/** What the coded actor does, and towards which proposition: “supports”, “that the force …”. */
function stanceWords(index: StatementIndex, statement: Statement): readonly [verb: string, object: string] {
  const { sign, verb } = polarityTerm(statement.polarity);
  const label = index.dataset.issueById.get(statement.issue ?? "")?.label ?? "";
  return [verb, `${sign === 0 ? "whether" : "that"} ${isolated(issueClause(index.dataset, label))}`];
}

function sourcesOf(
  index: StatementIndex,
  edges: readonly number[],
): { readonly phrase: string; readonly several: boolean } {
  const numbers = [...new Set(edges.map((edge) => index.source[edge] as number))].sort((a, b) => a - b);
  const names = numbers.flatMap((number) => {
    const source = index.dataset.sources[number];
    return source ? [sourcePhrase(source)] : [];
  });
  if (names.length === 1) return { phrase: names[0] as string, several: false };
  const rest = names.length - MOST_TITLES;
  const shown = rest > 0 ? [...names.slice(0, MOST_TITLES), `and ${rest} more`] : names;
  return { phrase: `${counted(names.length, "document")} (${shown.join("; ")})`, several: true };
}

/** Who carries the claim, when it is one for all statements and nobody who wrote the document. */
function attribution(index: StatementIndex, statements: readonly Statement[]): string {
  const carrier = statements[0]?.attributedTo ?? null;
  if (carrier === null) return "";
  const { actorById, sourceById } = index.dataset;
  const same = statements.every(
    ({ attributedTo, source }) => attributedTo === carrier && sourceById.get(source)?.authorActor !== carrier,
  );
  const label = actorById.get(carrier)?.label;
  return same && label !== undefined ? ` (attributed to ${isolated(label)})` : "";
}

function sizeAndCondition(statements: readonly Statement[]): string {
  const conditional = statements.filter(({ condition }) => condition !== "");
  const size = counted(statements.length, "statement");
  const end = statements.length > 1 ? ` (${size})` : "";
  if (conditional.length === 0) return end;
  const words = [...new Set(conditional.map(({ condition }) => isolated(withoutStop(condition))))].join(
    " / ",
  );
  return conditional.length === statements.length
    ? `, on condition: ${words}${end}`
    : `, in ${conditional.length} of ${size} on condition: ${words}`;
}
