/** What a legend marks on the map while the pointer is on one of its rows. */

import { useEffect } from "react";
import { usePointer } from "../state/pointer.ts";

/** Has a legend that goes away under the pointer mark nothing any more. */
export function useUnmarking(): void {
  useEffect(() => () => usePointer.getState().pointGroup(null), []);
}
