/** The names of all actors and issues, ready for suggestions. */

import { useMemo } from "react";
import { useDirectory } from "../../api/hooks.ts";
import { TEXTS } from "../texts.ts";
import { suggestionIndex } from "./suggest.ts";

/** Empty until the directory has arrived. */
export function useNames() {
  const directory = useDirectory().data;
  return useMemo(() => (directory ? suggestionIndex(directory, TEXTS.issue) : []), [directory]);
}
