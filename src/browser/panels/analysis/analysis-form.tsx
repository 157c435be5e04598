/** A form made of an analysis's parameters; every change counts after a moment. */

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useDatasets } from "../../api/hooks.ts";
import { isLocal } from "../../state/local.ts";
import { useExplorer } from "../../state/store.ts";
import { NodeCombobox } from "../path/node-combobox.tsx";
import "../path/path.css";
import type { Field, Values } from "./fields.ts";
import { ANALYSIS_TEXTS as TEXTS } from "./texts.ts";

export interface AnalysisFormProps {
  readonly fields: readonly Field[];
  readonly comparesTwo: boolean;
  readonly values: Values;
  /** The parameter that the server refused, or empty. */
  readonly refused: string;
  readonly onChange: (values: Values) => void;
}

const nothing = () => {};

export function AnalysisForm({ fields, comparesTwo, values, refused, onChange }: AnalysisFormProps) {
  if (fields.length === 0 && !comparesTwo) return null;
  const set = (name: string, value: string) => onChange({ ...values, [name]: value });
  return (
    <form
      className="sg-analysis-form"
      aria-label={TEXTS.parameters}
      onSubmit={(event) => event.preventDefault()}
    >
      {comparesTwo && <SecondDataset value={values["other"] ?? ""} onChange={(id) => set("other", id)} />}
      {fields.map((field) => (
        <div key={field.name} className={refused === field.name ? "sg-refused" : ""}>
          <OneField
            field={field}
            value={values[field.name] ?? field.byDefault}
            onChange={(value) => set(field.name, value)}
          />
        </div>
      ))}
      {Object.keys(values).length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => onChange({})}>
          {TEXTS.usual}
        </Button>
      )}
    </form>
  );
}

interface OneFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OneField({ field, value, onChange }: OneFieldProps) {
  const { label, description, kind, options, range } = field;
  if (kind === "flag")
    return (
      <Checkbox
        size="xs"
        label={label}
        description={description}
        checked={value === "true" || value === "1"}
        onChange={(event) => onChange(String(event.currentTarget.checked))}
      />
    );
  if (kind === "choice")
    return (
      <NativeSelect
        size="xs"
        label={label}
        description={description}
        value={value}
        data={[...options]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (kind === "node")
    return <NodeCombobox label={label} value={value} onChange={onChange} onEnter={nothing} />;
  return (
    <TextInput
      size="xs"
      label={range === "" ? label : `${label} (${range})`}
      description={description}
      inputMode={kind === "number" ? "decimal" : "text"}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The datasets beside the one shown. */
function SecondDataset(props: { readonly value: string; readonly onChange: (id: string) => void }) {
  const datasets = useDatasets().data ?? [];
  const shown = useExplorer((state) => state.dataset) ?? datasets[0]?.id;
  // Whoever answers must know both.
  const others = datasets.filter(({ id }) => id !== shown && isLocal(id) === isLocal(shown ?? null));
  if (others.length === 0) return <p className="sg-line">{TEXTS.noSecond}</p>;
  return (
    <NativeSelect
      size="xs"
      label={TEXTS.secondDataset}
      value={props.value}
      data={[{ value: "", label: "…" }, ...others.map(({ id, title }) => ({ value: id, label: title }))]}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
