/** Commands for the ticks of the legend: each position in or out, and all of them in. */

import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";
import { lastTicked, toggled } from "../legend/toggle.ts";
import { say } from "../state/spoken.ts";
import { TEXTS } from "../texts.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

const ALL = POLARITIES.map(({ id }): Polarity => id);

export const POSITION_COMMANDS: readonly Command[] = [
  ...POLARITIES.map(
    ({ id, label }, at): Command => ({
      id: `position-${id}`,
      label: T.togglePosition(label),
      group: "view",
      words: T.positionWords,
      keys: [String(at + 1)],
      scope: "list",
      run: ({ view: { filter }, setFilter }) => {
        if (lastTicked(filter.polarity, ALL) === id) say(TEXTS.lastTicked);
        else setFilter({ polarity: toggled(filter.polarity, ALL, id) });
      },
    }),
  ),
  {
    id: "position-all",
    label: T.allPositions,
    group: "view",
    words: T.positionWords,
    keys: [String(POLARITIES.length + 1)],
    scope: "list",
    available: ({ view }) => view.filter.polarity.length > 0,
    run: ({ setFilter }) => setFilter({ polarity: [] }),
  },
];
