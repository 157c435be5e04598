/** A list that shows its first items and a button for the rest. */

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { TEXTS } from "../texts.ts";

export interface MoreListProps<Item> {
  readonly items: readonly Item[];
  readonly step?: number;
  readonly keyOf: (item: Item) => string;
  readonly label: string;
  readonly children: (item: Item) => ReactNode;
}

export function MoreList<Item>({ items, step = 8, keyOf, label, children }: MoreListProps<Item>) {
  const [shown, setShown] = useState(step);
  const rest = items.length - shown;
  return (
    <>
      <ul className="sg-list" aria-label={label}>
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + Math.max(step, 40))}>
          {TEXTS.showMore(rest)}
        </Button>
      )}
    </>
  );
}
