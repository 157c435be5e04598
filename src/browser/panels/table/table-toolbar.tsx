/** Above the table: text filter, choice of columns, and the same table as a file. */

import { Button, Checkbox, TextInput } from "@mantine/core";
import { type MouseEvent, useState } from "react";
import { ApiError } from "../../api/client.ts";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { exportHref } from "../export/links.ts";
import { save } from "../export/png.ts";
import { TEXTS } from "../texts.ts";
import { COLUMNS } from "./columns.ts";

export interface TableToolbarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The text that the rows are found by. */
  readonly q: string;
  /** The rows found as a file. */
  readonly csv: () => Promise<string>;
  /** Ids of the columns shown. */
  readonly shown: ReadonlySet<string>;
  readonly onShown: (shown: ReadonlySet<string>) => void;
}

export function TableToolbar({ text, onText, q, csv, shown, onShown }: TableToolbarProps) {
  const view = useExplorer((state) => state.view);
  const dataset = useExplorer((state) => state.dataset);
  const name = useDataset().data?.id ?? dataset ?? "stancegraph";
  const [fault, setFault] = useState("");
  const saveFound = (event: MouseEvent) => {
    event.preventDefault();
    setFault("");
    csv().then(
      (text) => save(new Blob([text], { type: "text/csv;charset=utf-8" }), `${name}-statements-found.csv`),
      (error: unknown) =>
        setFault(error instanceof ApiError ? `${error.message} ${error.remedy}` : String(error)),
    );
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
          {COLUMNS.map(({ id, label }) => (
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
      <Button
        component="a"
        size="sm"
        variant="default"
        href={exportHref(dataset, "csv", view, [["what", "statements"]])}
        download
        // The server's file knows nothing of the text that the rows are found by.
        onClick={q === "" ? undefined : saveFound}
      >
        {TEXTS.tableCsv}
      </Button>
      {fault !== "" && <span role="alert">{fault}</span>}
    </div>
  );
}
