/** Commands that make one file of the view each, without the dialog where all are explained. */

import { DOWNLOADS, exportHref } from "../panels/export/links.ts";
import { useWantedPicture } from "../state/wanted-picture.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

/** Pictures of the screen, which Export makes: SVG, and PNG at twice the size. */
const PICTURES = [
  { id: "svg", scale: 0 },
  { id: "png", scale: 2 },
] as const;

export const FILE_COMMANDS: readonly Command[] = [
  // The SVG that the server draws is in Export; here it is the picture of the screen.
  ...DOWNLOADS.filter(({ id }) => id !== "svg").map(
    ({ id, format, further }): Command => ({
      id: `download-${id}`,
      label: T.download(T.files[id] ?? id),
      group: "share",
      words: T.downloadWords,
      run: ({ dataset, view }) => {
        const path = exportHref(dataset, format, view, further);
        void import("../panels/export/download.ts").then(({ download }) => download(path));
      },
    }),
  ),
  ...PICTURES.map(
    ({ id, scale }): Command => ({
      id: `download-screen-${id}`,
      label: T.download(T.pictures[id]),
      group: "share",
      words: T.downloadWords,
      run: ({ openDialog }) => {
        useWantedPicture.setState({ scale });
        openDialog("export");
      },
    }),
  ),
];
