/** Commands by words. Pure. */

import { foldName } from "../../dataset/fold.ts";
import type { ExplorerState } from "../state/store.ts";
import type { Command, CommandGroup } from "./command.ts";
import { COMMAND_TEXTS } from "./texts.ts";

const ORDER = Object.keys(COMMAND_TEXTS.groups) as readonly CommandGroup[];

/** Those that do something now and hold every word typed, by groups in their order; within a group in the registry's. */
export function findCommands(
  commands: readonly Command[],
  state: ExplorerState,
  text: string,
): readonly Command[] {
  const words = foldName(text).split(" ").filter(Boolean);
  const fits = ({ label, words: more = "", group }: Command): boolean => {
    const held = foldName(`${label} ${more} ${COMMAND_TEXTS.groups[group]}`);
    return words.every((word) => held.includes(word));
  };
  return commands
    .filter((command) => command.run !== undefined && command.available?.(state) !== false && fits(command))
    .map((command, at) => ({ command, at }))
    .sort((a, b) => ORDER.indexOf(a.command.group) - ORDER.indexOf(b.command.group) || a.at - b.at)
    .map(({ command }) => command);
}
