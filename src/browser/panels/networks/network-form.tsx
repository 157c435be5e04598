/** The settings of a network as a form in groups, each setting with what its value does; every change counts at once. */

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { Pair } from "../../../view/parameters.ts";
import type { NetworkVariables } from "../../api/computed.ts";
import { explain } from "./explain.ts";
import { type NetworkSettings, takesKernel } from "./settings.ts";
import { NETWORK_TEXTS as TEXTS, type Words } from "./texts.ts";
import { ValueConditions } from "./value-conditions.tsx";

export interface NetworkFormProps {
  readonly settings: NetworkSettings;
  readonly variables: NetworkVariables;
  /** The pairs of the view that choose statements, for the counts of values. */
  readonly statements: readonly Pair[];
  /** Most of it is folded, where it stands above the network. */
  readonly folded: boolean;
  /** The setting that the server refused, or empty. */
  readonly refused: string;
  readonly onChange: (change: Partial<NetworkSettings>) => void;
  readonly onStatementType: (name: string) => void;
  readonly onReset: () => void;
}

const AGGREGATIONS = ["ignore", "congruence", "conflict", "subtract", "combine"] as const;
const NORMALIZATIONS = ["no", "average", "jaccard", "cosine", "activity", "prominence"] as const;
const DUPLICATES = ["include", "document", "week", "month", "year", "acrossrange"] as const;
const WINDOWS = ["no", "seconds", "minutes", "hours", "days", "weeks", "months", "years", "events"] as const;
const KERNELS = ["no", "uniform", "epanechnikov", "triangular", "gaussian"] as const;

type Choice =
  | "rows"
  | "columns"
  | "qualifier"
  | "qualifierType"
  | "aggregation"
  | "normalization"
  | "duplicates"
  | "window"
  | "kernel";
type Switch = "indent" | "isolates" | "toOne" | "compat";

const options = (values: readonly string[], words: Words = {}) =>
  values.map((value) => ({ value, label: words[value] ?? value }));

/** Below the field, where the eye is after a choice. */
const ORDER = ["label", "input", "description", "error"] as ("label" | "input" | "description" | "error")[];

interface GroupProps {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

function Group({ title, open = true, children }: GroupProps) {
  const heading = useId();
  return (
    <details className="sg-network-group" open={open}>
      <summary id={heading}>{title}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be the summary that opens it */}
      <div role="group" aria-labelledby={heading}>
        {children}
      </div>
    </details>
  );
}

export function NetworkForm(props: NetworkFormProps) {
  const { settings, variables, statements, folded, refused, onChange, onStatementType, onReset } = props;
  const { items, defaultQualifier, statementTypes, statementType } = variables;
  const names = items.map(({ name }) => name);
  const isList = settings.type === "event-list";
  const choice = (
    name: Choice,
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      label={label}
      description={explain(settings, name)}
      inputWrapperOrder={ORDER}
      value={settings[name]}
      data={[...data]}
      aria-invalid={refused === name || undefined}
      className={refused === name ? "sg-refused" : ""}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const toggle = (name: Switch, label: string) => (
    <Checkbox
      size="xs"
      label={label}
      description={explain(settings, name)}
      checked={settings[name]}
      className={refused === name ? "sg-refused" : ""}
      onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
    />
  );
  const usual = defaultQualifier ?? TEXTS.noQualifier;
  return (
    <form
      className="sg-network-form"
      aria-label={TEXTS.settings}
      onSubmit={(event) => event.preventDefault()}
    >
      <Group title={TEXTS.groups.what} open={!folded}>
        {statementTypes.length > 0 && (
          <NativeSelect
            size="xs"
            label={TEXTS.statementType}
            description={explain(settings, "statementType")}
            inputWrapperOrder={ORDER}
            value={statementType ?? ""}
            data={statementTypes.map(({ name, statements: size }) => ({
              value: name,
              label: TEXTS.statementTypeOf(name, size),
            }))}
            onChange={(event) => onStatementType(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          size="xs"
          label={TEXTS.type}
          description={explain(settings, "type")}
          inputWrapperOrder={ORDER}
          value={settings.type}
          data={options(["one-mode", "two-mode", "event-list"], TEXTS.types)}
          onChange={(event) => onChange({ type: event.currentTarget.value as NetworkSettings["type"] })}
        />
        {choice("rows", TEXTS.rows, options(names))}
        {choice(
          "columns",
          settings.type === "one-mode" ? TEXTS.columnsShared : TEXTS.columns,
          options(names),
        )}
      </Group>
      <Group title={TEXTS.groups.ties} open={!folded}>
        {choice("qualifier", TEXTS.qualifier, [
          { value: "", label: TEXTS.ownQualifier(usual) },
          ...options([...names.filter((name) => name !== defaultQualifier), "none"]),
        ])}
        {/* The variables of a database have types that cannot be read otherwise. */}
        {statementTypes.length === 0 &&
          settings.qualifier !== "none" &&
          choice(
            "qualifierType",
            TEXTS.qualifierType,
            options(["", "boolean", "integer", "text"], TEXTS.qualifierTypes),
          )}
        {!isList && choice("aggregation", TEXTS.aggregation, options(AGGREGATIONS, TEXTS.aggregations))}
        {!isList &&
          choice("normalization", TEXTS.normalization, options(NORMALIZATIONS, TEXTS.normalizations))}
        {choice("duplicates", TEXTS.duplicates, options(DUPLICATES, TEXTS.duplicateWords))}
        {!isList && toggle("isolates", TEXTS.isolates)}
      </Group>
      <Group
        title={TEXTS.groups.statements}
        open={!folded || settings.include.length + settings.exclude.length > 0}
      >
        {(["include", "exclude"] as const).map((kind) => (
          <ValueConditions
            key={kind}
            kind={kind}
            settings={settings}
            variables={items}
            statements={statements}
            refused={refused === kind}
            onChange={(conditions) => onChange({ [kind]: conditions })}
          />
        ))}
      </Group>
      {!isList && (
        <Group title={TEXTS.groups.time} open={settings.window !== "no"}>
          {choice("window", TEXTS.window, options(WINDOWS, TEXTS.windows))}
          {settings.window !== "no" && (
            <TextInput
              size="xs"
              label={TEXTS.windowSize}
              description={explain(settings, "windowSize")}
              inputWrapperOrder={ORDER}
              inputMode="numeric"
              value={settings.windowSize}
              error={refused === "windowSize"}
              onChange={(event) => onChange({ windowSize: event.currentTarget.value.replace(/\D/g, "") })}
            />
          )}
          {takesKernel(settings) && choice("kernel", TEXTS.kernel, options(KERNELS, TEXTS.kernels))}
          {takesKernel(settings) && settings.kernel !== "no" && toggle("indent", TEXTS.indent)}
        </Group>
      )}
      <Group title={TEXTS.groups.more} open={settings.toOne || settings.compat}>
        {!isList && toggle("toOne", TEXTS.toOne)}
        {toggle("compat", TEXTS.compat)}
      </Group>
      <Button size="compact-sm" variant="default" className="sg-network-reset" onClick={onReset}>
        {TEXTS.reset}
      </Button>
    </form>
  );
}
