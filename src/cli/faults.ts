/** How the command line ends when something is wrong: exit 1 for bad data or a question without answer, 2 for wrong usage. */

import type { Fault, Problem } from "../model/problem.ts";

export const EXIT = { ok: 0, bad: 1, usage: 2 } as const;

/** Wrong usage: the command as typed cannot be meant. */
export class UsageError extends Error {}

/** What the command was asked to do cannot be done. */
export class CommandError extends Error {}

/** Faults of class bad-parameter that are about the data, not about the spelling of the command. */
const ABOUT_DATA: ReadonlySet<string> = new Set([
  "unknown-id",
  "ambiguous-name",
  "folder-not-empty",
  "not-a-folder",
  "unreadable",
  "unknown-variable",
  "unknown-statement-type",
  "bad-polarity",
]);

/** The exit code of a fault. */
export const exitCodeOf = ({ class: kind, code }: Fault): number =>
  (kind === "bad-parameter" && !ABOUT_DATA.has(code)) || code === "over-limit" ? EXIT.usage : EXIT.bad;

/** `minConfidence` as the flag that a user types. */
export const flagName = (parameter: string): string =>
  `--${parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** A parameter as it is typed: FROM and TO are arguments, `k` is a short flag. */
export const typedName = (parameter: string): string => {
  if (parameter === "from" || parameter === "to") return parameter.toUpperCase();
  return parameter.length === 1 ? `-${parameter}` : flagName(parameter);
};

const sentence = (text: string): string => {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return `${whole.replace(/\.+$/, "")}${/[?!…]$/.test(whole) ? "" : "."}`;
};

/** A fault in words; the parameter at fault is spelled as it is typed. */
export function faultMessage({ message, remedy, parameter }: Fault): string {
  // Only where the grammar's messages name it: elsewhere the same letters may be an ordinary word.
  const named = new RegExp(`^(Give |Leave |)${parameter}\\b|(?<= with )${parameter}\\b`);
  const spelled = (text: string): string =>
    parameter === ""
      ? text
      : text.replace(named, (_, before?: string) => (before ?? "") + typedName(parameter));
  return `${sentence(spelled(message))}\n${sentence(spelled(remedy))}`;
}

/** Findings of a check in words, grouped by file. */
export function problemLines(problems: readonly Problem[], heading: string): string {
  if (problems.length === 0) return "";
  const lines: string[] = [];
  let file: string | null = null;
  for (const problem of problems) {
    if (problem.file !== file) lines.push(`${problem.file || "package"}`);
    file = problem.file;
    const place = [
      problem.row === null ? "" : `row ${problem.row}`,
      problem.column === "" ? "" : `column ${problem.column}`,
    ].filter(Boolean);
    lines.push(
      `  ${[...place, heading].join(", ")}: ${problem.message} (${problem.code})`,
      `    ${problem.remedy}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** `1 problem`, `2 problems`. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
