/** The left column for what changed between two stretches of time, made of the dates of the view. */

import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useExplorer } from "../state/store.ts";
import { useTime } from "../state/time.ts";
import { openCompare } from "./compare/choice.ts";
import type { PanelProps } from "./panel.ts";
import { Answered } from "./parts/answered.tsx";
import { PanelHead } from "./parts/panel-head.tsx";
import { ChangeList } from "./time/change-list.tsx";
import { comparisonsOf } from "./time/ranges.ts";
import { TIME_TEXTS as TEXTS } from "./time/texts.ts";
import { useChanges } from "./time/use-changes.ts";
import "./panels.css";
import "./time/time.css";

/** Reads the view and the dates that are being tried out. */
export function ChangesPanel({ onClose }: PanelProps) {
  const filter = useExplorer((state) => state.view.filter);
  const playing = useTime((state) => state.playing);
  const found = comparisonsOf(filter);
  const [wanted, setWanted] = useState("");
  const [id, stretches] = found.find(([one]) => one === wanted) ?? (found[0] as (typeof found)[number]);
  const query = useChanges(stretches, !playing);
  return (
    <div className="sg-panel">
      <PanelHead title={TEXTS.changesTitle} onClose={onClose} label={TEXTS.close} takesFocus />
      <NativeSelect
        size="xs"
        label={TEXTS.compared}
        value={id}
        data={found.map(([value]) => ({ value, label: TEXTS.comparisons[value] }))}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {stretches.before !== "" && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => openCompare({ by: "periods", a: stretches.before, b: stretches.after })}
        >
          {TEXTS.onMaps}
        </Button>
      )}
      <Answered query={query} lines={8}>
        {({ summary, tables, notes }) => {
          const changes = tables.find((table) => table.id === "changes");
          return (
            <>
              <p role="status" className="sg-line">
                {summary}
              </p>
              {changes && changes.rows.length > 0 ? (
                <ChangeList table={changes} />
              ) : (
                <p className="sg-line sg-dim">{TEXTS.noChange}</p>
              )}
              <details className="sg-section">
                <summary>
                  <h3>{TEXTS.howComputed}</h3>
                </summary>
                <ul className="sg-change-notes">
                  {notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </details>
            </>
          );
        }}
      </Answered>
    </div>
  );
}
