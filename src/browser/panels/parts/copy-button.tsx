/** A button that copies a text, says so, and shows the text to copy by hand where the browser forbids it. */

import { Button, Textarea, VisuallyHidden } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { TEXTS } from "../texts.ts";
import { copyText } from "./copy-text.ts";

const SAID_MS = 2500;

export interface CopyButtonProps {
  readonly label: string;
  /** Made when the button is pressed. */
  readonly text: () => string;
  /** What is said once it is copied. */
  readonly done?: string;
  readonly variant?: "subtle" | "default" | "filled";
}

export function CopyButton({ label, text, done = TEXTS.copied, variant = "subtle" }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useEffect(() => {
    if (state === "refused") field.current?.select();
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), SAID_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <>
      <Button
        size="compact-sm"
        variant={variant}
        onClick={() => void copyText(text()).then((copied) => setState(copied ? "copied" : "refused"))}
      >
        {state === "copied" ? TEXTS.copiedShort : label}
      </Button>
      <VisuallyHidden role="status">{state === "copied" ? done : ""}</VisuallyHidden>
      {state === "refused" && (
        <Textarea
          ref={field}
          className="sg-copy-field"
          label={TEXTS.copyByHand}
          aria-describedby={hint}
          readOnly
          autosize
          maxRows={8}
          value={text()}
        />
      )}
    </>
  );
}
