/** Commands that go through the statements of the details, from wherever the keyboard is. */

import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

const CARDS = "[data-details] .sg-cards > li > article";

/** Gives the focus to the card after or before the one that has it; to the first or last when none has. */
function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(CARDS)];
  const open = all.filter((card) => card.checkVisibility());
  const cards = open.length > 0 ? open : all;
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const card = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
  if (!card) return;
  for (let part = card.closest("details"); part; part = part.parentElement?.closest("details") ?? null)
    part.open = true;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

export const EVIDENCE_COMMANDS: readonly Command[] = [
  { id: "statement-next", label: T.nextStatement, keys: ["J"], by: 1 },
  { id: "statement-previous", label: T.previousStatement, keys: ["K"], by: -1 },
].map(
  ({ by, ...command }): Command => ({
    ...command,
    group: "go",
    scope: "list",
    available: ({ selection }) => selection !== null,
    run: () => step(by > 0 ? 1 : -1),
  }),
);
