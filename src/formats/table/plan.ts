/** Which column of a table is which field of a statement, after its header and what the user says. */

import { listed, show } from "../../dataset/report.ts";
import { extraHeader, extraName, PRIVATE_COLUMN, tableOf } from "../../dataset/tables.ts";
import { LABEL_FIELDS, NONE, STATEMENT_FIELDS, type TableMapping } from "./mapping.ts";
import type { TableFindings } from "./problems.ts";

export interface TablePlan {
  /** Place in the row by field. */
  readonly at: ReadonlyMap<string, number>;
  /** Further columns: the header under which they are written, and their place. */
  readonly further: readonly { readonly header: string; readonly at: number }[];
  /** The table's own header. */
  readonly columns: readonly string[];
}

/** The column of a field as the user knows it. */
export const columnOf = ({ at, columns }: TablePlan, field: string): string =>
  columns[at.get(field) ?? -1] ?? field;

/** A function from a row to its cell of a field, without blanks at the ends; empty where there is no such column. */
export function fieldReader({ at }: TablePlan, field: string): (cells: readonly string[]) => string {
  const place = at.get(field);
  return place === undefined ? () => "" : (cells) => (cells[place] ?? "").trim();
}

/** Tells whether a row lacks what every statement has: actor, target, and a source where there is a column for it. */
export function incompleteRow(plan: TablePlan): (cells: readonly string[]) => boolean {
  const needed = ["actor", ...(plan.at.has("source") ? ["source"] : [])].map((field) =>
    fieldReader(plan, field),
  );
  const issue = fieldReader(plan, "issue");
  const [relation, target] = [fieldReader(plan, "relation"), fieldReader(plan, "target")];
  return (cells) =>
    needed.some((read) => read(cells) === "") ||
    (issue(cells) === "" && relation(cells) === "" && target(cells) === "");
}

/** The places of the columns, or null when something is wrong with header or map. */
export function planTable(
  file: string,
  columns: readonly string[],
  { fields }: TableMapping,
  findings: TableFindings,
): TablePlan | null {
  const at = new Map<string, number>();
  const further: { header: string; at: number }[] = [];
  const used = new Set<number>();
  const off = new Set<string>();
  for (const [field, column] of fields ?? []) {
    if (column === NONE) {
      off.add(field);
      continue;
    }
    const place = placeOf(file, columns, column, findings, `--map names for ${field}`);
    if (place === null) continue;
    used.add(place);
    if (field.startsWith("x:")) further.push({ header: furtherHeader(field.slice(2)), at: place });
    else at.set(field, place);
  }
  for (const field of [...STATEMENT_FIELDS, ...LABEL_FIELDS]) {
    const place = columns.indexOf(field);
    if (at.has(field) || off.has(field) || place < 0 || used.has(place)) continue;
    // Half a span says nothing; in other tables such a column is something else.
    if ((field === "start" || field === "end") && !(columns.includes("start") && columns.includes("end")))
      continue;
    if (columns.lastIndexOf(field) !== place)
      findings.add("duplicate-column", file, 1, field, `column ${show(field)} occurs twice in ${file}`);
    at.set(field, place);
    used.add(place);
  }
  const rest = columns.flatMap((name, place) => (used.has(place) ? [] : [{ name, at: place }]));
  if (fields === null) further.push(...keepRest(file, rest, findings));
  else if (rest.length > 0) {
    const names = listed(
      rest.map(({ name }) => show(name)),
      10,
    );
    findings.warn("column-left-out", file, "", `not taken from ${file}: ${names}`);
  }
  const headers = further.map(({ header }) => extraName(header));
  for (const [index, header] of headers.entries())
    if (headers.indexOf(header) !== index)
      findings.add(
        "duplicate-column",
        file,
        1,
        header,
        `two further columns of ${file} have the name ${show(header)}`,
      );
  checkTargets(file, columns, at, off, findings);
  return findings.bad ? null : { at, further, columns };
}

/** The place of a column, said when it is not there or there twice. */
export function placeOf(
  file: string,
  columns: readonly string[],
  column: string,
  findings: TableFindings,
  whence: string,
): number | null {
  const trimmed = columns.map((name) => name.trim());
  const exact = columns.indexOf(column);
  const place = exact >= 0 ? exact : trimmed.indexOf(column);
  if (place < 0) {
    const message = `there is no column ${show(column)}, which ${whence}; columns are ${listed(columns.map(show), 40)}`;
    findings.add("unknown-column", file, 1, column, message);
    return null;
  }
  if ((exact >= 0 ? columns : trimmed).lastIndexOf(column) !== place) {
    findings.add("duplicate-column", file, 1, column, `column ${show(column)} occurs twice in ${file}`);
    return null;
  }
  return place;
}

const furtherHeader = (name: string): string => extraHeader(tableOf("statements"), name.trim());

/** All other columns as further ones, but for those without a name and the private one. */
function keepRest(
  file: string,
  rest: readonly { readonly name: string; readonly at: number }[],
  findings: TableFindings,
): { header: string; at: number }[] {
  const left = rest.filter(({ name }) => extraName(name).trim() === "" || name === PRIVATE_COLUMN);
  if (left.length > 0) {
    const names = left.map(({ name, at }) =>
      name.trim() === "" ? `column ${at + 1}, which has no name` : name,
    );
    findings.warn("column-left-out", file, "", `not taken from ${file}: ${listed(names, 10)}`);
  }
  return rest
    .filter((one) => !left.includes(one))
    .map(({ name, at }) => ({ header: furtherHeader(extraName(name)), at }));
}

function checkTargets(
  file: string,
  columns: readonly string[],
  at: ReadonlyMap<string, number>,
  off: ReadonlySet<string>,
  findings: TableFindings,
): void {
  const shown = listed(columns.map(show), 40);
  const miss = (field: string, why: string): void =>
    findings.add("unmapped-field", file, 1, field, `no column is ${field}${why}; columns are ${shown}`);
  if (!at.has("actor")) miss("actor", "");
  const relation = at.has("relation") && at.has("target");
  if (!at.has("issue") && !relation) miss("issue", " (or relation and target)");
  if (!at.has("polarity") && !off.has("polarity")) miss("polarity", "");
  for (const field of LABEL_FIELDS) {
    const owner = field.slice(0, field.indexOf("_"));
    if (at.has(field) && !at.has(owner)) miss(owner, `, although ${field} is mapped`);
  }
}
