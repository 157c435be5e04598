/** Above the table: text filter, choice of columns, and the same table as a file. */

import { Button, Checkbox, TextInput } from "@mantine/core";
import { useExplorer } from "../../state/store.ts";
import { exportHref } from "../export/links.ts";
import { TEXTS } from "../texts.ts";
import { COLUMNS } from "./columns.ts";

export interface TableToolbarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Ids of the columns shown. */
  readonly shown: ReadonlySet<string>;
  readonly onShown: (shown: ReadonlySet<string>) => void;
}

export function TableToolbar({ text, onText, shown, onShown }: TableToolbarProps) {
  const view = useExplorer((state) => state.view);
  const dataset = useExplorer((state) => state.dataset);
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
      >
        {TEXTS.tableCsv}
      </Button>
    </div>
  );
}
