/** How a name or a row marks its node on the map while the pointer or the focus is on it. */

import { useEffect, useMemo } from "react";
import { type Target, usePointer } from "../../state/pointer.ts";

/** `mark` and `unmark` for its events; one that goes away under the pointer, which no event tells, marks nothing any more. */
export function usePointing(node: string | undefined): {
  readonly mark: () => void;
  readonly unmark: () => void;
} {
  const target = useMemo(
    (): Target | null => (node === undefined ? null : { type: "node", key: node }),
    [node],
  );
  useEffect(() => () => usePointer.getState().leave(target), [target]);
  return {
    mark: () => target && usePointer.getState().point(target),
    unmark: () => usePointer.getState().point(null),
  };
}
