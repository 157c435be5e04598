/** The small button of a row that shows or hides the statements behind it, and says how many they are. */

import { Button } from "@mantine/core";
import { TEXTS } from "../texts.ts";

interface Props {
  readonly count: number;
  /** What the statements are about; said with the button's name. */
  readonly of: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Id of the element that holds the statements. */
  readonly body: string;
}

export function EvidenceToggle({ count, of, open, onOpen, body }: Props) {
  const words = TEXTS.statements(count);
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      className="sg-row-toggle"
      aria-expanded={open}
      aria-controls={body}
      aria-label={`${open ? TEXTS.hide : TEXTS.show} ${words}: ${of}`}
      onClick={() => onOpen(!open)}
    >
      {words}
    </Button>
  );
}
