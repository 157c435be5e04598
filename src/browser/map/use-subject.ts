/** What actions on nodes are about, from what the page shows now. */

import type { Subject } from "../commands/node-actions.ts";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import { useExpansion } from "./use-expansion.ts";

/** `say`: how the reader is told what nothing else shows. */
export function useSubject(keys: readonly string[], say: (words: string) => void): Subject {
  const explorer = useExplorer();
  const names = useNames();
  const expansion = useExpansion(keys);
  return { keys, explorer, label: names.node, expansion, say };
}
