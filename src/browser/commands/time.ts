/** Commands of the time line. */

import { useExplorer } from "../state/store.ts";
import { arrangeAnew, clearDates, togglePlay, useTime } from "../state/time.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

/** Opens the strip, which plays as soon as it is there. */
function playOrPause(): void {
  const { setTab, setPanels, tab } = useExplorer.getState();
  if (tab !== "graph") setTab("graph");
  setPanels({ dock: "time" });
  togglePlay();
}

export const TIME_COMMANDS: readonly Command[] = [
  // The strip itself answers to the key, because Space on a button is the button's.
  { id: "time-play", label: T.playTime, group: "view", keys: ["Space"], scope: "map", run: playOrPause },
  {
    id: "time-clear",
    label: T.clearTime,
    group: "view",
    available: ({ view }) => view.filter.since !== "" || view.filter.until !== "",
    run: clearDates,
  },
  {
    id: "time-arrange",
    label: T.arrangeTime,
    group: "view",
    available: () => useTime.getState().steady,
    run: arrangeAnew,
  },
  {
    id: "time-changes",
    label: T.changes,
    group: "view",
    words: "new dropped flipped hardened",
    run: ({ setPanels }) => setPanels({ left: true, leftPanel: "changes" }),
  },
];
