/** The name of a node, which takes the focus when it was reached by a link, and what kind of thing it is. */

import { useHeadingFocus } from "../parts/follow.ts";

export interface NodeHeadingProps {
  readonly node: string;
  readonly label: string;
  readonly kind: string;
}

export function NodeHeading({ node, label, kind }: NodeHeadingProps) {
  const heading = useHeadingFocus(node);
  return (
    <>
      <p className="sg-kind">{kind}</p>
      <h2 ref={heading} tabIndex={-1} className="sg-title" dir="auto">
        {label}
      </h2>
    </>
  );
}
