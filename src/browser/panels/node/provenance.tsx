/** In how many documents a node is found; a single one is named, because then nothing confirms it. */

import type { StatementRecord } from "../../../model/api.ts";
import { TEXTS } from "../texts.ts";
import { sourcesOf } from "./positions.ts";

export interface ProvenanceProps {
  /** The node’s name, in the middle of a sentence. */
  readonly label: string;
  readonly statements: readonly StatementRecord[];
}

export function Provenance({ label, statements }: ProvenanceProps) {
  const sources = sourcesOf(statements);
  const [only] = sources;
  return (
    <p className="sg-line">
      {sources.length === 1 && only
        ? TEXTS.oneSource(statements.length, label, only.label)
        : TEXTS.inSources(statements.length, label, sources.length)}
    </p>
  );
}
