/** Since and until, written as a year, month or day, and what happens to statements without a date. */

import { Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { DatasetDescription } from "../../model/api.ts";
import { parseDate } from "../../model/date.ts";
import type { Filter } from "../../model/view.ts";
import { TEXTS } from "../texts.ts";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSettle: (value: string) => void;
}

/** Takes effect on Enter or when left; a text that is no date is kept, marked, and has no effect. */
function DateField({ label, value, onSettle }: FieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const sound = text === "" || parseDate(text) !== null;
  const settle = () => {
    if (sound && text !== value) onSettle(text);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={TEXTS.dateHint}
      value={text}
      error={sound ? null : TEXTS.dateFault}
      onChange={(event) => setText(event.currentTarget.value.trim())}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === "Enter") settle();
      }}
    />
  );
}

interface Props {
  readonly filter: Filter;
  readonly dates: DatasetDescription["dates"] | null;
  readonly onChange: (change: Partial<Filter>) => void;
}

export function DateRange({ filter, dates, onChange }: Props) {
  return (
    <Stack gap="xs">
      {dates?.first && dates.last && (
        <Text size="xs" c="dimmed">
          {TEXTS.datesSpan(dates.first, dates.last)}
        </Text>
      )}
      <DateField label={TEXTS.since} value={filter.since} onSettle={(since) => onChange({ since })} />
      <DateField label={TEXTS.until} value={filter.until} onSettle={(until) => onChange({ until })} />
      {((dates?.undated ?? 0) > 0 || filter.undated === "show") && (
        <Checkbox
          size="xs"
          label={TEXTS.undated(dates?.undated ?? 0)}
          checked={filter.undated === "show"}
          onChange={() => onChange({ undated: filter.undated === "show" ? "hide" : "show" })}
        />
      )}
    </Stack>
  );
}
