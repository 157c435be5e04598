/** The first stop of the keyboard: past header and columns to what the tab shows. */

import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import classes from "./shell.module.css";

/** Id of the element that holds what the tab shows, whatever it is: there in every state of the page. */
export const MAIN = "main";

export function SkipLink() {
  const onMap = useExplorer((state) => state.tab === "graph");
  return (
    <a
      href={`#${MAIN}`}
      className={classes["skip"]}
      onClick={(event) => {
        // The part of the address behind `#` stays as it is: following it would be a step of the history, and in a file opened
        // from disk the whole view.
        event.preventDefault();
        const goal = document.querySelector<HTMLElement>(`#${MAIN} #map`) ?? document.getElementById(MAIN);
        goal?.focus({ preventScroll: true });
      }}
    >
      {onMap ? TEXTS.skipToMap : TEXTS.skipToContent}
    </a>
  );
}
