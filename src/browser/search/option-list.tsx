/** A list of options under a field that keeps the focus: the search's suggestions and the palette's commands. */

import type { ReactNode } from "react";
import classes from "./search.module.css";

export interface Option {
  readonly key: string;
  /** Heading that begins with this option; empty = goes on under the last one. */
  readonly heading?: string;
  readonly icon: ReactNode;
  readonly label: ReactNode;
  readonly note: ReactNode;
  choose(): void;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly onActive: (at: number) => void;
}

/** Id of the option that the field names as active. */
export const optionId = (list: string, at: number): string => `${list}-${at}`;

export function OptionList({ id, label, options, active, onActive }: Props) {
  return (
    <div id={id} role="listbox" aria-label={label}>
      {options.map((option, at) => (
        <div key={option.key} role="presentation">
          {option.heading && (
            <p className={classes["heading"]} role="presentation">
              {option.heading}
            </p>
          )}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys */}
          <div
            id={optionId(id, at)}
            role="option"
            aria-selected={at === active}
            className={classes["option"]}
            onMouseMove={() => onActive(at)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={option.choose}
            ref={at === active ? inSight : null}
          >
            {option.icon}
            <span className={classes["name"]}>{option.label}</span>
            <span className={classes["dim"]}>{option.note}</span>
          </div>
        </div>
      ))}
    </div>
  );
}

/** Gives no value back: browsers give a promise, which React would take for what cleans up. */
function inSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

/** Moves the active option by a key; null when the key is none of the list's. */
export function moveActive(key: string, active: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "ArrowDown") return (active + 1) % length;
  if (key === "ArrowUp") return (active - 1 + length) % length;
  return null;
}
