/** The tab that puts two actors, issues, sources or periods side by side: two maps with one camera, and the differences as a table. */

import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useDirectory } from "../api/hooks.ts";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import { type CompareChoice, choiceOf, formatCompare, parseCompare } from "./compare/choice.ts";
import { CompareForm } from "./compare/compare-form.tsx";
import { CompareMaps } from "./compare/compare-maps.tsx";
import { DifferenceTable } from "./compare/difference-table.tsx";
import { isChosen, setAside } from "./compare/sides.ts";
import { COMPARE_TEXTS as TEXTS } from "./compare/texts.ts";
import { useRows } from "./compare/use-rows.ts";
import { useSides } from "./compare/use-sides.ts";
import { useStart } from "./compare/use-start.ts";
import type { PanelProps } from "./panel.ts";
import { Empty, Failure, Waiting } from "./parts/answered.tsx";
import { parseInterval } from "./time/ranges.ts";
import "./panels.css";
import "./table/table.css";
import "./analysis/analysis.css";
import "./compare/compare.css";

const NOTHING: CompareChoice = { by: "actors", a: "", b: "" };

/** Reads the view, the selection and `compare`. */
export function CompareTab(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const text = useExplorer((state) => state.settings.compare);
  const selection = useExplorer((state) => state.selection);
  const { setSetting } = useExplorer.getState();
  const given = useMemo(() => parseCompare(text), [text]);
  const proposed = useMemo(() => choiceOf(selection), [selection]);
  const choice = given ?? proposed ?? NOTHING;
  const change = (next: CompareChoice) => setSetting("compare", formatCompare(next), "push");
  useStart(choice);
  const sides = useSides(choice);
  const labels = useLabels(choice);
  const { rows, summary } = useRows(choice, sides, labels);
  const names = useFullNames();
  const chosen = isChosen(choice, choice.a) && isChosen(choice, choice.b);
  const aside = setAside(view, choice);
  return (
    <section className="sg-tab sg-compare" aria-label={TEXTS.title}>
      <CompareForm choice={choice} onChange={change} />
      {aside && <p className="sg-line sg-dim">{TEXTS.setAside[aside]}</p>}
      {chosen && choice.a === choice.b ? (
        <Empty>
          <p>{TEXTS.same}</p>
        </Empty>
      ) : !chosen ? (
        <Empty>
          <p>{TEXTS.missing[choice.by]}</p>
          <Proposal choice={choice} onTake={change} />
        </Empty>
      ) : sides.error ? (
        <Failure error={sides.error} />
      ) : (
        <>
          <CompareMaps
            sides={[sides.a, sides.b]}
            labels={labels}
            drawn={sides.drawn}
            pending={sides.pending}
          />
          {sides.pending ? (
            <Waiting lines={6} />
          ) : (
            <>
              <p role="status" className="sg-line sg-result-summary">
                {summary} <span className="sg-dim">{TEXTS.traces}</span>
              </p>
              <DifferenceTable by={choice.by} rows={rows} labels={labels} name={names} />
            </>
          )}
        </>
      )}
    </section>
  );
}

/** Names of the two sides. */
function useLabels({ by, a, b }: CompareChoice): readonly [string, string] {
  const names = useNames();
  return useMemo(() => {
    const label = (value: string): string => {
      if (by === "periods") {
        const dates = parseInterval(value);
        return dates ? TEXTS.period(dates.since, dates.until) : "";
      }
      return { actors: names.actor, issues: names.issue, sources: names.source }[by](value);
    };
    return [label(a), label(b)];
  }, [names, by, a, b]);
}

/** Full labels of nodes by key. */
function useFullNames(): (key: string) => string {
  const directory = useDirectory().data;
  return useMemo(() => {
    const labels = new Map<string, string>(
      [...(directory?.actors ?? []), ...(directory?.issues ?? [])].map(({ key, label }) => [key, label]),
    );
    return (key) => labels.get(key) ?? key;
  }, [directory]);
}

/** The two with most statements, for a start. */
function Proposal({
  choice,
  onTake,
}: {
  readonly choice: CompareChoice;
  onTake(choice: CompareChoice): void;
}) {
  const directory = useDirectory().data;
  if (choice.by !== "actors" && choice.by !== "issues") return null;
  const records = [...(directory?.[choice.by] ?? [])].sort((x, y) => y.statements - x.statements);
  const first = records.find(({ id }) => id === choice.a) ?? records[0];
  const second = records.find(({ id }) => id === choice.b) ?? records.find(({ id }) => id !== first?.id);
  if (!first || !second) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      className="sg-compare-proposal"
      onClick={() => onTake({ by: choice.by, a: first.id, b: second.id })}
    >
      {TEXTS.tryThese(first.label, second.label)}
    </Button>
  );
}
