/** The settings of a network as a form; every change counts at once. */

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { NetworkVariable } from "../../api/computed.ts";
import type { NetworkSettings, Setting } from "./settings.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";

export interface NetworkFormProps {
  readonly settings: NetworkSettings;
  readonly variables: readonly NetworkVariable[];
  readonly defaultQualifier: string | null;
  /** The setting that the server refused, or empty. */
  readonly refused: string;
  readonly onChange: (change: Partial<NetworkSettings>) => void;
  readonly onReset: () => void;
}

const AGGREGATIONS = ["ignore", "congruence", "conflict", "subtract", "combine"] as const;
const NORMALIZATIONS = ["no", "average", "jaccard", "cosine", "activity", "prominence"] as const;
const DUPLICATES = ["include", "document", "week", "month", "year", "acrossrange"] as const;
const WINDOWS = ["no", "days", "weeks", "months", "years", "events"] as const;
const KERNELS = ["no", "uniform", "epanechnikov", "triangular", "gaussian"] as const;

const options = (values: readonly string[], words: Readonly<Record<string, string>> = {}) =>
  values.map((value) => ({ value, label: words[value] ?? value }));

export function NetworkForm(props: NetworkFormProps) {
  const { settings, variables, defaultQualifier, refused, onChange, onReset } = props;
  const names = variables.map(({ name }) => name);
  const choice = (
    name: Exclude<Setting, "isolates" | "compat">,
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      label={label}
      value={settings[name]}
      data={[...data]}
      aria-invalid={refused === name || undefined}
      className={refused === name ? "sg-refused" : ""}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const usual = defaultQualifier ?? TEXTS.noQualifier;
  return (
    <form
      className="sg-network-form"
      aria-label={TEXTS.settings}
      onSubmit={(event) => event.preventDefault()}
    >
      {choice("type", TEXTS.type, options(["one-mode", "two-mode"], TEXTS.types))}
      {choice("rows", TEXTS.rows, options(names))}
      {choice("columns", settings.type === "one-mode" ? TEXTS.columnsShared : TEXTS.columns, options(names))}
      {choice("qualifier", TEXTS.qualifier, [
        { value: "", label: TEXTS.ownQualifier(usual) },
        ...options([...names.filter((name) => name !== defaultQualifier), "none"]),
      ])}
      {choice("aggregation", TEXTS.aggregation, options(AGGREGATIONS, TEXTS.aggregations))}
      {choice("normalization", TEXTS.normalization, options(NORMALIZATIONS, TEXTS.normalizations))}
      {choice("duplicates", TEXTS.duplicates, options(DUPLICATES, TEXTS.duplicateWords))}
      {choice("window", TEXTS.window, options(WINDOWS, TEXTS.windows))}
      {settings.window !== "no" && (
        <TextInput
          size="xs"
          label={TEXTS.windowSize}
          inputMode="numeric"
          value={settings.windowSize}
          error={refused === "windowSize"}
          onChange={(event) => onChange({ windowSize: event.currentTarget.value.replace(/\D/g, "") })}
        />
      )}
      <Checkbox
        size="xs"
        label={TEXTS.isolates}
        checked={settings.isolates}
        onChange={(event) => onChange({ isolates: event.currentTarget.checked })}
      />
      <details className="sg-network-more">
        <summary>{TEXTS.more}</summary>
        {choice(
          "qualifierType",
          TEXTS.qualifierType,
          options(["", "boolean", "integer", "text"], TEXTS.qualifierTypes),
        )}
        {choice("kernel", TEXTS.kernel, options(KERNELS, TEXTS.kernels))}
        <Checkbox
          size="xs"
          label={TEXTS.compat}
          checked={settings.compat}
          onChange={(event) => onChange({ compat: event.currentTarget.checked })}
        />
      </details>
      <Button size="compact-sm" variant="default" onClick={onReset}>
        {TEXTS.reset}
      </Button>
    </form>
  );
}
