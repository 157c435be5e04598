/** Commands that change what is shown: undo, redo, filters, theme. */

import { redo, undo, useUndo } from "../state/undo.ts";
import { rememberTheme } from "../theme/theme.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: "undo",
    label: T.undo,
    group: "view",
    keys: ["Ctrl Z"],
    scope: "page",
    available: () => useUndo.getState().past.length > 0,
    run: () => undo(),
  },
  {
    id: "redo",
    label: T.redo,
    group: "view",
    keys: ["Ctrl Shift Z", "Ctrl Y"],
    scope: "page",
    available: () => useUndo.getState().future.length > 0,
    run: () => redo(),
  },
  { id: "clear-filters", label: T.clearFilters, group: "view", run: ({ clearFilters }) => clearFilters() },
  {
    id: "theme",
    label: T.theme,
    group: "view",
    run: ({ view, setTheme }) => {
      const theme = view.theme === "dark" ? "light" : "dark";
      rememberTheme(window, theme);
      setTheme(theme);
    },
  },
];
