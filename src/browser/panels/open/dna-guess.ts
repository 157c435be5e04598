/** What can be chosen of a DNA database, and what its values mean as long as nobody says otherwise. Pure. */

import { DNA_ROLES, type DnaRole } from "../../../formats/dna/mapping.ts";
import type { Polarity } from "../../../model/vocabulary.ts";
import type { DnaChoice, DnaTypePreview, DnaVariablePreview } from "../../engine/protocol.ts";
import { guessValues } from "./guess.ts";

export type Roles = DnaTypePreview["guess"];

/** Roles that a statement can do without. */
export const FREE_ROLES: readonly DnaRole[] = ["speaker", "polarity"];

/** Variables that can play a role: names of who and what are texts, a polarity is anything. */
export const candidates = ({ variables }: DnaTypePreview, role: DnaRole): readonly DnaVariablePreview[] =>
  variables.filter(({ type }) => role === "polarity" || (type !== "boolean" && type !== "integer"));

/** The guess without what cannot play its role. */
export const guessRoles = (type: DnaTypePreview): Roles =>
  Object.fromEntries(
    Object.entries(type.guess).filter(([role, name]) =>
      candidates(type, role as DnaRole).some((variable) => variable.name === name),
    ),
  );

/** Numbers mean their sign, as they do on the command line; texts what they are mostly used for. */
export const guessMeanings = (variable: DnaVariablePreview): ReadonlyMap<string, Polarity> =>
  variable.type === "integer"
    ? new Map(variable.values.map((value) => [value, bySign(Number(value))]))
    : guessValues(variable);

const bySign = (value: number): Polarity => (value > 0 ? "support" : value < 0 ? "oppose" : "neutral");

/** Whether a database can be read by these roles. */
export const isEnoughOf = ({ actor, issue }: Roles): boolean => actor !== undefined && issue !== undefined;

/** What the form says, as the engine takes it; a role without a variable has none. */
export const dnaChoiceOf = (
  { label }: DnaTypePreview,
  roles: Roles,
  values: ReadonlyMap<string, Polarity>,
): DnaChoice => ({
  kind: "dna",
  statementType: label,
  variables: Object.fromEntries(DNA_ROLES.map((role) => [role, roles[role] ?? "none"])),
  values: [...values],
});
