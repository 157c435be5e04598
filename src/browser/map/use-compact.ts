/** The layouts in the page, fetched where a narrow screen needs them. */

import { useEffect, useState } from "react";

type Compact = typeof import("./compact.ts")["compact"];

let loaded: Compact | null = null;

/** `compact`, or null while it is fetched, and where it is not wanted. */
export function useCompact(wanted: boolean): Compact | null {
  const [compact, setCompact] = useState<Compact | null>(() => loaded);
  useEffect(() => {
    if (!wanted || compact) return;
    let gone = false;
    void import("./compact.ts").then((module) => {
      loaded = module.compact;
      if (!gone) setCompact(() => module.compact);
    });
    return () => {
      gone = true;
    };
  }, [wanted, compact]);
  return wanted ? compact : null;
}
