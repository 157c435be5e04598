/** The head of a panel in the left column: its title, and the button that closes it. */

import { CloseButton } from "@mantine/core";
import "../panels.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** What the button is called. */
  readonly label: string;
}

export function PanelHead({ title, onClose, label }: Props) {
  return (
    <div className="sg-panel-head">
      <h2 className="sg-title">{title}</h2>
      <CloseButton aria-label={label} title={label} onClick={onClose} />
    </div>
  );
}
