/** Making a file in the page and handing it to the reader's downloads: which one is being made, and what came of it. */

import { useState } from "react";
import { ApiError } from "../../api/client.ts";
import { PictureError, save } from "./png.ts";

/** A file that is made when asked for. */
interface Made {
  readonly blob: Blob;
  readonly name: string;
}

export interface Saving<Id> {
  /** The one that is being made, or null. */
  readonly busy: Id | null;
  /** What to say of the last one; empty while nothing is to be said. */
  readonly said: string;
  /** Makes and saves a file, then says `done`, or why there is none. */
  start(id: Id, make: () => Promise<Made>, done: string): Promise<void>;
}

export function useSaving<Id>(): Saving<Id> {
  const [busy, setBusy] = useState<Id | null>(null);
  const [said, setSaid] = useState("");
  return {
    busy,
    said,
    async start(id, make, done) {
      setBusy(id);
      setSaid("");
      try {
        const { blob, name } = await make();
        save(blob, name);
        setSaid(done);
      } catch (error) {
        if (error instanceof ApiError) setSaid(`${error.message} ${error.remedy}`);
        else if (error instanceof PictureError) setSaid(error.message);
        else throw error;
      } finally {
        setBusy(null);
      }
    },
  };
}
