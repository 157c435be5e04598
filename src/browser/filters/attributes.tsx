/** Filters by any attribute: bars of statements by value, each of the view without the attribute's own filter. A press asks for the value. */

import { Button, Text, TextInput, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import type { AnalysisResult } from "../api/computed.ts";
import { statementPairs, useDataset, useRoute, useSettled } from "../api/hooks.ts";
import { Failure, Waiting } from "../panels/parts/answered.tsx";
import { keepFocus } from "../shell/focus.ts";
import { useExplorer } from "../state/store.ts";
import classes from "./attributes.module.css";
import {
  type Attribute,
  attributesOf,
  type Bar,
  bareView,
  barsOf,
  chosenWords,
  isFolded,
  shownBars,
  toggled,
} from "./attributes.ts";
import { ConfidenceBars } from "./confidence-bars.tsx";
import { ATTRIBUTE_TEXTS as TEXTS } from "./texts.ts";

export function Attributes() {
  const columns = useDataset().data?.columns ?? [];
  return (
    <div className={classes["attributes"]}>
      {attributesOf(columns).map((attribute) => (
        <AttributeSection key={attribute.id} attribute={attribute} />
      ))}
    </div>
  );
}

function AttributeSection({ attribute }: { readonly attribute: Attribute }) {
  const chosen = useExplorer((state) => chosenWords(attribute, state.view.filter));
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes["summary"]}>
        {attribute.label}
        {chosen !== "" && ` (${chosen})`}
      </summary>
      {open && <Values attribute={attribute} />}
    </details>
  );
}

function Values({ attribute }: { readonly attribute: Attribute }) {
  const view = useExplorer((state) => state.view);
  const { setFilter } = useExplorer.getState();
  const settled = useSettled(view);
  const { data, error, refetch } = useRoute<AnalysisResult>(
    "analysis/values",
    [["attribute", attribute.id], ["evidence", "1"], ...statementPairs(bareView(view, attribute))],
    { enabled: settled, keep: true },
  );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting lines={3} />;
  const bars = barsOf(data, attribute, view.filter);
  if (bars.length === 0)
    return (
      <Text size="xs" c="dimmed" className={classes["none"] ?? ""}>
        {TEXTS.none}
      </Text>
    );
  if (attribute.histogram)
    return <ConfidenceBars bars={bars} least={view.filter.minConfidence} onLeast={setLeast} />;
  const clear = () => {
    setFilter(attribute.choose(view.filter, []));
    keepFocus();
  };
  return (
    <>
      <BarList
        bars={bars}
        attribute={attribute}
        onPress={(value) => setFilter(toggled(attribute, view.filter, value))}
      />
      {attribute.chosen(view.filter).length > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={clear}>
          {TEXTS.clear}
        </Button>
      )}
    </>
  );
}

const setLeast = (minConfidence: number) => useExplorer.getState().setFilter({ minConfidence });

interface BarListProps {
  readonly bars: readonly Bar[];
  readonly attribute: Attribute;
  readonly onPress: (value: string) => void;
}

function BarList({ bars, attribute, onPress }: BarListProps) {
  const [all, setAll] = useState(false);
  const [word, setWord] = useState("");
  const most = Math.max(1, ...bars.map(({ statements }) => statements));
  const shown = shownBars(bars, all, word);
  return (
    <>
      {all && (
        <>
          <TextInput
            size="xs"
            aria-label={TEXTS.find(attribute.label)}
            placeholder={TEXTS.find(attribute.label)}
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          <p role="status" className={classes["found"]}>
            {shown.length === 0 ? TEXTS.nothing : TEXTS.found(shown.length)}
          </p>
        </>
      )}
      <ul className={classes["bars"]} aria-label={attribute.label}>
        {shown.map(({ value, label, statements, chosen }) => (
          <li key={value}>
            <UnstyledButton
              className={classes["bar"] ?? ""}
              aria-pressed={chosen}
              title={label}
              onClick={() => onPress(value)}
            >
              <span className={classes["fill"]} style={{ width: `${(100 * statements) / most}%` }} />
              <span className={classes["label"]}>{label}</span>
              <span className={classes["number"]}>
                {statements.toLocaleString("en-GB")}
                <VisuallyHidden> {TEXTS.statements(statements)}</VisuallyHidden>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {isFolded(bars) && (
        <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? TEXTS.fewer : TEXTS.all(bars.length)}
        </Button>
      )}
    </>
  );
}
