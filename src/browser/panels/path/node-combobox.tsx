/**
 * A text field for an actor or issue with suggestions under it. The list stands in the flow, so that it never covers the button
 * that asks, and it stays until a press elsewhere has ended, so that nothing moves away from under the pointer.
 */

import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { TEXTS } from "../texts.ts";
import { count } from "../words/numbers.ts";
import { afterPress } from "./press.ts";
import { exactNode, type Suggestion, shownName, suggestNodes } from "./suggest.ts";
import { useNames } from "./use-names.ts";

const MOST = 7;

export interface NodeComboboxProps {
  readonly label: string;
  /** A node key or any text. */
  readonly value: string;
  /** Called with text at every key, with a node key when a suggestion is taken. */
  readonly onChange: (value: string, taken: boolean) => void;
  /** Enter while no suggestion is marked. */
  readonly onEnter: () => void;
  readonly placeholder?: string;
  readonly error?: ReactNode;
  /** Whether the form or drawer around it gives this field the focus when it opens. */
  readonly first?: boolean;
}

export function NodeCombobox(props: NodeComboboxProps) {
  const { label, value, onChange, onEnter, placeholder, error, first = false } = props;
  const names = useNames();
  const list = useId();
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const text = shownName(names, value);
  const found = open ? suggestNodes(names, text, MOST) : [];
  const optionId = (at: number): string => `${list}-${at}`;
  const close = () => {
    setOpen(false);
    setMarked(-1);
  };
  const take = (suggestion: Suggestion) => {
    onChange(suggestion.key, true);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const mark = found[marked];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setMarked(
        (marked + step + found.length + (marked < 0 && step < 0 ? 1 : 0)) % Math.max(found.length, 1),
      );
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (mark) take(mark);
      else {
        close();
        onEnter();
      }
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className="sg-combobox">
      <TextInput
        label={label}
        role="combobox"
        {...(first ? { "data-autofocus": true } : {})}
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? list : undefined}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 && found[marked] ? optionId(marked) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder ?? TEXTS.nodePlaceholder}
        value={text}
        error={error}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          onChange(typed, false);
          setMarked(-1);
          // A name that is complete and nobody else's needs no list.
          setOpen(typed !== "" && exactNode(names, typed) === null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => afterPress(close)}
      />
      {found.length > 0 && (
        <div role="listbox" id={list} aria-label={TEXTS.suggestionsFor(label)} className="sg-options">
          {found.map((suggestion, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (aria-activedescendant)
            <div
              key={suggestion.key}
              id={optionId(at)}
              role="option"
              aria-selected={at === marked}
              className="sg-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <span>
                {suggestion.label}
                {suggestion.via !== null && <span className="sg-dim"> ({suggestion.via})</span>}
              </span>
              <span className="sg-option-kind">
                {suggestion.kind}
                {suggestion.statements > 0 && ` · ${count(suggestion.statements, "statement")}`}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
