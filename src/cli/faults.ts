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

/** Whether a parameter is a short flag too. `v`, the version of the grammar, is none: nobody would guess it. */
export const isShort = (parameter: string): boolean => parameter.length === 1 && parameter !== "v";

/** A parameter as it is typed: FROM and TO are arguments, `k` is a short flag. */
export const typedName = (parameter: string): string => {
  if (parameter === "from" || parameter === "to") return parameter.toUpperCase();
  return isShort(parameter) ? `-${parameter}` : flagName(parameter);
};

/** `--min-confidence <n>` as the parameter `minConfidence`. */
export const parameterOfFlag = (flags: string): string =>
  (/--([\w-]+)/.exec(flags)?.[1] ?? "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const sentence = (text: string): string => {
  // A file's name keeps its letters.
  const isFile = /^\S*[./\\]\S/.test(text);
  const whole = isFile ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return `${whole.replace(/\.+$/, "")}${/[?!…]$/.test(whole) ? "" : "."}`;
};

/** What is quoted is the user's or the data's and stays as it is. */
const QUOTED = /(“[^”]*”|"(?:[^"\\]|\\.)*")/;

/**
 * Words of the grammar, which speaks of parameters, for those who type flags. The same letters may be an ordinary word, so a
 * parameter is one where it follows such words as the grammar's messages have before it, or where it cannot be anything else. One
 * letter is a word unless the fault is about it.
 */
function inFlags(text: string, own: string, known: ReadonlySet<string>): string {
  const typed = (whole: string, name: string): string => (known.has(name) ? typedName(name) : whole);
  const list = /^Parameters are: ([\w, ]+)\.$/.exec(text)?.[1];
  if (list !== undefined)
    return `Flags are: ${list === "none" ? list : list.split(", ").map(typedName).join(", ")}.`;
  const spelled = text
    .replace(/\bparameter "(\w+)"/g, (_, name: string) => `flag ${typedName(name)}`)
    .split(QUOTED)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(
              /(?<![\w:-])(map )?([a-z][A-Za-z]*)=(?=[\w.-])/g,
              (whole, map: string | undefined, name: string) =>
                map === undefined ? (known.has(name) ? `${typedName(name)} ` : whole) : `--map ${name}=`,
            )
            .replace(/(?<![\w:-])[a-z]+[A-Z]\w*/g, (name) => typed(name, name))
            .replace(
              /(?<=\b(?:[Gg]ive|[Ll]eave|[Uu]se|in|out of|by|with|since and|without) |, or )[a-z]{2,}\b(?=[ ,.:;]|$)/g,
              (name) => typed(name, name),
            ),
    )
    .join("");
  return own === ""
    ? spelled
    : spelled.replace(
        new RegExp(`^(Give |Leave |)${own}\\b`),
        (_, before: string) => before + typedName(own),
      );
}

/**
 * A fault in words.
 * @param parameters that the command takes as flags: they are spelled as they are typed
 */
export function faultMessage(fault: Fault, parameters: ReadonlySet<string> = new Set()): string {
  const { message, remedy, parameter } = fault;
  const words = (text: string): string => sentence(inFlags(text, parameter, parameters));
  return `${words(message)}\n${words(remedy)}`;
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
