/** Events as a table: statements with all their variables, in order of time, some at a time. */

import { Button, UnstyledButton } from "@mantine/core";
import { useMemo, useState } from "react";
import type { NetworkEvent } from "../../api/computed.ts";
import { useExplorer } from "../../state/store.ts";
import { eventColumns, eventText } from "./events.ts";
import { useNetworkNames } from "./network-names.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";

export interface EventTableProps {
  readonly events: readonly NetworkEvent[];
  readonly label: string;
  /** Whether the statements are among those of the page, so that a press can show them. */
  readonly known: boolean;
}

const STEP = 50;

export function EventTable({ events, label, known }: EventTableProps) {
  const [shown, setShown] = useState(STEP);
  const nameOf = useNetworkNames();
  const { select } = useExplorer.getState();
  const columns = useMemo(() => eventColumns(events), [events]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="sg-result-box sg-event-box" data-keys tabIndex={0} aria-label={label}>
        <table className="sg-table sg-event-table">
          <caption>{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.slice(0, shown).map((event) => {
              const id = String(event["statement_id"]);
              return (
                <tr key={id}>
                  {columns.map((column, at) => {
                    const text = eventText(event, column, nameOf);
                    if (at > 0) return <td key={column}>{text}</td>;
                    return (
                      <th key={column} scope="row">
                        {known ? (
                          <UnstyledButton
                            className="sg-link"
                            aria-label={TEXTS.openEvent(id)}
                            onClick={() => select({ type: "statement", id })}
                          >
                            {text}
                          </UnstyledButton>
                        ) : (
                          text
                        )}
                      </th>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {events.length > shown && (
        <Button
          size="compact-sm"
          variant="default"
          className="sg-more-rows"
          onClick={() => setShown(shown + 4 * STEP)}
        >
          {TEXTS.moreEvents(events.length - shown)}
        </Button>
      )}
    </>
  );
}
