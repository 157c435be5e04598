/** Verifies a dataset's passages against the texts of its sources. */

import type { Dataset, Source, Statement } from "../model/dataset.ts";
import type { Problem } from "../model/problem.ts";
import { type Paragraph, paragraphAt, paragraphsOf } from "./paragraphs.ts";
import { type Budget, ROUNDS, reanchor, type Words, wordsOf } from "./reanchor.ts";
import { Findings, listed, show } from "./report.ts";
import { sha256Hex } from "./sha256.ts";
import { tableOf } from "./tables.ts";

/**
 * `exact`: the text has the passage at its offsets. `moved`: the text differs in blanks or quotation marks, and the passage was
 * found elsewhere. `stale`: the text does not have it. `no-text`: there is no text of the source. `no-locator`: the statement
 * has no offsets or no hash.
 */
export type PassageState = "exact" | "moved" | "stale" | "no-text" | "no-locator";

/** Where a passage is in the text that was given: UTF-16 code units, end exclusive. Null when it has no locator. */
export interface VerifiedPassage {
  readonly state: PassageState;
  readonly start: number | null;
  readonly end: number | null;
}

export interface Verification {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** By statement id; every statement is in it. */
  readonly passages: ReadonlyMap<string, VerifiedPassage>;
}

const STATEMENTS = tableOf("statements").file;
const SOURCES = tableOf("sources").file;

/** Slices that may be tried to find moved passages again in one verification: about two seconds. */
const MOST_SLICES = 200_000;

/** Verifies all passages. `texts` are by source id; a leading byte order mark does not count. */
export function verifyPassages(dataset: Dataset, texts: ReadonlyMap<string, string>): Verification {
  const findings = new Findings();
  const ragged: Ragged = new Map();
  const passages = new Map<string, VerifiedPassage>();
  const bySource = new Map<string, Statement[]>();
  for (const statement of dataset.statements) {
    const group = bySource.get(statement.source);
    if (group) group.push(statement);
    else bySource.set(statement.source, [statement]);
  }
  const budget: Budget = { slices: MOST_SLICES };
  for (const source of dataset.sources) {
    const statements = bySource.get(source.id) ?? [];
    const given = texts.get(source.id);
    if (given === undefined) noText(dataset, source, statements, passages, findings);
    else
      verifySource(
        dataset,
        source,
        statements,
        given.replace(/^\ufeff/, ""),
        passages,
        findings,
        ragged,
        budget,
      );
  }
  for (const [{ column, one, several }, ids] of ragged)
    findings.add(
      "ragged-passage",
      { file: STATEMENTS, column },
      ids.length === 1
        ? `${one} (statement ${ids[0]})`
        : `${ids.length} ${several} (statements ${listed(ids)})`,
    );
  const { problems, warnings } = findings.report({}, [SOURCES, STATEMENTS]);
  return { problems, warnings, passages };
}

/** What is wrong with the form of a passage, of one and of several. */
interface Form {
  readonly column: string;
  readonly one: string;
  readonly several: string;
}

const BLANK: Form = {
  column: "start",
  one: "the passage begins or ends with a blank",
  several: "passages begin or end with a blank",
};
const BEYOND: Form = {
  column: "end",
  one: "the passage goes beyond one paragraph",
  several: "passages go beyond one paragraph",
};

/** Ids of statements that no row of a file tells apart, such as those of a DNA database: they are told together. */
type Ragged = Map<Form, string[]>;

const located = (statement: Statement): boolean =>
  statement.start !== null && statement.end !== null && statement.passageSha256 !== "";

function noText(
  dataset: Dataset,
  source: Source,
  statements: readonly Statement[],
  passages: Map<string, VerifiedPassage>,
  findings: Findings,
): void {
  for (const statement of statements) {
    const { start, end } = statement;
    passages.set(statement.id, { state: located(statement) ? "no-text" : "no-locator", start, end });
  }
  const count = statements.filter(located).length;
  if (count === 0) return;
  const place = { file: SOURCES, row: rowOf(dataset, "sources", source.id), column: "id" };
  findings.add(
    "missing-text",
    place,
    `there is no text of source ${show(source.id)}; its ${count} passages are not verified`,
  );
}

const rowOf = (dataset: Dataset, table: "sources" | "statements", id: string): number | null =>
  dataset.form?.tables.get(table)?.rows.get(id) ?? null;

function verifySource(
  dataset: Dataset,
  source: Source,
  statements: readonly Statement[],
  text: string,
  passages: Map<string, VerifiedPassage>,
  findings: Findings,
  ragged: Ragged,
  budget: Budget,
): void {
  // In another text paragraphs may be counted otherwise, which is no fault of the statements.
  const paragraphs = differences(source, text).length > 0 ? [] : paragraphsOf(text);
  const tell = (
    statement: Statement,
    code: Parameters<Findings["add"]>[0],
    column: string,
    message: string,
  ): void =>
    findings.add(
      code,
      { file: STATEMENTS, row: rowOf(dataset, "statements", statement.id), column },
      message,
    );
  let unproven: Statement[] = [];
  for (const statement of statements) {
    const { start, end } = statement;
    if (start === null || end === null || statement.passageSha256 === "") {
      passages.set(statement.id, { state: "no-locator", start, end });
    } else if (end <= text.length && sha256Hex(text.slice(start, end)) === statement.passageSha256) {
      passages.set(statement.id, { state: "exact", start, end });
      const passage = text.slice(start, end);
      const form = passage !== passage.trim() ? BLANK : passage.includes("\n") ? BEYOND : null;
      if (form && dataset.form) tell(statement, "ragged-passage", form.column, form.one);
      else if (form) {
        const ids = ragged.get(form) ?? [];
        ragged.set(form, ids);
        ids.push(statement.id);
      }
      checkParagraph(statement, paragraphs, start, tell);
    } else {
      unproven.push(statement);
    }
  }

  const words: Words = wordsOf(unproven.length > 0 ? text : "");
  let moved = 0;
  // Cheap rounds for all come first, so that a few hopeless passages do not use up the budget of the others.
  for (let round = 0; round < ROUNDS && unproven.length > 0; round++) {
    unproven = unproven.filter((statement) => {
      const locator = {
        start: statement.start ?? 0,
        end: statement.end ?? 0,
        sha256: statement.passageSha256,
      };
      const span = reanchor(words, locator, source.length, round, budget);
      if (span === null) return true;
      passages.set(statement.id, { state: "moved", ...span });
      tell(statement, "passage-moved", "start", `the passage was found again at ${span.start}–${span.end}`);
      moved++;
      return false;
    });
  }
  for (const statement of unproven) {
    const { start, end } = statement;
    passages.set(statement.id, { state: "stale", start, end });
    if ((end ?? 0) > text.length) {
      tell(
        statement,
        "passage-out-of-range",
        "end",
        `end ${end} is beyond the text, which has ${text.length} code units`,
      );
    } else {
      tell(
        statement,
        "passage-stale",
        "passage_sha256",
        "the text at these offsets is not the passage that was coded",
      );
    }
  }
  compareText(
    dataset,
    source,
    text,
    { verified: statements.filter(located).length, moved, stale: unproven.length },
    findings,
  );
}

/** A passage at its place: whether its paragraph is right. */
function checkParagraph(
  statement: Statement,
  paragraphs: readonly Paragraph[],
  start: number,
  tell: (statement: Statement, code: "wrong-paragraph", column: string, message: string) => void,
): void {
  const paragraph = paragraphAt(paragraphs, start);
  if (statement.paragraph === null || paragraph === null || statement.paragraph === paragraph.index) return;
  const message = `the passage is in paragraph ${paragraph.index}, not ${statement.paragraph}`;
  tell(statement, "wrong-paragraph", "paragraph", message);
}

/** In what a text differs from the one that was coded, as far as sources.csv says. */
function differences(source: Source, text: string): readonly string[] {
  const otherHash = source.sha256 !== "" && sha256Hex(text) !== source.sha256;
  const otherLength = source.length !== null && text.length !== source.length;
  return [
    ...(otherHash ? ["SHA-256"] : []),
    ...(otherLength ? [`length (${text.length}, not ${source.length})`] : []),
  ];
}

function compareText(
  dataset: Dataset,
  source: Source,
  text: string,
  count: { readonly verified: number; readonly moved: number; readonly stale: number },
  findings: Findings,
): void {
  const differs = differences(source, text);
  if (differs.length === 0) return;
  const what = `the text of ${show(source.id)} has another ${differs.join(" and ")} than ${SOURCES} says`;
  const place = {
    file: SOURCES,
    row: rowOf(dataset, "sources", source.id),
    column: source.sha256 === "" ? "length" : "sha256",
  };
  if (count.stale > 0) {
    findings.add("wrong-text", place, `${what}; ${count.stale} of ${count.verified} passages are not in it`);
  } else if (count.verified === 0) {
    findings.add("wrong-text", place, `${what}, and no passage shows that it is the right one`);
  } else {
    const found = count.moved > 0 ? `, ${count.moved} of them at another place` : "";
    findings.add("text-differs", place, `${what}, but all ${count.verified} passages are in it${found}`);
  }
}
