/** Asks which column of a table is what, and what the values of its polarity mean. */

import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { POLARITIES, type Polarity } from "../../../model/vocabulary.ts";
import type { TableChoice, TablePreview } from "../../engine/protocol.ts";
import { choiceOf, FIELDS, type Field, guessFields, guessValues, isEnough } from "./guess.ts";
import { OPEN_TEXTS as T } from "./texts.ts";

interface Props {
  readonly preview: TablePreview;
  readonly onChoose: (choice: TableChoice) => void;
}

export function TableForm({ preview, onChoose }: Props) {
  const { columns, name } = preview;
  const [fields, setFields] = useState(() => guessFields(preview));
  const [meanings, setMeanings] = useState<ReadonlyMap<string, Polarity | null>>(new Map());
  const [keepOthers, setKeepOthers] = useState(true);
  const [skipIncomplete, setSkipIncomplete] = useState(false);
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
  const enough = isEnough(fields);
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
        onChoose(choiceOf(preview, fields, values, { keepOthers, skipIncomplete }));
      }}
    >
      <h3>{T.mapping(name)}</h3>
      <p className="sg-line sg-dim">{T.mappingWords}</p>
      <div className="sg-open-fields">
        {FIELDS.map((field) => (
          <NativeSelect
            key={field}
            size="xs"
            label={T.fields[field]}
            value={fields[field] ?? ""}
            data={[{ value: "", label: T.none }, ...names]}
            onChange={(event) => setField(field, event.currentTarget.value)}
          />
        ))}
      </div>
      {polarity && !polarity.more && (
        <fieldset className="sg-open-values">
          <legend>{T.values(polarity.name)}</legend>
          {polarity.values.map((value) => (
            <NativeSelect
              key={value}
              size="xs"
              label={value.trim() === "" ? T.emptyValue : value}
              value={meaningOf(value) ?? ""}
              data={["", ...POLARITIES.map(({ id }) => id)].map((id) => ({
                value: id,
                label: T.meanings[id] ?? id,
              }))}
              onChange={(event) => {
                const chosen = POLARITIES.find(({ id }) => id === event.currentTarget.value)?.id ?? null;
                setMeanings(new Map([...meanings, [value, chosen]]));
              }}
            />
          ))}
        </fieldset>
      )}
      {polarity?.more && <p className="sg-line">{T.manyValues(polarity.name)}</p>}
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
      {!enough && <p className="sg-line">{T.needs}</p>}
      <Button type="submit" size="sm" disabled={!enough}>
        {T.convert}
      </Button>
    </form>
  );
}
