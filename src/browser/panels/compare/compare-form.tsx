/** What is compared: two names, or two periods; and the button that swaps them. */

import { ActionIcon, NativeSelect, Select, TextInput, Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";
import { parseDate } from "../../../model/date.ts";
import { useDataset, useDirectory } from "../../api/hooks.ts";
import { Icon } from "../../shell/icons.tsx";
import { TEXTS as PAGE } from "../../texts.ts";
import { intervalText, parseInterval } from "../time/ranges.ts";
import { type CompareChoice, type CompareKind, KINDS } from "./choice.ts";
import { COMPARE_TEXTS as TEXTS } from "./texts.ts";

interface Props {
  readonly choice: CompareChoice;
  onChange(choice: CompareChoice): void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen for a side: those with statements, by name. */
function useOptions(by: CompareKind): readonly Option[] {
  const directory = useDirectory().data;
  const dataset = useDataset().data;
  if (by === "sources") return (dataset?.sources ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const records = by === "actors" ? directory?.actors : directory?.issues;
  return (records ?? [])
    .filter(({ statements }) => statements > 0)
    .map(({ id, label }) => ({ value: id, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

export function CompareForm({ choice, onChange }: Props) {
  const { by, a, b } = choice;
  return (
    <form className="sg-compare-form" onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        size="xs"
        label={TEXTS.by}
        value={by}
        data={KINDS.map((value) => ({ value, label: TEXTS.kinds[value] }))}
        onChange={(event) => {
          const next = KINDS.find((kind) => kind === event.currentTarget.value);
          if (next && next !== by) onChange({ by: next, a: "", b: "" });
        }}
      />
      {by === "periods" ? (
        <Period
          labels={[TEXTS.firstFrom, TEXTS.firstTo]}
          value={a}
          onChange={(value) => onChange({ ...choice, a: value })}
        />
      ) : (
        <Side label={TEXTS.first} by={by} value={a} onChange={(value) => onChange({ ...choice, a: value })} />
      )}
      <Tooltip label={TEXTS.swap}>
        <ActionIcon
          variant="default"
          size={30}
          className="sg-compare-swap"
          aria-label={TEXTS.swap}
          onClick={() => onChange({ by, a: b, b: a })}
        >
          <Icon name="swap" size={16} />
        </ActionIcon>
      </Tooltip>
      {by === "periods" ? (
        <Period
          labels={[TEXTS.secondFrom, TEXTS.secondTo]}
          value={b}
          onChange={(value) => onChange({ ...choice, b: value })}
        />
      ) : (
        <Side
          label={TEXTS.second}
          by={by}
          value={b}
          onChange={(value) => onChange({ ...choice, b: value })}
        />
      )}
    </form>
  );
}

interface SideProps {
  readonly label: string;
  readonly by: CompareKind;
  readonly value: string;
  onChange(value: string): void;
}

function Side({ label, by, value, onChange }: SideProps) {
  const options = useOptions(by);
  // A name that the directory does not list (without statements of its own) is shown all the same.
  const known = value === "" || options.some((option) => option.value === value);
  return (
    <Select
      key={by}
      size="xs"
      label={label}
      placeholder={TEXTS.choose}
      searchable
      limit={200}
      data={known ? options : [...options, { value, label: value }]}
      value={value === "" ? null : value}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
    />
  );
}

interface PeriodProps {
  readonly labels: readonly [from: string, to: string];
  readonly value: string;
  onChange(value: string): void;
}

/** Two dates, either of which may be empty; they count once both are dates in the right order. */
function Period({ labels, value, onChange }: PeriodProps) {
  const given = parseInterval(value);
  const [texts, setTexts] = useState<readonly [string, string]>([given?.since ?? "", given?.until ?? ""]);
  useEffect(() => {
    const now = parseInterval(value);
    setTexts([now?.since ?? "", now?.until ?? ""]);
  }, [value]);
  const [since, until] = texts;
  const faults = texts.map((text) => (text === "" || parseDate(text) ? null : PAGE.dateFault));
  const crossed =
    (parseDate(since)?.first ?? Number.NEGATIVE_INFINITY) >
    (parseDate(until)?.last ?? Number.POSITIVE_INFINITY);
  const settle = () => {
    const next = intervalText({ since, until });
    if (
      faults.every((fault) => fault === null) &&
      !crossed &&
      next !== value &&
      (since !== "" || until !== "")
    )
      onChange(next);
  };
  return (
    <div className="sg-compare-period">
      {labels.map((label, at) => (
        <TextInput
          key={label}
          size="xs"
          label={label}
          placeholder={PAGE.dateHint}
          value={texts[at] ?? ""}
          error={faults[at] ?? (crossed && at === 1 ? PAGE.untilEarly(since) : null)}
          onChange={(event) => {
            const text = event.currentTarget.value.trim();
            setTexts(at === 0 ? [text, until] : [since, text]);
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === "Enter") settle();
          }}
        />
      ))}
    </div>
  );
}
