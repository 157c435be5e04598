/** Asks for a table of dates beside a table, and which of its columns is what. */

import { Button, NativeSelect } from "@mantine/core";
import { useRef, useState } from "react";
import type { GivenFile, TablePreview } from "../../engine/protocol.ts";
import { DATE_OWNERS, type DatesSaid, ownersOf } from "./dates-guess.ts";
import { openData } from "./engine.ts";
import { chosenFiles, isTableName } from "./given.ts";
import type { Fields } from "./guess.ts";
import { OPEN_TEXTS as T } from "./texts.ts";

/** A table of dates that was chosen, with its columns. */
export interface GivenDates {
  readonly file: GivenFile;
  readonly preview: TablePreview;
}

interface Props {
  /** Of the table that lacks the dates. */
  readonly fields: Fields;
  readonly given: GivenDates | null;
  readonly onGiven: (given: GivenDates | null) => void;
  readonly said: DatesSaid | null;
  readonly onSaid: (said: Partial<DatesSaid>) => void;
}

export function DatesForm({ fields, given, onGiven, said, onSaid }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState("");
  const look = async (file: GivenFile) => {
    setRefused("");
    // Of the kinds that can be opened only a table stays unopened until its columns are known.
    if (!isTableName(file.path)) return setRefused(T.datesNoTable(file.path));
    try {
      const outcome = await openData([file], null, () => {});
      if (outcome.kind === "table") onGiven({ file, preview: outcome.preview });
      else if (outcome.kind === "refused") setRefused(outcome.problems[0]?.message ?? "");
    } catch (error) {
      setRefused(T.broken(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <section className="sg-open-dates" aria-label={T.dates}>
      <h4>{T.dates}</h4>
      {given && said ? (
        <Columns given={given} fields={fields} said={said} onSaid={onSaid} onGiven={onGiven} />
      ) : ownersOf(fields).length === 0 ? (
        <p className="sg-line sg-dim">{T.datesNeed}</p>
      ) : (
        <>
          <p className="sg-line sg-dim">{T.datesWords}</p>
          <Button size="compact-sm" variant="default" onClick={() => field.current?.click()}>
            {T.chooseDates}
          </Button>
          <input
            ref={field}
            type="file"
            hidden
            aria-label={T.chooseDates}
            onChange={(event) => {
              const [file] = chosenFiles(event.currentTarget.files);
              event.currentTarget.value = "";
              if (file) void look(file);
            }}
          />
          {refused !== "" && (
            <p role="alert" className="sg-line">
              {refused}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Columns({
  given: { preview },
  fields,
  said,
  onSaid,
  onGiven,
}: Pick<Props, "fields" | "onSaid" | "onGiven"> & { readonly given: GivenDates; readonly said: DatesSaid }) {
  const names = [...new Set(preview.columns.map(({ name }) => name))].filter((name) => name !== "");
  const column = (part: "key" | "date" | "label", label: string) => (
    <NativeSelect
      size="xs"
      label={label}
      value={said[part]}
      data={[{ value: "", label: T.none }, ...names]}
      onChange={(event) => onSaid({ [part]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <p className="sg-line">{T.datesOf(preview.name)}</p>
      <div className="sg-open-fields">
        <NativeSelect
          size="xs"
          label={T.datesOwner}
          value={said.owner ?? ""}
          data={ownersOf(fields).map((owner) => ({ value: owner, label: T.datesOwners[owner] ?? owner }))}
          onChange={(event) =>
            onSaid({ owner: DATE_OWNERS.find((owner) => owner === event.currentTarget.value) ?? null })
          }
        />
        {column("key", T.datesKey((said.owner && fields[said.owner]) ?? ""))}
        {column("date", T.datesDate)}
        {column("label", T.datesLabel)}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => onGiven(null)}>
        {T.withoutDates}
      </Button>
    </>
  );
}
