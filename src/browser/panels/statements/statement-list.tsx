/**
 * Statement cards in a list, the rest by a button. J and K go to the next and previous card while the list has the focus, and from
 * the last one on into those not shown yet.
 */

import { Button, Kbd, Text } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { TEXTS } from "../texts.ts";
import { targetOf } from "../words/statement-words.ts";
import { shownIn } from "./page-sizes.ts";
import { StatementCard } from "./statement-card.tsx";

/** The statements that are not among those given. */
export interface FurtherStatements {
  readonly left: number;
  readonly load: () => void;
  /** They are on their way. */
  readonly pending: boolean;
}

export interface StatementListProps {
  readonly statements: readonly StatementRecord[];
  readonly label: string;
  /** Says how to move between cards; off in lists inside lists. */
  readonly hint?: boolean;
  /** Node keys named above the list; a statement between them does not name them again. */
  readonly between?: readonly [from: string, to: string];
  /** Set where whoever shows the list fetches the rest; all that are given are shown then. Null = these are all. */
  readonly further?: FurtherStatements | null;
  /** What stands between the cards and the button: that more are on their way, or why none came. */
  readonly children?: ReactNode;
}

export function StatementList({
  statements,
  label,
  hint = true,
  between,
  further,
  children,
}: StatementListProps) {
  const [pages, setPages] = useState(1);
  const list = useRef<HTMLOListElement>(null);
  const visible = further === undefined ? statements.slice(0, shownIn(pages)) : statements;
  const own = {
    left: statements.length - visible.length,
    load: () => setPages(pages + 1),
    pending: false,
  };
  const { left, load, pending } = further === undefined ? own : (further ?? NOTHING);
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>(":scope > li > article") ?? [])];
  const goTo = (card: HTMLElement) => {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  /** Where the first of the statements asked for will stand, and what had the focus when they were; null = none are. */
  const awaited = useRef<{ readonly at: number; readonly focus: Element | null } | null>(null);
  const ask = () => {
    if (pending || left <= 0) return;
    awaited.current = { at: visible.length, focus: document.activeElement };
    load();
  };
  useLayoutEffect(() => {
    if (awaited.current === null || pending) return;
    const { at, focus } = awaited.current;
    const card = cards()[at];
    if (!card) return;
    awaited.current = null;
    // Whoever has gone elsewhere in the meantime is left there.
    const now = document.activeElement;
    if (now === focus || now === document.body) goTo(card);
  });

  const move = (event: KeyboardEvent) => {
    const by = stepOf(event);
    if (by === 0) return;
    const all = cards();
    const at = all.findIndex((card) => card.contains(document.activeElement));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (!next && (by < 0 || left <= 0)) return;
    event.preventDefault();
    event.stopPropagation();
    if (next) goTo(next);
    else ask();
  };
  return (
    <>
      {hint && (statements.length > 1 || left > 0) && (
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
      {children}
      {left > 0 && (
        // It stays while they are on their way, because it has the focus.
        <Button size="compact-sm" variant="default" aria-disabled={pending} onClick={ask}>
          {TEXTS.showMore(left)}
        </Button>
      )}
    </>
  );
}

const NOTHING: FurtherStatements = { left: 0, load: () => undefined, pending: false };

const isBetween = (statement: StatementRecord, ends: readonly [string, string] | undefined): boolean =>
  ends?.[0] === `actor:${statement.actor.id}` && ends[1] === targetOf(statement).key;

/** +1 for J, −1 for K, 0 for anything else or while text is typed. */
function stepOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return 0;
  return { j: 1, k: -1 }[event.key.toLowerCase()] ?? 0;
}
