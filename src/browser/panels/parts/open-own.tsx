/** Leads from another dialog to the one that opens the reader's own data; not there in a file that shows its own data only. */

import { Button } from "@mantine/core";
import { isOffline } from "../../api/transport.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";

/** Heading of the third level, one line, and the button. */
export function OpenOwn() {
  if (isOffline()) return null;
  return (
    <>
      <h3>{TEXTS.ownData}</h3>
      <p className="sg-line sg-dim">{TEXTS.ownDataWords}</p>
      <Button size="compact-sm" variant="default" onClick={() => useExplorer.getState().openDialog("open")}>
        {TEXTS.openOwn}
      </Button>
    </>
  );
}
