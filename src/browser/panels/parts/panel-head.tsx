/** The head of a panel in the left column: its title, and the button that closes it. */

import { CloseButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import "../panels.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** What the button is called. */
  readonly label: string;
  /** The panel is opened from elsewhere on the page: its title takes the focus, so that the keyboard goes on in it. */
  readonly takesFocus?: boolean;
}

export function PanelHead({ title, onClose, label, takesFocus = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className="sg-panel-head">
      <h2 ref={heading} className="sg-title" {...(takesFocus ? { tabIndex: -1 } : {})}>
        {title}
      </h2>
      <CloseButton aria-label={label} title={label} onClick={onClose} />
    </div>
  );
}
