/** Above the table: text filter, choice of columns, and the same table as a file. */

import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "../../api/client.ts";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { save } from "../export/png.ts";
import { TEXTS } from "../texts.ts";
import type { Column } from "./columns.ts";

export interface TableToolbarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is shown, with all its rows, as a file. */
  readonly csv: () => Promise<string>;
  /** Every column that may be shown. */
  readonly columns: readonly Column[];
  /** Ids of the columns shown. */
  readonly shown: ReadonlySet<string>;
  readonly onShown: (shown: ReadonlySet<string>) => void;
}

export function TableToolbar({ text, onText, csv, columns, shown, onShown }: TableToolbarProps) {
  const dataset = useExplorer((state) => state.dataset);
  const name = useDataset().data?.id ?? dataset ?? "stancegraph";
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const saveShown = () => {
    setFault("");
    setBusy(true);
    csv()
      .then(
        (file) => save(new Blob([file], { type: "text/csv;charset=utf-8" }), `${name}-table.csv`),
        (error: unknown) =>
          setFault(error instanceof ApiError ? `${error.message} ${error.remedy}` : String(error)),
      )
      .finally(() => setBusy(false));
  };
  const toggle = (id: string, on: boolean) => {
    const next = new Set(shown);
    if (on) next.add(id);
    else next.delete(id);
    if (next.size > 0) onShown(next);
  };
  return (
    <div className="sg-toolbar">
      <TextInput
        type="search"
        size="sm"
        aria-label={TEXTS.filterTable}
        placeholder={TEXTS.filterTable}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <details className="sg-columns">
        <summary>{TEXTS.columnChoice}</summary>
        <fieldset className="sg-fieldset">
          <legend>{TEXTS.columnChoice}</legend>
          {columns.map(({ id, label }) => (
            <Checkbox
              key={id}
              size="xs"
              label={label}
              checked={shown.has(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      </details>
      <Button size="sm" variant="default" loading={busy} title={TEXTS.tableCsvHint} onClick={saveShown}>
        {TEXTS.tableCsv}
      </Button>
      {fault !== "" && <span role="alert">{fault}</span>}
    </div>
  );
}
