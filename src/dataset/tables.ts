/** The one schema of the package's tables: descriptor, parser, checker and writer all derive from it. */

import { DATE_BASES, DATE_PRECISIONS, MODALITIES, POLARITIES, VOICES } from "../model/vocabulary.ts";

export type TableName = "actors" | "kinds" | "issues" | "relations" | "sources" | "statements";

/** What a cell holds. `fallback` is the value of an empty cell. */
export type CellType =
  | { readonly type: "id" }
  | { readonly type: "text" }
  /** The id of a record of another (or the same) table. */
  | { readonly type: "reference"; readonly table: TableName }
  /** Texts separated by semicolons. */
  | { readonly type: "list" }
  /** Ids separated by semicolons. */
  | { readonly type: "references"; readonly table: TableName }
  /** Issue ids separated by semicolons, each perhaps with `not:` before it. */
  | { readonly type: "conditions" }
  | { readonly type: "boolean"; readonly fallback: boolean }
  | { readonly type: "integer"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "number"; readonly minimum: number; readonly maximum: number }
  /** `2025`, `2025-11` or `2025-11-01`. */
  | { readonly type: "date" }
  | { readonly type: "word"; readonly words: readonly string[]; readonly fallback: string }
  /** SHA-256 in lower-case hexadecimal digits. */
  | { readonly type: "hash" };

export type Column = CellType & {
  /** The header. */
  readonly name: string;
  /** The member of the record in memory. */
  readonly property: string;
  readonly required: boolean;
  readonly description: string;
};

export interface Table {
  readonly name: TableName;
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** Whether a package must have the file. */
  readonly required: boolean;
  readonly columns: readonly Column[];
}

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const column = (name: string, cell: CellType, description: string, required = false): Column => ({
  ...cell,
  name,
  property: camel(name),
  required,
  description,
});

const text: CellType = { type: "text" };
const date: CellType = { type: "date" };
const hash: CellType = { type: "hash" };
const list: CellType = { type: "list" };
const to = (table: TableName): CellType => ({ type: "reference", table });
const toMany = (table: TableName): CellType => ({ type: "references", table });
const boolean = (fallback: boolean): CellType => ({ type: "boolean", fallback });
const integer = (minimum: number, maximum = Number.MAX_SAFE_INTEGER): CellType => ({
  type: "integer",
  minimum,
  maximum,
});
const word = (words: readonly string[], fallback = ""): CellType => ({ type: "word", words, fallback });
const ids = (terms: readonly { readonly id: string }[]): string[] => terms.map((term) => term.id);

const id = (what: string): Column =>
  column("id", { type: "id" }, `Stable id of the ${what}, unique in this table.`, true);

const ACTORS: readonly Column[] = [
  id("actor"),
  column("label", text, "Usual name.", true),
  column("short_label", text, "Name for pictures; empty: the label."),
  column("aliases", list, "Other names by which a reader would look the actor up."),
  column("kind", to("kinds"), "What sort of actor it is."),
  column("role", word(["source-only"]), "`source-only` for those who only carry claims; else empty."),
  column("speaks_for", to("actors"), "The body for which a person speaks; roll-up follows it."),
  column("member_of", to("actors"), "The whole of which an organ is a part; roll-up to the top follows it."),
  column("groups", toMany("actors"), "Sets to which the actor is counted; they never move a statement."),
  column("country", text, "ISO 3166 code of the country."),
  column("wikidata", text, "Wikidata item, such as Q30."),
  column("description", text, "Who it is, in neutral words."),
];

const KINDS: readonly Column[] = [
  id("kind"),
  column("label", text, "Name of the kind.", true),
  column("description", text, "What falls under it."),
  column("stakeholder", boolean(true), "Whether actors of this kind are stakeholders."),
  column("rolls_up", boolean(true), "Whether roll-up goes beyond actors of this kind."),
  column("shape", text, "Outline of the node; empty: circle."),
];

const ISSUES: readonly Column[] = [
  id("issue"),
  column("label", text, "A proposition that can be supported or opposed.", true),
  column("short_label", text, "Wording for pictures; empty: the label."),
  column("description", text, "What is and is not meant."),
  column("parent", to("issues"), "The issue of which this is a sub-issue."),
  column("container", boolean(false), "True for a heading that groups issues; no position is taken on it."),
];

const RELATIONS: readonly Column[] = [
  id("relation"),
  column("label", text, "Verb phrase between two actors.", true),
  column(
    "polarity",
    word(["positive", "negative", "neutral"]),
    "Whether it is for or against its target.",
    true,
  ),
  column("inverse_label", text, "The phrase read from the target."),
  column("symmetric", boolean(false), "Whether it holds both ways."),
  column("description", text, "What falls under it."),
];

const SOURCES: readonly Column[] = [
  id("source"),
  column("title", text, "Title of the document."),
  column("author", text, "Author as the document names them."),
  column("publisher", text, "Who published it."),
  column("date", date, "Date of publication as precise as it is known."),
  column("date_precision", word(DATE_PRECISIONS), "How precise the date is; empty: as it is written."),
  column("date_basis", text, "Whence the date is known: stated, inferred or none."),
  column("date_earliest", date, "Lower bound of the date."),
  column("date_latest", date, "Upper bound of the date."),
  column("genre", text, "Article, speech, resolution and so on."),
  column("language", text, "Language code."),
  column("url", text, "Address of the document."),
  column("sha256", hash, "SHA-256 of the text's UTF-8 bytes."),
  column("length", integer(0), "Length of the text in UTF-16 code units."),
  column("licence", text, "Under what licence the text stands."),
  column("author_actor", to("actors"), "The author as an actor."),
  column("other_voices", toMany("actors"), "Further actors who speak in the document as its own voice."),
  column("notes", text, "Remarks in own words."),
];

const STATEMENTS: readonly Column[] = [
  id("statement"),
  column("source", to("sources"), "The source that holds the passage.", true),
  column("actor", to("actors"), "Whose position or act it is.", true),
  column("start", integer(0), "Offset of the passage in UTF-16 code units."),
  column("end", integer(0), "Offset after the passage's last code unit."),
  column("passage_sha256", hash, "SHA-256 of the passage's UTF-8 bytes."),
  column("paragraph", integer(1), "Paragraph of the passage: lines that are not blank count, from 1."),
  column("speaker", to("actors"), "Who utters it, where named."),
  column("attributed_to", to("actors"), "Who carries the claim in the document."),
  column("voice", word(ids(VOICES), "reported"), "A stakeholder as reported, or the source's own author."),
  column("modality", word(ids(MODALITIES), "position"), "Stated position, forecast, allegation or fact."),
  column(
    "polarity",
    word(ids(POLARITIES)),
    "For or against the issue; empty with a relation, which says it.",
  ),
  column("issue", to("issues"), "The issue on which a stand is taken; or else relation and target."),
  column("relation", to("relations"), "The relation to another actor."),
  column("target", to("actors"), "The actor to whom the relation leads."),
  column("intensity", integer(1, 3), "1 weak or implied, 2 clear, 3 categorical or backed by action."),
  column("condition", text, "The condition of the stand, in own words."),
  column(
    "condition_issues",
    { type: "conditions" },
    "Issues on which the stand depends; `not:` before one that must not come.",
  ),
  column("date", date, "Date of the position as precise as it is known."),
  column("date_precision", word(DATE_PRECISIONS), "How precise the date is; empty: as it is written."),
  column("date_basis", word(DATE_BASES), "Whence the date is known."),
  column("summary", text, "What is said, in the coder's own words."),
  column(
    "confidence",
    { type: "number", minimum: 0, maximum: 1 },
    "That the passage says this of this actor; empty: unknown.",
  ),
  column("repeat_of", to("statements"), "The statement that this one restates."),
  column("off_topic", boolean(false), "True for page furniture."),
  column("coder", text, "Who coded it."),
  column("notes", text, "Remarks in own words."),
];

const table = (
  name: TableName,
  required: boolean,
  title: string,
  description: string,
  columns: readonly Column[],
): Table => ({
  name,
  file: `${name}.csv`,
  title,
  description,
  required,
  columns,
});

/** All tables, in the order in which they are listed everywhere. */
export const TABLES: readonly Table[] = [
  table("actors", true, "Actors", "Who holds or receives positions.", ACTORS),
  table("kinds", false, "Kinds", "Sorts of actors; without this table every actor is a stakeholder.", KINDS),
  table("issues", true, "Issues", "Propositions that can be supported or opposed.", ISSUES),
  table("relations", false, "Relations", "Kinds of statement between two actors.", RELATIONS),
  table("sources", true, "Sources", "The coded documents.", SOURCES),
  table("statements", true, "Statements", "One coded position per row, with its locator.", STATEMENTS),
];

export const DESCRIPTOR_FILE = "datapackage.json";

/** The column of quotes that `locate` turns into locators; it is never part of a dataset. */
export const PRIVATE_COLUMN = "quote";

const byName = new Map(TABLES.map((entry) => [entry.name, entry]));

/** The table of a name. */
export function tableOf(name: TableName): Table {
  const found = byName.get(name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

/** Whether an empty cell of the column stands for a word of its own. */
export const hasDefault = (column: Column): boolean =>
  column.type === "boolean" || (column.type === "word" && column.fallback !== "");

/** The name of a further column as records carry it: the header without a leading `x:`. */
export const extraName = (header: string): string => (header.startsWith("x:") ? header.slice(2) : header);

/** The header under which a further column is written when none is known from a file. */
export function extraHeader(owner: Table, name: string): string {
  const taken =
    owner.columns.some((known) => known.name === name) || name === PRIVATE_COLUMN || name.startsWith("x:");
  return taken ? `x:${name}` : name;
}
