/** In how many documents a node is found; a single one is named, because then nothing confirms it. */

import type { StatementRecord } from "../../../model/api.ts";
import { TEXTS } from "../texts.ts";
import { sourcesOf } from "./positions.ts";

export interface ProvenanceProps {
  /** The node’s name, in the middle of a sentence. */
  readonly label: string;
  readonly statements: readonly StatementRecord[];
  /** How many there are, which may be more than those given. */
  readonly total: number;
}

export function Provenance({ label, statements, total }: ProvenanceProps) {
  const sources = sourcesOf(statements);
  const [only] = sources;
  // Of what is not there yet nobody knows the documents.
  if (total > statements.length) return <p className="sg-line">{TEXTS.statementsOf(total, label)}</p>;
  return (
    <p className="sg-line">
      {sources.length === 1 && only
        ? TEXTS.oneSource(statements.length, label, only.label)
        : TEXTS.inSources(statements.length, label, sources.length)}
    </p>
  );
}
