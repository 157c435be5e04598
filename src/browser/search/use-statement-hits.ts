/** Statements whose words match what is typed, asked of the server a little after the last key. */

import { useDebouncedValue } from "@mantine/hooks";
import type { Page, StatementRecord } from "../../model/api.ts";
import { useRoute } from "../api/hooks.ts";

/** Fewer letters match too much. */
const LEAST = 3;
/** Milliseconds without a key. */
const PAUSE = 220;

/** The first statements, and how many there are in all; nothing while less than three letters are typed. */
export function useStatementHits(
  text: string,
  most: number,
): { readonly items: readonly StatementRecord[]; readonly total: number } {
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const page = useRoute<Page<StatementRecord>>(
    "statements",
    [
      ["actors", "all"],
      ["limit", String(most)],
      ["q", asked],
      ["voice", "any"],
    ],
    { enabled: asked.length >= LEAST, keep: true },
  ).data;
  return asked.length >= LEAST && page && text.trim().length >= LEAST
    ? { items: page.items, total: page.total }
    : { items: [], total: 0 };
}
