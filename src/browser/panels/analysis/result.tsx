/** What an analysis finds: its sentences, its tables, and how it is computed. */

import { Button } from "@mantine/core";
import { useState } from "react";
import type { AnalysisResult } from "../../api/computed.ts";
import { ResultTable } from "./result-table.tsx";
import { ANALYSIS_TEXTS as TEXTS } from "./texts.ts";

/** Characters of a summary that are shown without being asked. */
const SHORT = 420;

export function Result({ result }: { readonly result: AnalysisResult }) {
  const [whole, setWhole] = useState(false);
  const { summary, tables, notes } = result;
  const isLong = summary.length > SHORT;
  return (
    <>
      <p role="status" className={`sg-line sg-result-summary${isLong && !whole ? " sg-clamped" : ""}`}>
        {summary}
      </p>
      {isLong && (
        <Button
          size="compact-sm"
          variant="subtle"
          className="sg-row-toggle"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? TEXTS.less : TEXTS.more}
        </Button>
      )}
      {tables.map((table) => (
        <ResultTable key={table.id} table={table} />
      ))}
      {notes.length > 0 && (
        <details className="sg-section">
          <summary>
            <h3>{TEXTS.notes}</h3>
          </summary>
          <ul className="sg-result-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
