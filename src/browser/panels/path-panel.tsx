/** The left column for path questions and their answers. */

import type { PanelProps } from "./panel.ts";
import { PathAnswerView } from "./path/path-answer.tsx";
import { PathForm } from "./path/path-form.tsx";
import "./panels.css";
import "./path/path.css";

/** Edits `draft`, asks by `ask`, marks by `choosePath`. */
export function PathPanel(_: PanelProps) {
  return (
    <div className="sg-panel sg-path-panel">
      <PathForm />
      <PathAnswerView />
    </div>
  );
}
