/** One position or relation as a row: mark, name of the other end, counts, condition; opens to its statements. */

import { useId, useState } from "react";
import { EvidenceToggle } from "../parts/evidence-toggle.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { StatementList } from "../statements/statement-list.tsx";
import { TEXTS } from "../texts.ts";
import { profileWords } from "../words/numbers.ts";
import { type Position, sideOf } from "./positions.ts";

export function PositionRow({ position }: { readonly position: Position }) {
  const [open, setOpen] = useState(false);
  const body = useId();
  const { statements } = position;
  const conditions = [...new Set(statements.flatMap(({ condition }) => condition ?? []))];
  const count = statements.length;
  return (
    <>
      <div className="sg-row">
        <PolarityMark polarity={sideOf(position)} />
        <div className="sg-row-main">
          <div>
            {position.relation !== null && <span className="sg-dim">{position.relation} </span>}
            <NodeLink node={position.key}>{position.label}</NodeLink>
          </div>
          {sideOf(position) === "mixed" && <p className="sg-line sg-dim">{profileWords(position)}</p>}
          {conditions.map((condition) => (
            <p key={condition} className="sg-line sg-row-condition">
              <strong>{TEXTS.condition}</strong> {condition}
            </p>
          ))}
          <EvidenceToggle count={count} of={position.label} open={open} onOpen={setOpen} body={body} />
        </div>
      </div>
      <div id={body}>
        {open && <StatementList statements={statements} label={position.label} hint={false} />}
      </div>
    </>
  );
}
