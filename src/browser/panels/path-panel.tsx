/** The left column for path questions and their answers. */

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { SMALL_SCREEN } from "../shell/screen.ts";
import { isComplete } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";
import type { PanelProps } from "./panel.ts";
import { PanelHead } from "./parts/panel-head.tsx";
import { PathAnswerView } from "./path/path-answer.tsx";
import { PathForm } from "./path/path-form.tsx";
import { TEXTS } from "./texts.ts";
import "./panels.css";
import "./path/path.css";

/** Edits `draft`, asks by `ask`, marks by `choosePath`. */
export function PathPanel({ onClose }: PanelProps) {
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  const asked = useExplorer((state) => isComplete(state.question));
  const label = small ? TEXTS.closePathForm : TEXTS.closePath;
  const forget = () => {
    useExplorer.getState().closePath();
    onClose();
  };
  return (
    <div className="sg-panel sg-path-panel">
      <PanelHead title={TEXTS.pathTitle} onClose={onClose} label={label} />
      <PathForm />
      <PathAnswerView />
      {/* On a small screen closing the form keeps the path on the map. */}
      {small && asked && (
        <Button size="compact-sm" variant="subtle" onClick={forget}>
          {TEXTS.forgetPath}
        </Button>
      )}
    </div>
  );
}
