/** What a command is: something the reader can do, found by the palette, the keys and the sheet of shortcuts alike. */

import type { ExplorerActions, ExplorerState } from "../state/store.ts";

/** Headings of the palette and of the sheet, in their order. */
export type CommandGroup = "go" | "map" | "view" | "path" | "share" | "help";

/**
 * `page`: the keys work everywhere but in a text field. `list`: single letters, only while the map or a list has the focus
 * (WCAG 2.1.4). `map`: handled by the map itself while it has the focus; the palette runs it all the same.
 */
export type KeyScope = "page" | "list" | "map";

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  /** Further words by which the palette finds it. */
  readonly words?: string;
  /** As `keyText` writes them: `G`, `Ctrl B`, `Shift N`, `?`. */
  readonly keys?: readonly string[];
  readonly scope?: KeyScope;
  /** Whether it does something now; the palette leaves out what does not. */
  available?(state: ExplorerState): boolean;
  /** What it does; absent for keys that only the map understands (arrows), which the sheet lists all the same. */
  run?(explorer: ExplorerState & ExplorerActions): void;
}

/** A key press as text; Meta counts as Ctrl. Shift is named only with letters, because it is part of every sign. */
export function keyText(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
): string {
  const letter = /^\p{L}$/u.test(event.key);
  return [
    ...(event.ctrlKey || event.metaKey ? ["Ctrl"] : []),
    ...(event.altKey ? ["Alt"] : []),
    ...(event.shiftKey && (letter || event.key.length > 1) ? ["Shift"] : []),
    letter ? event.key.toUpperCase() : event.key === " " ? "Space" : event.key,
  ].join(" ");
}
