/** A name that selects its node: a real link, so that it can be opened in another tab; the map marks it while it is pointed at. */

import type { MouseEvent, ReactNode } from "react";
import { formatAddress } from "../../state/address.ts";
import { addressBar } from "../../state/address-bar.ts";
import { useExplorer } from "../../state/store.ts";
import { followNode } from "./follow.ts";
import { usePointing } from "./use-pointing.ts";

export function NodeLink({ node, children }: { readonly node: string; readonly children: ReactNode }) {
  const { mark, unmark } = usePointing(node);
  const onClick = (event: MouseEvent) => {
    // With a modifier the browser opens the address in a tab or window of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    unmark();
    followNode(node);
  };
  return (
    <a
      className="sg-link"
      href={addressBar().hrefOf(
        formatAddress({ ...useExplorer.getState(), selection: { type: "node", key: node } }),
      )}
      onClick={onClick}
      onMouseEnter={mark}
      onMouseLeave={unmark}
      onFocus={mark}
      onBlur={unmark}
    >
      <bdi>{children}</bdi>
    </a>
  );
}
