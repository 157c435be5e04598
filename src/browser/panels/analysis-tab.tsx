/** The tab with the analyses of the server: which there are, their parameters, what they find among the statements of the view. */

import { NativeSelect, UnstyledButton } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import type { View } from "../../model/view.ts";
import { apiPath } from "../api/client.ts";
import { type AnalysisEntry, useAnalyses, useAnalysis } from "../api/computed.ts";
import { statementPairs } from "../api/hooks.ts";
import { useExplorer } from "../state/store.ts";
import { AnalysisForm } from "./analysis/analysis-form.tsx";
import {
  fieldPairs,
  fieldsOf,
  formatChoice,
  missingFields,
  parseChoice,
  type Values,
} from "./analysis/fields.ts";
import { Result } from "./analysis/result.tsx";
import { ANALYSIS_TEXTS as TEXTS } from "./analysis/texts.ts";
import type { PanelProps } from "./panel.ts";
import { Answered, Empty, Failure, Waiting } from "./parts/answered.tsx";
import { DownloadLink } from "./parts/download-link.tsx";
import { listed } from "./words/numbers.ts";
import "./panels.css";
import "./table/table.css";
import "./analysis/analysis.css";

/** Reads `view` and `analysis` from the store. */
export function AnalysisTab(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const text = useExplorer((state) => state.settings.analysis);
  const { setSetting } = useExplorer.getState();
  const narrow = useMediaQuery("(max-width: 899px)", undefined, { getInitialValueInEffect: false }) ?? false;
  const analyses = useAnalyses();
  const choice = useMemo(() => parseChoice(text), [text]);
  return (
    <section className="sg-tab sg-analysis-tab" aria-label={TEXTS.title}>
      <Answered query={analyses} lines={8}>
        {({ items }) => {
          const chosen = items.find(({ id }) => id === choice.id) ?? items[0];
          if (!chosen) return null;
          // Before one is chosen, the first is shown without a word.
          const unknown =
            choice.id !== null && choice.id !== chosen.id
              ? TEXTS.unknownAnalysis(choice.id, chosen.label)
              : unknownOf(choice.values, chosen);
          const choose = (id: string) => setSetting("analysis", formatChoice(id, []));
          return (
            <>
              {narrow ? (
                <NativeSelect
                  size="sm"
                  label={TEXTS.choose}
                  value={chosen.id}
                  data={items.map(({ id, label }) => ({ value: id, label }))}
                  onChange={(event) => choose(event.currentTarget.value)}
                />
              ) : (
                <nav aria-label={TEXTS.list} className="sg-analysis-list">
                  {items.map(({ id, label, description }) => (
                    <UnstyledButton
                      key={id}
                      aria-current={id === chosen.id ? "true" : undefined}
                      title={description}
                      onClick={() => choose(id)}
                    >
                      {label}
                    </UnstyledButton>
                  ))}
                </nav>
              )}
              {unknown !== "" && (
                <p role="status" className="sg-line">
                  {unknown}
                </p>
              )}
              <OneAnalysis
                key={chosen.id}
                entry={chosen}
                view={view}
                values={chosen.id === choice.id ? choice.values : {}}
              />
            </>
          );
        }}
      </Answered>
    </section>
  );
}

/** Says which parameters of the address the analysis does not have; empty when it has them all. */
function unknownOf(values: Values, { label, schemas, comparesTwo }: AnalysisEntry): string {
  const names = Object.keys(values).filter(
    (name) => !Object.hasOwn(schemas, name) && !(comparesTwo && name === "other"),
  );
  return names.length === 0
    ? ""
    : TEXTS.unknownParameters(listed(names), label, listed(Object.keys(schemas)));
}

interface OneAnalysisProps {
  readonly entry: AnalysisEntry;
  readonly view: View;
  readonly values: Values;
}

function OneAnalysis({ entry, view, values }: OneAnalysisProps) {
  const dataset = useExplorer((state) => state.dataset);
  const { setSetting } = useExplorer.getState();
  const fields = useMemo(() => fieldsOf(entry), [entry]);
  const [asked] = useDebouncedValue(values, 350);
  const other = asked["other"] ?? "";
  const missing = [
    ...missingFields(fields, asked),
    ...(entry.comparesTwo && other === "" ? [TEXTS.secondDataset] : []),
  ];
  const pairs = [
    ...fieldPairs(fields, asked),
    ...(entry.comparesTwo && other !== "" ? [["other", other] as const] : []),
  ];
  const query = useAnalysis(entry.id, pairs, view, missing.length === 0);
  const change = (next: Values) =>
    setSetting(
      "analysis",
      formatChoice(
        entry.id,
        Object.entries(next).filter(([, value]) => value !== ""),
      ),
    );
  return (
    <div className="sg-analysis-main">
      <div className="sg-analysis-head">
        <h2 className="sg-title">{entry.label}</h2>
        <DownloadLink
          path={apiPath(dataset, `analysis/${entry.id}`, [...pairs, ...statementPairs(view)])}
          label={TEXTS.jsonOf(entry.label)}
          name={`${entry.id}.json`}
        >
          {TEXTS.json}
        </DownloadLink>
      </div>
      <p className="sg-line sg-dim">{entry.description}</p>
      <AnalysisForm
        fields={fields}
        comparesTwo={entry.comparesTwo}
        values={values}
        refused={query.error?.parameter ?? ""}
        onChange={change}
      />
      {missing.length > 0 ? (
        <Empty>
          <p>{TEXTS.missing(listed(missing))}</p>
        </Empty>
      ) : query.error ? (
        <Failure
          error={query.error}
          {...(query.error.status === 0 || query.error.status >= 500
            ? { retry: () => void query.refetch() }
            : {})}
        />
      ) : query.data ? (
        <Result result={query.data} />
      ) : (
        <Waiting lines={8} />
      )}
    </div>
  );
}
