/** Which column of a table of dates is what, guessed as `stancegraph import --dates` does where it can. Pure. */

import type { GivenFile, TableChoice, TablePreview } from "../../engine/protocol.ts";
import type { Fields } from "./guess.ts";

export const DATE_OWNERS = ["issue", "source"] as const;
export type DateOwner = (typeof DATE_OWNERS)[number];

export interface DatesSaid {
  readonly owner: DateOwner | null;
  /** Columns of the table of dates; empty = none. */
  readonly key: string;
  readonly date: string;
  readonly label: string;
}

/** What dates can be of: what the table names. */
export const ownersOf = (fields: Fields): readonly DateOwner[] =>
  DATE_OWNERS.filter((owner) => fields[owner] !== undefined);

/** The key bears the name of the table's own column, or of the field; the date has the word in its name. */
export function guessDates({ columns }: TablePreview, fields: Fields): DatesSaid {
  const names = columns.map(({ name }) => name);
  const keyOf = (owner: DateOwner): string =>
    [fields[owner] ?? "", owner].find((name) => name !== "" && names.includes(name)) ?? "";
  const owners = ownersOf(fields);
  // An article's date says more than that of what it is about, as on the command line.
  const owner = owners.toReversed().find((one) => keyOf(one) !== "") ?? owners[0] ?? null;
  const alike = names.filter((name) => /date/i.test(name));
  const usual = names.find((name) => name.trim().toLowerCase() === "date");
  return {
    owner,
    key: owner === null ? "" : keyOf(owner),
    date: usual ?? (alike.length === 1 ? (alike[0] ?? "") : ""),
    label: "",
  };
}

export const areDatesEnough = ({ owner, key, date }: DatesSaid): boolean =>
  owner !== null && key !== "" && date !== "";

/** What the form says, as the engine takes it; null while it is not enough. */
export const datesChoiceOf = (file: GivenFile, said: DatesSaid): TableChoice["dates"] =>
  said.owner !== null && areDatesEnough(said)
    ? {
        file,
        fields: [
          [said.owner, said.key],
          ["date", said.date],
          ...(said.label === "" ? [] : [[`${said.owner}_label`, said.label] as const]),
        ],
      }
    : null;
