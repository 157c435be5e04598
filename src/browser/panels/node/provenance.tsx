/** In how many documents a node is found; a single one is named, because then nothing confirms it. */

import type { StatementRecord } from "../../../model/api.ts";
import { TEXTS } from "../texts.ts";
import { sourcesOf } from "./positions.ts";

export function Provenance({ statements }: { readonly statements: readonly StatementRecord[] }) {
  const sources = sourcesOf(statements);
  const [only] = sources;
  return (
    <p className="sg-line">
      {sources.length === 1 && only
        ? TEXTS.oneSource(statements.length, only.label)
        : TEXTS.inSources(statements.length, sources.length)}
    </p>
  );
}
