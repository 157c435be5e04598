/** A name that selects its node; the map marks it while the name is pointed at. */

import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { usePointer } from "../../state/pointer.ts";
import { followNode } from "./follow.ts";

export function NodeLink({ node, children }: { readonly node: string; readonly children: ReactNode }) {
  const { point } = usePointer.getState();
  const mark = () => point({ type: "node", key: node });
  const unmark = () => point(null);
  return (
    <UnstyledButton
      className="sg-link"
      onClick={() => {
        unmark();
        followNode(node);
      }}
      onMouseEnter={mark}
      onMouseLeave={unmark}
      onFocus={mark}
      onBlur={unmark}
    >
      {children}
    </UnstyledButton>
  );
}
