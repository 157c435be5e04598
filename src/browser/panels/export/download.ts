/** Hands a file of the API to the reader's downloads; where no server has the data, the file is made here. */

import type { ProblemDetails } from "../../../model/api.ts";
import { type Host, hostOf } from "../../api/transport.ts";
import { say } from "../../state/spoken.ts";
import { TEXTS } from "../texts.ts";
import { save } from "./png.ts";

/** Gets a file from what answers in the server's place; says why when there is none. */
export async function saveFrom(host: Host, path: string, name: string): Promise<void> {
  try {
    const { status, fileName, mediaType, bytes } = await host.ask(path, "");
    if (status === 200) {
      save(new Blob([bytes], { type: mediaType }), name || (fileName ?? "stancegraph"));
      return;
    }
    const { detail, remedy } = JSON.parse(new TextDecoder().decode(bytes)) as ProblemDetails;
    say(`${detail}. ${remedy ?? ""}`);
  } catch (error) {
    say(error instanceof Error ? error.message : TEXTS.noAnswer);
  }
}

/** The same as a click on a link to the file. @param path below `/api`, with its query */
export function download(path: string): void {
  const host = hostOf(path);
  if (host) {
    void saveFrom(host, path, "");
    return;
  }
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  link.click();
}
