/** Asks which column of a table is what, and what the values of its polarity mean. */

import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Polarity } from "../../../model/vocabulary.ts";
import type { TableChoice, TablePreview } from "../../engine/protocol.ts";
import { DatesForm, type GivenDates } from "./dates-form.tsx";
import { areDatesEnough, type DatesSaid, datesChoiceOf, guessDates } from "./dates-guess.ts";
import { choiceOf, FIELDS, type Field, FURTHER_FIELDS, guessFields, guessValues, isEnough } from "./guess.ts";
import { OPEN_TEXTS as T } from "./texts.ts";
import { ValueMeanings } from "./value-meanings.tsx";

interface Props {
  readonly preview: TablePreview;
  /** A table that was given with it; null = none. */
  readonly beside: GivenDates | null;
  readonly onChoose: (choice: TableChoice) => void;
}

export function TableForm({ preview, beside, onChoose }: Props) {
  const { columns, name } = preview;
  const [fields, setFields] = useState(() => guessFields(preview));
  const [meanings, setMeanings] = useState<ReadonlyMap<string, Polarity | null>>(new Map());
  const [keepOthers, setKeepOthers] = useState(true);
  const [skipIncomplete, setSkipIncomplete] = useState(false);
  const [dates, setDates] = useState(beside);
  const [datesSaid, setDatesSaid] = useState<Partial<DatesSaid>>({});
  const polarity = columns.find((column) => column.name === fields.polarity);
  const guessed = polarity ? guessValues(polarity) : new Map<string, Polarity>();
  const meaningOf = (value: string): Polarity | null =>
    meanings.has(value) ? (meanings.get(value) ?? null) : (guessed.get(value) ?? null);
  const setField = (field: Field, column: string): void => {
    const { [field]: _before, ...others } = fields;
    setFields(column === "" ? others : { ...others, [field]: column });
    if (field === "polarity") setMeanings(new Map());
  };
  const names = [...new Set(columns.map((column) => column.name))].filter((each) => each !== "");
  const said = dates && { ...guessDates(dates.preview, fields), ...datesSaid };
  const enough = isEnough(fields) && (said === null || areDatesEnough(said));
  const select = (field: Field) => (
    <NativeSelect
      key={field}
      size="xs"
      label={T.fields[field]}
      value={fields[field] ?? ""}
      data={[{ value: "", label: T.none }, ...names]}
      onChange={(event) => setField(field, event.currentTarget.value)}
    />
  );
  return (
    <form
      className="sg-open-table"
      onSubmit={(event) => {
        event.preventDefault();
        const values = new Map<string, Polarity>();
        for (const value of polarity?.values ?? []) {
          const meaning = meaningOf(value);
          if (meaning) values.set(value, meaning);
        }
        onChoose(
          choiceOf(preview, fields, values, {
            keepOthers,
            skipIncomplete,
            dates: dates && said && datesChoiceOf(dates.file, said),
          }),
        );
      }}
    >
      <h3>{T.mapping(name)}</h3>
      <p className="sg-line sg-dim">{T.mappingWords}</p>
      <div className="sg-open-fields">{FIELDS.map(select)}</div>
      {polarity && (
        <ValueMeanings
          column={polarity}
          meaningOf={meaningOf}
          onMeaning={(value, meaning) => setMeanings(new Map([...meanings, [value, meaning]]))}
        />
      )}
      <details>
        <summary>
          {T.furtherFields(FURTHER_FIELDS.filter((field) => fields[field] !== undefined).length)}
        </summary>
        <div className="sg-open-fields">{FURTHER_FIELDS.map(select)}</div>
      </details>
      <DatesForm
        fields={fields}
        given={dates}
        onGiven={(given) => {
          setDates(given);
          setDatesSaid({});
        }}
        said={said}
        onSaid={(part) => setDatesSaid({ ...datesSaid, ...part })}
      />
      <Checkbox
        size="xs"
        label={T.keepOthers}
        checked={keepOthers}
        onChange={(event) => setKeepOthers(event.currentTarget.checked)}
      />
      <Checkbox
        size="xs"
        label={T.skipIncomplete}
        checked={skipIncomplete}
        onChange={(event) => setSkipIncomplete(event.currentTarget.checked)}
      />
      {!enough && <p className="sg-line">{isEnough(fields) ? T.datesNeeds : T.needs}</p>}
      <Button type="submit" size="sm" disabled={!enough}>
        {T.convert}
      </Button>
    </form>
  );
}
