/** Commands that explain the page. */

import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

export const HELP_COMMANDS: readonly Command[] = [
  {
    id: "palette",
    label: T.palette,
    group: "help",
    keys: ["Ctrl K"],
    scope: "page",
    available: ({ panels }) => panels.dialog !== "palette",
    run: ({ openDialog }) => openDialog("palette"),
  },
  {
    id: "shortcuts",
    label: T.shortcuts,
    group: "help",
    keys: ["?"],
    scope: "list",
    run: ({ openDialog }) => openDialog("shortcuts"),
  },
  // Escape clears one thing after the other; use-keyboard.ts knows the order.
  { id: "clear", label: T.clear, group: "help", keys: ["Escape"], scope: "map" },
];
