/** Where data are chosen or dropped, and which kinds can be opened: in the dialog, and where a dataset has nothing to show. */

import { Button } from "@mantine/core";
import { useRef } from "react";
import type { GivenFile } from "../../engine/protocol.ts";
import { chosenFiles } from "./given.ts";
import { OPEN_TEXTS as T } from "./texts.ts";
import "../panels.css";
import "./open.css";

/** Headings are of the third level. What is dropped is taken by the page as a whole. */
export function Choose({ onFiles }: { readonly onFiles: (files: readonly GivenFile[]) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const field = (of: typeof file, isFolder: boolean, label: string) => (
    <input
      ref={of}
      type="file"
      hidden
      multiple
      aria-label={label}
      {...(isFolder ? { webkitdirectory: "" } : {})}
      onChange={(event) => {
        const files = chosenFiles(event.currentTarget.files);
        // Else the same file, mended meanwhile, could not be chosen again.
        event.currentTarget.value = "";
        if (files.length > 0) onFiles(files);
      }}
    />
  );
  return (
    <>
      <p className="sg-line">{T.intro}</p>
      <div className="sg-open-drop">
        <span>
          {T.drop} {T.or}
        </span>
        <Button size="sm" onClick={() => file.current?.click()}>
          {T.chooseFile}
        </Button>
        <Button size="sm" variant="default" onClick={() => folder.current?.click()}>
          {T.chooseFolder}
        </Button>
        {field(file, false, T.chooseFile)}
        {field(folder, true, T.chooseFolder)}
      </div>
      <h3>{T.formats}</h3>
      <dl className="sg-open-kinds">
        {T.kinds.map(([name, words]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="sg-line sg-dim">{T.limits}</p>
    </>
  );
}
