/** Commands of how the map is arranged and looks. */

import { LAYOUTS } from "../../layout/catalogue.ts";
import { arrange, issueAtHand, layOutAgain } from "../look/arrange.ts";
import { LOOK_TEXTS } from "../look/texts.ts";
import type { Command } from "./command.ts";

export const APPEARANCE_COMMANDS: readonly Command[] = [
  ...LAYOUTS.map(
    ({ id, label, needsIssue }): Command => ({
      id: `arrange-${id}`,
      label: needsIssue ? LOOK_TEXTS.arrangeIssue(label) : LOOK_TEXTS.arrange(label),
      group: "map",
      words: LOOK_TEXTS.arrangeWords,
      available: (state) => state.tab === "graph" && (!needsIssue || issueAtHand(state) !== ""),
      run: (state) => arrange(id, needsIssue ? issueAtHand(state) : ""),
    }),
  ),
  {
    id: "arrange-again",
    label: LOOK_TEXTS.again,
    group: "map",
    words: LOOK_TEXTS.againWords,
    available: ({ tab }) => tab === "graph",
    run: layOutAgain,
  },
  {
    id: "reset-look",
    label: LOOK_TEXTS.reset,
    group: "map",
    available: ({ settings }) => settings.look !== "",
    run: ({ setSetting }) => setSetting("look", "", "push"),
  },
];
