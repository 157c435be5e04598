/** The command palette: every action of the page by name, with its keys. */

import { TextInput, VisuallyHidden } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import type { Command } from "../commands/command.ts";
import { findCommands } from "../commands/find.ts";
import { COMMANDS } from "../commands/registry.ts";
import { COMMAND_TEXTS, printedKey } from "../commands/texts.ts";
import { moveActive, type Option, OptionList, optionId } from "../search/option-list.tsx";
import { EMPTY_PALETTE, usePaletteText } from "../state/palette-text.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { Icon } from "./icons.tsx";
import classes from "./shell.module.css";

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const text = usePaletteText((state) => state.text);
  const [active, setActive] = useState(0);
  const list = useId();
  // The next one begins empty.
  useEffect(() => () => usePaletteText.setState(EMPTY_PALETTE), []);
  const found = findCommands(COMMANDS, useExplorer(), text);
  const run = (command: Command) => {
    onClose();
    // After the dialog has given the focus back.
    requestAnimationFrame(() => requestAnimationFrame(() => command.run?.(useExplorer.getState())));
  };
  const options = found.map(
    (command, at): Option => ({
      key: command.id,
      heading: command.group === found[at - 1]?.group ? "" : COMMAND_TEXTS.groups[command.group],
      icon: null,
      label: command.label,
      note: (command.keys ?? []).map((key) => <kbd key={key}>{printedKey(key)}</kbd>),
      choose: () => run(command),
    }),
  );
  const at = Math.min(active, Math.max(0, options.length - 1));
  const entered = usePaletteText((state) => state.entered);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the event, whatever is found by then
  useEffect(() => {
    if (!entered) return;
    usePaletteText.setState({ entered: false });
    options[at]?.choose();
  }, [entered]);
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={TEXTS.paletteField}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(options[at] ? { "aria-activedescendant": optionId(list, at) } : {})}
        autoComplete="off"
        placeholder={TEXTS.paletteField}
        leftSection={<Icon name="search" size={16} />}
        value={text}
        onChange={(event) => {
          usePaletteText.setState({ text: event.currentTarget.value });
          setActive(0);
        }}
        onKeyDown={(event) => {
          const moved = moveActive(event.key, at, options.length);
          if (moved !== null) setActive(moved);
          else if (event.key === "Enter") options[at]?.choose();
          else return;
          event.preventDefault();
        }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className={classes["palette"]} tabIndex={0}>
        {options.length === 0 && <p className={classes["remedy"]}>{TEXTS.paletteNone}</p>}
        <OptionList id={list} label={TEXTS.palette} options={options} active={at} onActive={setActive} />
      </div>
      <VisuallyHidden role="status">{TEXTS.paletteFound(options.length)}</VisuallyHidden>
    </>
  );
}
