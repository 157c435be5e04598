/** The first reading of a table: which names and values occur, so that records can be made of them. */

import { splitList } from "../../dataset/cells.ts";
import type { CsvRecord } from "../../dataset/csv.ts";
import { listed, show } from "../../dataset/report.ts";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";
import type { TableMapping } from "./mapping.ts";
import { columnOf, incompleteRow, type TablePlan } from "./plan.ts";
import type { TableFindings } from "./problems.ts";

/** Something that the table names, by the text with which it points to it. */
export interface Named {
  /** The column where it was met first. */
  readonly column: string;
  /** What the table calls it; empty without a label column. */
  label: string;
}

/** One line of the table as names; what it says beside them is read the second time. */
export interface Survey {
  readonly actors: Map<string, Named>;
  readonly issues: Map<string, Named>;
  readonly sources: Map<string, Named>;
  /** By relation: how often each polarity stands with it. */
  readonly relations: Map<string, Map<Polarity, number>>;
  /** Ids that `repeat_of` names. */
  readonly originals: Set<string>;
  rows: number;
}

export const ACTOR_FIELDS = ["actor", "speaker", "attributed_to", "target"] as const;

/** A copy that does not keep the part of the file alive from which the text was cut. */
const owned = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/** The issue that an entry of `condition_issues` names, and whether it is negated. */
export const conditionOf = (item: string): { readonly name: string; readonly negated: boolean } =>
  item.startsWith("not:") ? { name: item.slice(4).trim(), negated: true } : { name: item, negated: false };

/** The polarity that a value means, if any. The user's word goes first, then the three words themselves in any case. */
export function polarityOf(text: string, { values }: TableMapping): Polarity | undefined {
  const trimmed = text.trim();
  const lower = trimmed.toLowerCase();
  return values.get(text) ?? values.get(trimmed) ?? POLARITIES.find(({ id }) => id === lower)?.id;
}

export class Surveyor {
  readonly survey: Survey = {
    actors: new Map(),
    issues: new Map(),
    sources: new Map(),
    relations: new Map(),
    originals: new Set(),
    rows: 0,
  };
  private readonly plan: TablePlan;
  private readonly mapping: TableMapping;
  private readonly polarities = new Map<
    string,
    { readonly meaning: Polarity | undefined; readonly row: number; count: number }
  >();
  private readonly severalLabels = new Map<string, number>();
  private readonly incomplete: (cells: readonly string[]) => boolean;
  private leftOut = 0;

  constructor(plan: TablePlan, mapping: TableMapping) {
    this.plan = plan;
    this.mapping = mapping;
    this.incomplete = incompleteRow(plan);
  }

  take({ cells, line }: CsvRecord): void {
    const { at } = this.plan;
    const { survey } = this;
    const cell = (field: string): string => {
      const place = at.get(field);
      return place === undefined ? "" : (cells[place] ?? "").trim();
    };
    if (this.mapping.skipIncomplete && this.incomplete(cells)) {
      this.leftOut++;
      return;
    }
    survey.rows++;
    for (const field of ACTOR_FIELDS)
      this.meet(survey.actors, field, cell(field), field === "actor" ? cell("actor_label") : "");
    this.meet(survey.issues, "issue", cell("issue"), cell("issue_label"));
    this.meet(survey.sources, "source", cell("source"), cell("source_label"));
    const conditions = cell("condition_issues");
    if (conditions !== "") this.meetConditions(conditions);
    const original = cell("repeat_of");
    if (original !== "") survey.originals.add(owned(original));
    const relation = cell("relation");
    const place = at.get("polarity");
    const text = place === undefined ? "" : (cells[place] ?? "");
    // A relation's polarity may stand in any of its rows.
    const silent =
      place === undefined || (relation !== "" && text.trim() === "" && !this.mapping.values.has(text));
    const polarity = silent ? undefined : this.meetPolarity(text, line);
    if (relation !== "") this.meetRelation(relation, polarity);
  }

  private meet(names: Map<string, Named>, field: string, name: string, label: string): void {
    if (name === "") return;
    const known = names.get(name);
    if (known === undefined)
      names.set(owned(name), { column: columnOf(this.plan, field), label: owned(label) });
    else if (label !== "" && known.label === "") known.label = owned(label);
    else if (label !== "" && known.label !== label)
      this.severalLabels.set(`${field}_label`, (this.severalLabels.get(`${field}_label`) ?? 0) + 1);
  }

  private meetConditions(text: string): void {
    const items = splitList(text);
    // A broken list is told at the second reading.
    if (!Array.isArray(items)) return;
    for (const item of items as readonly string[])
      this.meet(this.survey.issues, "condition_issues", conditionOf(item).name, "");
  }

  private meetPolarity(text: string, row: number): Polarity | undefined {
    let known = this.polarities.get(text);
    if (known === undefined) {
      known = { meaning: polarityOf(text, this.mapping), row, count: 0 };
      this.polarities.set(owned(text), known);
    }
    known.count++;
    return known.meaning;
  }

  private meetRelation(name: string, polarity: Polarity | undefined): void {
    let counts = this.survey.relations.get(name);
    if (counts === undefined) {
      counts = new Map();
      this.survey.relations.set(owned(name), counts);
    }
    if (polarity !== undefined) counts.set(polarity, (counts.get(polarity) ?? 0) + 1);
  }

  /** What is wrong with values and labels as a whole. */
  finish(file: string, findings: TableFindings): void {
    const column = columnOf(this.plan, "polarity");
    const unknown = [...this.polarities].filter(([, { meaning }]) => meaning === undefined);
    for (const [text, { row, count }] of unknown.slice(0, MOST_VALUES))
      findings.add(
        "unknown-value",
        file,
        row,
        column,
        `${text === "" ? "an empty cell" : show(text)} says no polarity (${rowsOf(count)}, first in row ${row})`,
      );
    const more = unknown.slice(MOST_VALUES);
    if (more.length > 0) {
      const count = more.reduce((sum, [, each]) => sum + each.count, 0);
      findings.add(
        "unknown-value",
        file,
        null,
        column,
        `and ${more.length} more values (${rowsOf(count)}) say no polarity`,
      );
    }
    for (const [name, counts] of this.survey.relations) {
      if (counts.size < 2) continue;
      const said = [...counts].map(([polarity, count]) => `${polarity} (${count})`);
      const message = `the relation ${show(name)} has several polarities: ${said.join(", ")}`;
      findings.add("relation-polarity", file, null, columnOf(this.plan, "relation"), message);
    }
    const idle = [...this.mapping.values.keys()].filter(
      (value) =>
        !this.polarities.has(value) && ![...this.polarities.keys()].some((text) => text.trim() === value),
    );
    if (idle.length > 0)
      findings.warn(
        "unused-value",
        file,
        column,
        `--values names what no row has: ${listed(idle.map(show), 10)}`,
      );
    for (const [field, count] of this.severalLabels) {
      const message = `${rowsOf(count)} have another label for the same thing than a row before`;
      findings.warn("several-labels", file, columnOf(this.plan, field), message);
    }
    if (this.leftOut > 0) {
      const message = `${rowsOf(this.leftOut)} ${this.leftOut === 1 ? "is" : "are"} left out, without actor, source or target`;
      findings.warn("incomplete-rows", file, "", message);
    }
    if (this.survey.rows === 0) findings.add("no-rows", file, null, "", `${file} has no usable row`);
  }
}

const MOST_VALUES = 100;

const rowsOf = (count: number): string => `${count} row${count === 1 ? "" : "s"}`;
