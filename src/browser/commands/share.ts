/** Commands that take the view elsewhere: files and links. */

import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

export const SHARE_COMMANDS: readonly Command[] = [
  { id: "export", label: T.export, group: "share", run: ({ openDialog }) => openDialog("export") },
];
