/** Statement cards in a list; J and K go to the next and previous one while the list has the focus. */

import { Button, Kbd, Text } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { TEXTS } from "../texts.ts";
import { targetOf } from "../words/statement-words.ts";
import { StatementCard } from "./statement-card.tsx";

const STEP = 20;

export interface StatementListProps {
  readonly statements: readonly StatementRecord[];
  readonly label: string;
  /** Says how to move between cards; off in lists inside lists. */
  readonly hint?: boolean;
  /** Node keys named above the list; a statement between them does not name them again. */
  readonly between?: readonly [from: string, to: string];
  /** Cards shown at first; the rest by a button. */
  readonly step?: number;
}

export function StatementList({ statements, label, hint = true, step = STEP, between }: StatementListProps) {
  const [shown, setShown] = useState(step);
  const list = useRef<HTMLOListElement>(null);
  const visible = statements.slice(0, shown);
  const move = (event: KeyboardEvent) => {
    const by = stepOf(event);
    if (by === 0 || !list.current) return;
    const cards = [...list.current.querySelectorAll<HTMLElement>(":scope > li > article")];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      {hint && statements.length > 1 && (
        <Text size="xs" className="sg-dim sg-keys">
          <Kbd size="xs">J</Kbd> {TEXTS.nextCard} <Kbd size="xs">K</Kbd> {TEXTS.previousCard}
        </Text>
      )}
      <ol
        ref={list}
        className="sg-list sg-cards"
        aria-label={label}
        data-keys
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list takes the keys J and K
        tabIndex={0}
        onKeyDown={move}
      >
        {visible.map((statement) => (
          <li key={statement.id}>
            <StatementCard statement={statement} names={!isBetween(statement, between)} />
          </li>
        ))}
      </ol>
      {statements.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + STEP)}>
          {TEXTS.showMore(statements.length - shown)}
        </Button>
      )}
    </>
  );
}

const isBetween = (statement: StatementRecord, ends: readonly [string, string] | undefined): boolean =>
  ends?.[0] === `actor:${statement.actor.id}` && ends[1] === targetOf(statement).key;

/** +1 for J, −1 for K, 0 for anything else or while text is typed. */
function stepOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return 0;
  return { j: 1, k: -1 }[event.key.toLowerCase()] ?? 0;
}
