/** Where GEXF 1.3 and 1.2 differ, as data, so that one writer serves both. */

import type { GexfVersion } from "../format.ts";

export interface GexfDialect {
  readonly version: GexfVersion;
  readonly namespace: string;
  /** 1.3 tells parallel edges apart by `kind`; the schema of 1.2 does not know it. */
  readonly edgeKind: boolean;
  /** Attributes that go with `mode="dynamic"` on the graph element. */
  readonly dynamic: string;
  /** The value of a `liststring` attribute. */
  list(items: readonly string[]): string;
}

// The characters at which Gephi's and graphology's list readers stop or start outside quotes.
const NEEDS_QUOTES = /[\s,;|[\]()<>"'\\]/;

function quoted(item: string): string {
  if (item !== "" && item !== "null" && !NEEDS_QUOTES.test(item)) return item;
  return `"${item.replace(/[\\"]/g, (found) => `\\${found}`)}"`;
}

export const GEXF_DIALECTS: Readonly<Record<GexfVersion, GexfDialect>> = {
  "1.3": {
    version: "1.3",
    namespace: "http://gexf.net/1.3",
    edgeKind: true,
    dynamic: ' mode="dynamic" timeformat="date" timerepresentation="interval"',
    list: (items) => `[${items.map(quoted).join(", ")}]`,
  },
  "1.2": {
    version: "1.2",
    namespace: "http://www.gexf.net/1.2draft",
    edgeKind: false,
    dynamic: ' mode="dynamic" timeformat="date"',
    // 1.2 has no quotes: a bar within an item would split it, so the broken bar stands in.
    list: (items) => items.map((item) => item.replaceAll("|", "\u00a6")).join("|"),
  },
};
