/** Asks what each value of a polarity means. */

import { NativeSelect } from "@mantine/core";
import { POLARITIES, type Polarity } from "../../../model/vocabulary.ts";
import type { PreviewColumn } from "../../engine/protocol.ts";
import { OPEN_TEXTS as T } from "./texts.ts";

interface Props {
  readonly column: PreviewColumn;
  readonly meaningOf: (value: string) => Polarity | null;
  readonly onMeaning: (value: string, meaning: Polarity | null) => void;
}

/** A column of very many values is no polarity: it only says so. */
export function ValueMeanings({ column: { name, values, more }, meaningOf, onMeaning }: Props) {
  if (more) return <p className="sg-line">{T.manyValues(name)}</p>;
  return (
    <fieldset className="sg-open-values">
      <legend>{T.values(name)}</legend>
      {values.map((value) => (
        <NativeSelect
          key={value}
          size="xs"
          label={value.trim() === "" ? T.emptyValue : value}
          value={meaningOf(value) ?? ""}
          data={["", ...POLARITIES.map(({ id }) => id)].map((id) => ({
            value: id,
            label: T.meanings[id] ?? id,
          }))}
          onChange={(event) =>
            onMeaning(value, POLARITIES.find(({ id }) => id === event.currentTarget.value)?.id ?? null)
          }
        />
      ))}
    </fieldset>
  );
}
