/** Verifies a dataset's passages against the texts of its sources. */

import type { Dataset, Source, Statement } from "../model/dataset.ts";
import type { Problem } from "../model/problem.ts";
import { type Paragraph, paragraphAt, paragraphsOf } from "./paragraphs.ts";
import { type Budget, ROUNDS, reanchor, type Words, wordsOf } from "./reanchor.ts";
import { Findings, show } from "./report.ts";
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
    else verifySource(dataset, source, statements, given.replace(/^\ufeff/, ""), passages, findings, budget);
  }
  const { problems, warnings } = findings.report({}, [SOURCES, STATEMENTS]);
  return { problems, warnings, passages };
}

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
      checkForm(statement, text.slice(start, end), paragraphs, start, tell);
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

/** A passage at its place: whether its paragraph is right, and whether it lies within one and is trimmed. */
function checkForm(
  statement: Statement,
  passage: string,
  paragraphs: readonly Paragraph[],
  start: number,
  tell: (
    statement: Statement,
    code: "wrong-paragraph" | "ragged-passage",
    column: string,
    message: string,
  ) => void,
): void {
  if (passage !== passage.trim())
    tell(statement, "ragged-passage", "start", "the passage begins or ends with a blank");
  else if (passage.includes("\n"))
    tell(statement, "ragged-passage", "end", "the passage goes beyond one paragraph");
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
