/** Commands that bring data in and take the view elsewhere: files and links. */

import { isOffline } from "../api/transport.ts";
import { copyText } from "../panels/parts/copy-text.ts";
import { say } from "../state/spoken.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

export const SHARE_COMMANDS: readonly Command[] = [
  {
    id: "open-data",
    label: T.open,
    group: "share",
    words: T.openWords,
    available: () => !isOffline(),
    run: ({ openDialog }) => openDialog("open"),
  },
  {
    id: "export",
    label: T.export,
    group: "share",
    words: T.exportWords,
    run: ({ openDialog }) => openDialog("export"),
  },
  {
    id: "copy-link",
    label: T.copyLink,
    group: "share",
    keys: ["S"],
    scope: "list",
    run: () => {
      void copyText(window.location.href).then((copied) => say(copied ? T.linkCopied : T.linkRefused));
    },
  },
];
