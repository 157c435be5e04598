/** One hop: polarity mark, its ends, its sentence, and its statements on demand. */

import { useId, useState } from "react";
import type { Hop } from "../../../model/path.ts";
import { Failure, Waiting } from "../parts/answered.tsx";
import { EvidenceToggle } from "../parts/evidence-toggle.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { StatementList } from "../statements/statement-list.tsx";
import { useStatementsById } from "../statements/use-evidence.ts";
import { shownName } from "./suggest.ts";
import { useNames } from "./use-names.ts";

const ARROWS = { out: "→", in: "←", both: "↔" } as const;

interface Props {
  readonly hop: Hop;
  /** Hears that the statements are opened. */
  readonly onRead: (() => void) | undefined;
}

export function HopRow({ hop, onRead }: Props) {
  const names = useNames();
  const [open, setOpen] = useState(false);
  const body = useId();
  const { statements } = hop;
  return (
    <>
      <div className="sg-row">
        <PolarityMark polarity={hop.polarity} />
        <div className="sg-row-main">
          <p className="sg-line sg-hop-ends">
            <NodeLink node={hop.from}>{shownName(names, hop.from)}</NodeLink>{" "}
            <span aria-hidden="true">{ARROWS[hop.direction]}</span>{" "}
            <NodeLink node={hop.to}>{shownName(names, hop.to)}</NodeLink>
          </p>
          <p className="sg-line">{hop.sentence}</p>
          {statements.length > 0 && (
            <EvidenceToggle
              count={statements.length}
              of={`${shownName(names, hop.from)}, ${shownName(names, hop.to)}`}
              open={open}
              onOpen={(wanted) => {
                setOpen(wanted);
                if (wanted) onRead?.();
              }}
              body={body}
            />
          )}
        </div>
      </div>
      <div id={body}>{open && <HopStatements ids={statements} label={hop.sentence} />}</div>
    </>
  );
}

function HopStatements({ ids, label }: { readonly ids: readonly string[]; readonly label: string }) {
  const { statements, pending, error, retry } = useStatementsById(ids);
  return (
    <>
      {statements.length > 0 && <StatementList statements={statements} label={label} hint={false} />}
      {pending && <Waiting lines={4} />}
      {error && <Failure error={error} retry={retry} />}
    </>
  );
}
