/** The left column for path questions and their answers. */

import { CloseButton } from "@mantine/core";
import type { PanelProps } from "./panel.ts";
import { PathAnswerView } from "./path/path-answer.tsx";
import { PathForm } from "./path/path-form.tsx";
import { TEXTS } from "./texts.ts";
import "./panels.css";
import "./path/path.css";

/** Edits `draft`, asks by `ask`, marks by `choosePath`. */
export function PathPanel({ onClose }: PanelProps) {
  return (
    <div className="sg-panel sg-path-panel">
      <div className="sg-path-head">
        <h2 className="sg-title">{TEXTS.pathTitle}</h2>
        <CloseButton aria-label={TEXTS.closePath} title={TEXTS.closePath} onClick={onClose} />
      </div>
      <PathForm />
      <PathAnswerView />
    </div>
  );
}
