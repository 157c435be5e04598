/** The statements at a node that its record does not hold: how many there are, and a button that fetches them page by page. */

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Page, StatementRecord } from "../../../model/api.ts";
import { ApiError, apiPath, fetchJson } from "../../api/client.ts";
import { statementPairs } from "../../api/hooks.ts";
import { keepFocus } from "../../shell/focus.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";

/** Statements fetched at a time; as many as the server gives. */
const PAGE = 1000;

/** The part of an actor's or issue's record that says how its statements go on. */
interface Detail {
  readonly key: string;
  readonly statementsList: readonly StatementRecord[];
  readonly totals: { readonly statementsList: number };
  readonly statementsCursor: string | null;
}

interface Fetched {
  readonly of: Detail;
  readonly statements: readonly StatementRecord[];
  readonly cursor: string | null;
}

/** `isCut`: not all are there. `note` says so, and has the button. */
export interface Listed {
  readonly statements: readonly StatementRecord[];
  readonly total: number;
  readonly isCut: boolean;
  readonly note: ReactNode;
}

export function useListed(detail: Detail): Listed {
  const dataset = useExplorer((state) => state.dataset);
  const view = useExplorer((state) => state.view);
  const [kept, setKept] = useState<Fetched | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const now: Fetched =
    kept?.of === detail
      ? kept
      : { of: detail, statements: detail.statementsList, cursor: detail.statementsCursor };
  const { statements, cursor } = now;
  const total = detail.totals.statementsList;
  const fetchMore = async () => {
    if (cursor === null) return;
    setBusy(true);
    setFailure("");
    try {
      const page = await fetchJson<Page<StatementRecord>>(
        apiPath(dataset, "statements", [
          ...statementPairs(view),
          ["node", detail.key],
          ["limit", String(PAGE)],
          ["cursor", cursor],
        ]),
      );
      setKept({ of: detail, statements: [...statements, ...page.items], cursor: page.nextCursor });
      if (page.nextCursor === null) keepFocus();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(`${error.message} ${error.remedy}`);
    } finally {
      setBusy(false);
    }
  };
  if (cursor === null) return { statements, total, isCut: false, note: null };
  return {
    statements,
    total,
    isCut: true,
    note: (
      <div className="sg-line" role="status">
        <p className="sg-line">{TEXTS.firstOf(statements.length, total)}</p>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void fetchMore()}>
          {TEXTS.fetchNext(Math.min(PAGE, total - statements.length))}
        </Button>
        {failure !== "" && <p className="sg-line">{failure}</p>}
      </div>
    ),
  };
}
