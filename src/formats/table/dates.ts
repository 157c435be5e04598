/** The file of dates beside a table: on which day a vote was, an article appeared. */

import type { CsvRecord } from "../../dataset/csv.ts";
import { listed, show } from "../../dataset/report.ts";
import { parseDate } from "../../model/date.ts";
import { type FieldMap, NONE } from "./mapping.ts";
import { columnOf, placeOf, type TablePlan } from "./plan.ts";
import type { TableFindings } from "./problems.ts";
import { readRows, type TableFile } from "./read-rows.ts";

/** What the file of dates says of issues or of sources. */
export interface Dates {
  readonly owner: "issue" | "source";
  readonly byName: ReadonlyMap<string, { readonly date: string; readonly label: string }>;
}

/** An ISO date with a time after it, of which the day is taken. */
const DAY_AND_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/;

/** The day of a date with a time; anything else as it is, without blanks around it. */
export const dayOf = (text: string): string => {
  const trimmed = text.trim();
  return DAY_AND_TIME.exec(trimmed)?.[1] ?? trimmed;
};

interface DatesPlan {
  readonly owner: Dates["owner"];
  readonly key: number;
  readonly date: number;
  readonly label: number | null;
}

/**
 * Reads the file of dates. The key is the column that `map` names for issue or source, else the one that bears the name of the
 * column mapped to source, then to issue; the date is the one that `map` names, else `date`, else the only one whose name has
 * the word in it. Null when something is wrong with the header.
 */
export async function readDates(
  file: TableFile,
  map: FieldMap,
  plan: TablePlan,
  findings: TableFindings,
): Promise<Dates | null> {
  const byName = new Map<string, { date: string; label: string }>();
  const rows = new Map<string, number>();
  let header: readonly string[] = [];
  let found: DatesPlan | null = null;
  await readRows(file, findings, {
    header(cells) {
      header = cells;
      found = planDates(file.name, cells, map, plan, findings);
      return found !== null;
    },
    row({ cells, line }: CsvRecord) {
      if (found === null) return;
      const key = (cells[found.key] ?? "").trim();
      let date = dayOf(cells[found.date] ?? "");
      if (date !== "" && parseDate(date) === null) {
        findings.add("bad-date", file.name, line, header[found.date] ?? "", `${show(date)} is no date`);
        // Said once, not again at every row that it is joined to.
        date = "";
      }
      if (key === "") {
        if (date !== "")
          findings.add("missing-value", file.name, line, header[found.key] ?? "", "the key is empty");
        return;
      }
      const known = byName.get(key);
      if (known !== undefined && known.date !== date) {
        const message = `${show(key)} has the date ${show(date)} here and ${show(known.date)} in row ${rows.get(key)}`;
        findings.add("doubled-key", file.name, line, header[found.key] ?? "", message);
      } else if (known === undefined) {
        byName.set(key, { date, label: found.label === null ? "" : (cells[found.label] ?? "").trim() });
        rows.set(key, line);
      }
    },
  });
  const { owner = "issue" } = (found ?? {}) as Partial<DatesPlan>;
  return found === null ? null : { owner, byName };
}

function planDates(
  file: string,
  columns: readonly string[],
  map: FieldMap,
  plan: TablePlan,
  findings: TableFindings,
): DatesPlan | null {
  const named = (field: string): number | null => {
    const column = map.get(field);
    if (column === undefined || column === NONE) return null;
    return placeOf(file, columns, column, findings, `--dates-map names for ${field}`);
  };
  const shown = `columns are ${listed(columns.map(show), 40)}`;
  const owners = (["source", "issue"] as const).filter((owner) => plan.at.has(owner));
  const owner =
    owners.find((one) => map.has(one)) ??
    owners.find((one) => columns.includes(columnOf(plan, one))) ??
    owners.find((one) => columns.includes(one));
  for (const field of ["source", "issue"] as const)
    if (map.has(field) && !owners.includes(field))
      findings.add(
        "no-date-key",
        file,
        1,
        map.get(field) ?? "",
        `--dates-map names ${field}, which the table does not have`,
      );
  if (owner === undefined) {
    const wanted = owners.map((one) => `${show(columnOf(plan, one))} (${one})`).join(" or ");
    findings.add(
      "no-date-key",
      file,
      1,
      "",
      `${file} has no column ${wanted || "of issues or sources"}; ${shown}`,
    );
    return null;
  }
  const own = columnOf(plan, owner);
  const key = map.has(owner) ? named(owner) : columns.indexOf(columns.includes(own) ? own : owner);
  const alike = columns.flatMap((name, at) => (/date/i.test(name) ? [at] : []));
  const usual = columns.findIndex((name) => name.trim().toLowerCase() === "date");
  const date = map.has("date")
    ? named("date")
    : usual >= 0
      ? usual
      : alike.length === 1
        ? (alike[0] ?? null)
        : null;
  if (date === null && !map.has("date"))
    findings.add(
      "no-date-key",
      file,
      1,
      "date",
      `it is not clear which column of ${file} is the date; ${shown}`,
    );
  const label = named(`${owner}_label`);
  return key === null || date === null ? null : { owner, key, date, label };
}
