/** The text of one cell to its value and back, by the type of its column. */

import { parseDate } from "../model/date.ts";
import { idFault } from "../model/id.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { listed, show } from "./report.ts";
import type { Column } from "./tables.ts";

/** Why a cell has no value. The words go behind the name of the column. */
export class CellFault {
  readonly code: ProblemCode;
  readonly message: string;

  constructor(code: ProblemCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** One entry of `condition_issues`. */
interface Condition {
  readonly issue: string;
  readonly negated: boolean;
}

const NOTHING: readonly never[] = Object.freeze([]);
const NEGATION = "not:";
/** Spreadsheets and R write whole numbers as `12`, pandas writes `12.0` where the column has gaps. */
const WHOLE = /^\d+(?:\.0+)?$/;
const DECIMAL = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const HASH = /^[0-9a-f]{64}$/;

/** The value of an empty cell. */
export function emptyValue(column: Column): unknown {
  switch (column.type) {
    case "boolean":
    case "word":
      return column.fallback;
    case "reference":
      return column.required ? "" : null;
    case "integer":
    case "number":
      return null;
    case "list":
    case "references":
    case "conditions":
      return NOTHING;
    default:
      return "";
  }
}

/** The value of a cell that is not empty, or what is wrong with it. References are checked by their form only. */
export function parseCell(column: Column, text: string): unknown {
  switch (column.type) {
    case "text":
      return text;
    case "id":
    case "reference": {
      const fault = idFault(text);
      return fault === null ? text : new CellFault("bad-id", `${show(text)} ${fault}`);
    }
    case "list":
      return splitList(text);
    case "references": {
      const items = splitList(text);
      if (items instanceof CellFault) return items;
      for (const item of items) {
        const fault = idFault(item);
        if (fault !== null) return new CellFault("bad-id", `${show(item)} ${fault}`);
      }
      return items;
    }
    case "conditions":
      return parseConditions(text);
    case "boolean":
      return parseBoolean(text);
    case "integer":
    case "number":
      return parseNumber(text, column.type === "integer", column.minimum, column.maximum);
    case "date":
      return parseDate(text) ? text : new CellFault("bad-date", `${show(text)} is no date`);
    case "word":
      // The word of the schema itself, so that the file's text need not be kept for it.
      return (
        column.words.find((word) => word === text) ??
        new CellFault("bad-word", `${show(text)} is none of ${listed(column.words, column.words.length)}`)
      );
    case "hash": {
      const lower = text.toLowerCase();
      return HASH.test(lower) ? lower : new CellFault("bad-hash", `${show(text)} is no SHA-256`);
    }
  }
}

function parseBoolean(text: string): boolean | CellFault {
  // Spreadsheets and R turn true into TRUE, pandas into True.
  if (text === "true" || text === "TRUE" || text === "True") return true;
  if (text === "false" || text === "FALSE" || text === "False") return false;
  return new CellFault("bad-boolean", `${show(text)} is neither true nor false`);
}

function parseNumber(text: string, whole: boolean, minimum: number, maximum: number): number | CellFault {
  const value = Number(text);
  const formed = /^-/.test(text) ? text.slice(1) : text;
  if (!(whole ? WHOLE : DECIMAL).test(formed) || !Number.isFinite(value)) {
    return new CellFault("bad-number", `${show(text)} is no ${whole ? "whole number" : "number"}`);
  }
  const bound = value < minimum ? `less than ${minimum}` : value > maximum ? `more than ${maximum}` : "";
  if (bound) return new CellFault("number-out-of-range", `${show(text)} is ${bound}`);
  return value === 0 ? 0 : value;
}

function parseConditions(text: string): readonly Condition[] | CellFault {
  const items = splitList(text);
  if (items instanceof CellFault) return items;
  const conditions: Condition[] = [];
  for (const item of items) {
    const negated = item.startsWith(NEGATION);
    const issue = negated ? item.slice(NEGATION.length) : item;
    const fault = idFault(issue);
    if (fault !== null) return new CellFault("bad-id", `${show(item)} ${fault}`);
    conditions.push({ issue, negated });
  }
  return conditions;
}

/**
 * The items of a list: separated by `;`, blanks around them dropped. A backslash before `;` or another backslash makes that
 * character part of the item; before anything else it is itself.
 */
export function splitList(text: string): readonly string[] | CellFault {
  if (!text.includes("\\")) {
    const items = text.split(";").map((item) => item.trim());
    return items.includes("") ? new CellFault("bad-list", "has an empty item") : items;
  }
  const items: string[] = [];
  let item = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    const next = text[at + 1];
    if (unit === "\\" && (next === ";" || next === "\\")) {
      item += next;
      at++;
    } else if (unit === ";") {
      items.push(item.trim());
      item = "";
    } else {
      item += unit;
    }
  }
  items.push(item.trim());
  return items.includes("") ? new CellFault("bad-list", "has an empty item") : items;
}

/** The inverse of `splitList`: a backslash is doubled only where it would be read as an escape. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/\\(?=[\\;]|$)/g, "\\\\").replaceAll(";", "\\;")).join(";");

/** The canonical text of a value. */
export function formatCell(column: Column, value: unknown): string {
  switch (column.type) {
    case "list":
    case "references":
      return joinList(value as readonly string[]);
    case "conditions":
      return joinList(
        (value as readonly Condition[]).map(({ issue, negated }) => (negated ? NEGATION + issue : issue)),
      );
    default:
      return value === null ? "" : String(value);
  }
}
