/** Buttons of what can be done with one node or several: the list of commands/node-actions.ts. */

import { Button, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { actionsFor } from "../../commands/node-actions.ts";
import { useSubject } from "../../map/use-subject.ts";

interface Props {
  readonly keys: readonly string[];
  /** Stands beside the button of this action. */
  readonly beside?: { readonly id: string; readonly part: ReactNode };
}

export function SubjectActions({ keys, beside }: Props) {
  const [said, setSaid] = useState("");
  const subject = useSubject(keys, setSaid);
  return (
    <div className="sg-node-actions">
      {actionsFor(subject, "details").map(({ id, label, pressed, run }) => {
        const button = (
          <Button
            key={id}
            size="compact-sm"
            variant="default"
            aria-pressed={pressed?.(subject)}
            onClick={() => run(subject)}
          >
            {label(subject)}
          </Button>
        );
        return beside?.id === id ? (
          <div key={id} className="sg-ego">
            {button}
            {beside.part}
          </div>
        ) : (
          button
        );
      })}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
