/** Values that statements must or must not have: those chosen, each removable, and a list of a variable's values with their counts. */

import { Checkbox, NativeSelect, Pill, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useId, useState } from "react";
import type { Pair } from "../../../view/parameters.ts";
import { type NetworkVariable, useNetworkValues } from "../../api/computed.ts";
import { keepFocus } from "../../shell/focus.ts";
import { Failure, Waiting } from "../parts/answered.tsx";
import { explain } from "./explain.ts";
import { useNetworkNames } from "./network-names.ts";
import { conditionParts, type NetworkSettings } from "./settings.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";

export interface ValueConditionsProps {
  readonly kind: "include" | "exclude";
  readonly settings: NetworkSettings;
  readonly variables: readonly NetworkVariable[];
  /** The pairs of the view that choose statements. */
  readonly statements: readonly Pair[];
  /** The server refused these conditions. */
  readonly refused: boolean;
  readonly onChange: (conditions: readonly string[]) => void;
}

export function ValueConditions(props: ValueConditionsProps) {
  const { kind, settings, variables, statements, refused, onChange } = props;
  const conditions = settings[kind];
  const [variable, setVariable] = useState("");
  const nameOf = useNetworkNames();
  const heading = useId();
  const labelOf = (condition: string): string => {
    const [name, value] = conditionParts(condition);
    return `${name}: ${nameOf(name, value).label || TEXTS.emptyValue}`;
  };
  const remove = (condition: string) => {
    onChange(conditions.filter((one) => one !== condition));
    keepFocus(`#${CSS.escape(heading)}-variable`);
  };
  return (
    <section className={`sg-conditions${refused ? " sg-refused" : ""}`} aria-labelledby={heading}>
      <h3 id={heading}>{TEXTS[kind]}</h3>
      <p className="sg-explained">{explain(settings, kind)}</p>
      {conditions.length > 0 && (
        <div className="sg-condition-pills">
          {conditions.map((condition) => (
            <Pill
              key={condition}
              size="sm"
              withRemoveButton
              onRemove={() => remove(condition)}
              removeButtonProps={{
                "aria-label": TEXTS.remove(labelOf(condition)),
                "aria-hidden": false,
                tabIndex: 0,
              }}
            >
              {labelOf(condition)}
            </Pill>
          ))}
        </div>
      )}
      <NativeSelect
        id={`${heading}-variable`}
        size="xs"
        aria-label={TEXTS.conditionVariable[kind]}
        value={variable}
        data={[{ value: "", label: TEXTS.chooseVariable }, ...variables.map(({ name }) => name)]}
        onChange={(event) => setVariable(event.currentTarget.value)}
      />
      {variable !== "" && (
        <ValueList
          key={variable}
          variable={variable}
          settings={settings}
          statements={statements}
          conditions={conditions}
          onChange={onChange}
        />
      )}
    </section>
  );
}

interface ValueListProps extends Pick<ValueConditionsProps, "settings" | "statements" | "onChange"> {
  readonly variable: string;
  readonly conditions: readonly string[];
}

function ValueList({ variable, settings, statements, conditions, onChange }: ValueListProps) {
  const [word, setWord] = useState("");
  const [q] = useDebouncedValue(word.trim(), 250);
  const { data, error, refetch } = useNetworkValues(variable, settings.statementType, q, statements);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const items = data?.items ?? [];
  const toggle = (condition: string) =>
    onChange(
      conditions.includes(condition)
        ? conditions.filter((one) => one !== condition)
        : [...conditions, condition],
    );
  return (
    <>
      <TextInput
        size="xs"
        aria-label={`${TEXTS.findValue}: ${variable}`}
        placeholder={TEXTS.findValue}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      {!data && <Waiting lines={3} />}
      {data && items.length === 0 && <p className="sg-explained">{TEXTS.noValues}</p>}
      {items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <ul className="sg-values" aria-label={TEXTS.valuesOf(variable)} tabIndex={0}>
          {items.map(({ value, label, statements: size }) => (
            <li key={value}>
              <Checkbox
                size="xs"
                label={TEXTS.valueOf(label || TEXTS.emptyValue, size)}
                checked={conditions.includes(`${variable}=${value}`)}
                onChange={() => toggle(`${variable}=${value}`)}
              />
            </li>
          ))}
        </ul>
      )}
      {data && data.total > items.length && (
        <p className="sg-explained">{TEXTS.moreValues(items.length, data.total)}</p>
      )}
    </>
  );
}
