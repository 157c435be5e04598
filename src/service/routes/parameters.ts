/** Parameters that several routes share, and how a list answers. */

import { z } from "zod";
import type { Page } from "../../model/api.ts";
import type { View } from "../../model/view.ts";
import { formatView, VIEW_PARAMETERS } from "../../view/grammar.ts";
import { limited } from "../../view/parameters.ts";
import { PAGE_LIMITS, type PagedList, pageOf } from "../../view/records/paging.ts";
import type { Reply } from "../route.ts";

/** A list under a view, searched and cut into pages. */
export const LIST_PARAMETERS = {
  ...VIEW_PARAMETERS,
  cursor: z.string().optional().describe("nextCursor of the page before."),
  limit: limited(PAGE_LIMITS.most).optional().describe("Items on a page (default 100)."),
  q: z
    .string()
    .optional()
    .describe("Words that must all occur in an item, without regard to case and accents."),
} as const;

/** What a list is asked for, in canonical form: cursors belong to it. */
export const listQuestion = (route: string, view: View, q = ""): string =>
  JSON.stringify([route, formatView(view), q]);

export interface ListQuestion {
  /** In canonical form. */
  readonly question: string;
  readonly effort: number;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
}

/**
 * The answer of a list: a page of `items()`, which are in a stable order.
 * @param present makes what is sent of an item; only those on the page are made
 */
export function listReply<Item extends { readonly id: string }, Record>(
  { question, effort, limit = PAGE_LIMITS.byDefault, cursor = "" }: ListQuestion,
  items: () => PagedList<Item>,
  present: (item: Item) => Record,
): Reply {
  return {
    kind: "json",
    effort,
    pace: "quick",
    key: JSON.stringify([question, limit, cursor]),
    body(): Page<Record> {
      const page = pageOf(items(), { limit, cursor, question });
      return { ...page, items: page.items.map(present) };
    },
  };
}

/** For lists whose items are sent as they are. */
export const asIs = <Item>(item: Item): Item => item;
