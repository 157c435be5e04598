/** Since and until, written as a year, month or day, and what happens to statements without a date. */

import { Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { DatasetDescription } from "../../model/api.ts";
import { parseDate } from "../../model/date.ts";
import type { Filter } from "../../model/view.ts";
import { TEXTS } from "../texts.ts";
import { crossed } from "./date-order.ts";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** Why a date cannot stand beside the other end; null when it can. */
  readonly against: (value: string) => string | null;
  readonly onSettle: (value: string) => void;
}

/** Takes effect on Enter or when left; a text that is no date, or on the wrong side of the other end, is kept, marked, and has no effect. */
function DateField({ label, value, against, onSettle }: FieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const fault = text === "" ? null : parseDate(text) === null ? TEXTS.dateFault : against(text);
  const settle = () => {
    if (fault === null && text !== value) onSettle(text);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={TEXTS.dateHint}
      value={text}
      error={fault}
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
  /** Statements under the other filters that have a first date and no last one. */
  readonly openEnded: number;
  readonly onChange: (change: Partial<Filter>) => void;
}

export function DateRange({ filter, dates, openEnded, onChange }: Props) {
  return (
    <Stack gap="xs">
      {dates?.first && dates.last && (
        <Text size="xs" c="dimmed">
          {TEXTS.datesSpan(dates.first, dates.last)}
        </Text>
      )}
      <DateField
        label={TEXTS.since}
        value={filter.since}
        against={(since) => (crossed(since, filter.until) ? TEXTS.sinceLate(filter.until) : null)}
        onSettle={(since) => onChange({ since })}
      />
      <DateField
        label={TEXTS.until}
        value={filter.until}
        against={(until) => (crossed(filter.since, until) ? TEXTS.untilEarly(filter.since) : null)}
        onSettle={(until) => onChange({ until })}
      />
      {openEnded > 0 && (
        <Text size="xs" c="dimmed" role="status">
          {TEXTS.openEnded(openEnded)}
        </Text>
      )}
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
