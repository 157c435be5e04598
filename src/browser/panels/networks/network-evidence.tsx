/** The statements behind one cell or tie of a network: those of the page as cards, others with their variables. */

import { Button, CloseButton } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import type { Pair } from "../../../view/parameters.ts";
import { type NetworkCell, useNetworkEvidence } from "../../api/computed.ts";
import { Failure, Waiting } from "../parts/answered.tsx";
import { FetchedStatements } from "../statements/fetched-statements.tsx";
import { EventTable } from "./event-table.tsx";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";

export interface OpenCell extends NetworkCell {
  /** Names of its ends, and its weight, in words. */
  readonly names: string;
  readonly weight: string;
}

export interface NetworkEvidenceProps {
  readonly cell: OpenCell;
  /** Settings of the network and the pairs of the view. */
  readonly pairs: readonly Pair[];
  /** Whether the statements are among those of the page. */
  readonly known: boolean;
  readonly onClose: () => void;
}

/** Statements asked for at first, and when more are wanted: the most that the server gives. */
const FIRST = 100;
const ALL = 1000;

export function NetworkEvidence({ cell, pairs, known, onClose }: NetworkEvidenceProps) {
  const [limit, setLimit] = useState(FIRST);
  const heading = useId();
  const box = useRef<HTMLElement>(null);
  const { data, error, refetch, isPlaceholderData } = useNetworkEvidence(pairs, cell, limit);
  const arrived = data !== undefined && !isPlaceholderData;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each cell that is opened is to be seen, and its statements too
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, [cell, arrived]);
  const label = TEXTS.evidence(cell.names);
  const events = data?.events ?? [];
  return (
    <section ref={box} className="sg-panel sg-network-evidence" aria-labelledby={heading}>
      <div className="sg-network-evidence-head">
        <h3 id={heading}>{label}</h3>
        <CloseButton size="sm" aria-label={TEXTS.closeEvidence} onClick={onClose} />
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && (
        <div aria-busy={isPlaceholderData}>
          <p role="status" className="sg-line sg-dim">
            {TEXTS.evidenceCount(data.total, cell.weight)}
            {data.total > events.length && ` ${TEXTS.evidenceFirst(events.length)}`}
          </p>
          {known ? (
            <FetchedStatements
              key={`${cell.frame} ${cell.row} ${cell.column}`}
              ids={events.map((event) => String(event["statement_id"]))}
              label={label}
            />
          ) : (
            <EventTable events={events} label={label} known={false} />
          )}
          {data.total > events.length && limit < ALL && (
            <Button size="compact-sm" variant="default" onClick={() => setLimit(ALL)}>
              {TEXTS.evidenceMore}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
