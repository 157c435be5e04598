/** Which variables of a DNA database become actors, speakers, issues and polarity of a dataset. */

import { findStatementType } from "../../analysis/networks/table-from-dna.ts";
import {
  DNA_DOCUMENT_FIELDS,
  type DnaDatabase,
  type DnaDocument,
  type DnaStatement,
  type DnaStatementType,
  type DnaValue,
  type DnaVariable,
} from "../../model/dna.ts";
import { Fault } from "../../model/problem.ts";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";

export const DNA_ROLES = ["actor", "speaker", "issue", "polarity"] as const;
export type DnaRole = (typeof DNA_ROLES)[number];

/** What a user may choose; everything else is as DNA's own statement type has it. */
export interface DnaMapping {
  /** Null: the first statement type with statements that has the variables. */
  readonly statementType: string | null;
  /** Variable or document field by role; `none` for no speaker or no polarity. */
  readonly variables: Readonly<Partial<Record<DnaRole, string>>>;
  /** Polarity by the value of the polarity variable, beyond what its type says. */
  readonly values: ReadonlyMap<string, Polarity>;
}

export const DEFAULT_MAPPING: DnaMapping = { statementType: null, variables: {}, values: new Map() };

/** Names that are looked for when a role is not mapped, without regard to case. */
const USUAL: Readonly<Record<DnaRole, readonly string[]>> = {
  actor: ["organization", "organisation", "actor"],
  speaker: ["person", "speaker"],
  issue: ["concept", "issue"],
  polarity: ["agreement", "polarity"],
};

const badMap = (parameter: string, message: string, remedy: string): Fault =>
  new Fault({ class: "bad-parameter", code: "bad-parameter", parameter, message, remedy });

/** `actor=…,issue=…`, several times if need be; a variable's name may hold commas. @throws Fault `bad-parameter` */
export function parseMap(texts: readonly string[]): DnaMapping["variables"] {
  const variables: Partial<Record<DnaRole, string>> = {};
  for (const part of texts.flatMap((text) => text.split(/,(?=\s*[a-z]+=)/))) {
    const at = part.indexOf("=");
    const role = DNA_ROLES.find((name) => name === part.slice(0, at).trim());
    const variable = part.slice(at + 1).trim();
    if (at < 0 || role === undefined || variable === "")
      throw badMap(
        "map",
        `map holds ${JSON.stringify(part)}`,
        `Give map as FIELD=VARIABLE, with FIELD one of ${DNA_ROLES.join(", ")}.`,
      );
    if (variables[role] !== undefined)
      throw badMap("map", `map names ${role} twice`, `Give map with ${role} once.`);
    variables[role] = variable;
  }
  return variables;
}

/** `VALUE=POLARITY,…`. @throws Fault `bad-parameter` */
export function parseValues(texts: readonly string[]): DnaMapping["values"] {
  const words = POLARITIES.map(({ id }) => id);
  const values = new Map<string, Polarity>();
  const polarity = words.join("|");
  for (const part of texts.flatMap((text) =>
    text.split(new RegExp(`(?<==(?:${polarity})),`)).filter((one) => one !== ""),
  )) {
    const at = part.lastIndexOf("=");
    const word = words.find((one) => one === part.slice(at + 1).trim());
    if (at < 0 || word === undefined)
      throw badMap(
        "values",
        `values holds ${JSON.stringify(part)}`,
        `Give values as VALUE=POLARITY, with POLARITY one of ${words.join(", ")}.`,
      );
    values.set(part.slice(0, at), word);
  }
  return values;
}

/** A variable or document field that has been found. */
export interface DnaSource {
  readonly name: string;
  /** Null for a document field. */
  readonly variable: DnaVariable | null;
  read(statement: DnaStatement, document: DnaDocument): DnaValue;
}

export interface FoundMapping {
  readonly type: DnaStatementType;
  readonly actor: DnaSource;
  readonly speaker: DnaSource | null;
  readonly issue: DnaSource;
  readonly polarity: DnaSource | null;
}

function sourceNamed(type: DnaStatementType, name: string): DnaSource | null {
  const at = type.variables.findIndex((variable) => variable.name === name);
  const variable = type.variables[at];
  if (variable) return { name, variable, read: ({ values }) => values[at] ?? null };
  const field = DNA_DOCUMENT_FIELDS.find((one) => one === name);
  return field ? { name, variable: null, read: (_, document) => String(document[field]) } : null;
}

/** The variable of a role that nobody mapped. Without a usual name a single boolean is the polarity. */
function usual(type: DnaStatementType, role: DnaRole): DnaSource | null {
  const names = new Map(type.variables.map(({ name }) => [name.toLowerCase(), name]));
  const found = USUAL[role].map((name) => names.get(name)).find((name) => name !== undefined);
  if (found !== undefined) return sourceNamed(type, found);
  const booleans = type.variables.filter((variable) => variable.type === "boolean");
  return role === "polarity" && booleans.length === 1 ? sourceNamed(type, booleans[0]?.name ?? "") : null;
}

/** The variables that play the roles as long as nobody says otherwise, by their usual names. */
export const usualRoles = (type: DnaStatementType): DnaMapping["variables"] =>
  Object.fromEntries(
    DNA_ROLES.flatMap((role) => {
      const found = usual(type, role);
      return found ? [[role, found.name]] : [];
    }),
  );

const isGiven = (name: string | undefined): name is string => name !== undefined && name !== "none";

const find = (type: DnaStatementType, role: DnaRole, { variables }: DnaMapping): DnaSource | null => {
  const name = variables[role];
  return name === undefined ? usual(type, role) : name === "none" ? null : sourceNamed(type, name);
};

function chooseType(database: DnaDatabase, mapping: DnaMapping): DnaStatementType {
  if (mapping.statementType !== null) return findStatementType(database, mapping.statementType);
  const used = new Set(database.statements.map(({ type }) => type));
  const fits = (type: DnaStatementType): boolean =>
    DNA_ROLES.every(
      (role) =>
        find(type, role, mapping) !== null ||
        ((role === "speaker" || role === "polarity") && !isGiven(mapping.variables[role])),
    );
  const fitting = database.statementTypes.filter(fits);
  return fitting.find(({ id }) => used.has(id)) ?? fitting[0] ?? findStatementType(database, null);
}

const listOf = ({ variables }: DnaStatementType): string =>
  [...variables.map(({ name }) => name), ...DNA_DOCUMENT_FIELDS].join(", ");

const unknown = (type: DnaStatementType, message: string, remedy: string): Fault =>
  new Fault({
    class: "bad-parameter",
    code: "unknown-variable",
    parameter: "map",
    message: `The statement type ${JSON.stringify(type.label)} ${message}`,
    remedy: `${remedy}${remedy === "" ? "" : " "}Variables are: ${listOf(type)}.`,
  });

/**
 * Finds the statement type and the variables.
 * @throws Fault `unknown-statement-type`; `unknown-variable` where a variable is not there, or has a type that cannot play its role
 */
export function findMapping(database: DnaDatabase, mapping: DnaMapping): FoundMapping {
  const type = chooseType(database, mapping);
  for (const role of DNA_ROLES) {
    const name = mapping.variables[role];
    if (isGiven(name) && sourceNamed(type, name) === null)
      throw unknown(type, `has no variable ${JSON.stringify(name)}, which map names for ${role}`, "");
  }
  const text = (role: "actor" | "speaker" | "issue"): DnaSource | null => {
    const found = find(type, role, mapping);
    const kind = found?.variable?.type;
    if (kind === "boolean" || kind === "integer")
      throw unknown(type, `has ${found?.name} as ${kind}, which cannot be ${role}`, "Map a text variable.");
    return found;
  };
  const required = (role: "actor" | "issue"): DnaSource => {
    const found = text(role);
    if (found) return found;
    throw unknown(
      type,
      `has no variable for ${role} (${USUAL[role].join(", ")})`,
      `Say which one it is with map, such as ${role}=VARIABLE.`,
    );
  };
  return {
    type,
    actor: required("actor"),
    speaker: text("speaker"),
    issue: required("issue"),
    polarity: find(type, "polarity", mapping),
  };
}
