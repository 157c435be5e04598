/** Shows an answer of the server, or why there is none yet: a skeleton after 300 ms, a failure with its remedy. */

import { Alert, Button, Skeleton, Text, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import type { ApiError } from "../../api/client.ts";
import { TEXTS } from "../texts.ts";
import { capitalised } from "../words/numbers.ts";

const PATIENCE_MS = 300;
/** Widths of the skeleton's lines, in per cent. */
const WIDTHS = [70, 100, 92, 100, 60, 96, 84, 100] as const;

/** Nothing for 300 ms, then lines in place of what is to come. */
export function Waiting({
  lines = 5,
  what = TEXTS.loading,
}: {
  readonly lines?: number;
  readonly what?: string;
}) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      {late && (
        <>
          <VisuallyHidden role="status">{what}</VisuallyHidden>
          {WIDTHS.slice(0, lines).map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
            <Skeleton key={at} height={12} width={`${width}%`} mt={at === 0 ? 4 : 10} />
          ))}
        </>
      )}
    </div>
  );
}

/** What went wrong and what to do; further remedies as children. */
export function Failure(props: {
  readonly error: ApiError;
  readonly retry?: () => void;
  /** Off where the children offer the remedy as something to press. */
  readonly remedy?: boolean;
  readonly children?: ReactNode;
}) {
  const { error, retry, remedy = true, children } = props;
  return (
    <Alert
      role="alert"
      color="orange"
      variant="outline"
      title={capitalised(error.message)}
      className="sg-alert"
    >
      {remedy && error.remedy !== "" && <Text size="sm">{error.remedy}</Text>}
      {children}
      {retry && (
        <Button size="compact-sm" variant="default" mt="xs" onClick={retry}>
          {TEXTS.retry}
        </Button>
      )}
    </Alert>
  );
}

/** Nothing to show, said in words, with a way on as children. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="sg-empty">{children}</div>;
}

interface Query<T> {
  readonly data: T | undefined;
  readonly error: ApiError | null;
  readonly refetch: () => unknown;
}

/** Children get the data once it is there. An older answer stays on while a newer one is fetched. */
export function Answered<T>(props: {
  readonly query: Query<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { query, lines, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    // What was refused stays refused; a server that failed or is gone may come back.
    const again = query.error.status === 0 || query.error.status >= 500;
    return <Failure error={query.error} {...(again ? { retry: () => void query.refetch() } : {})} />;
  }
  return <Waiting {...(lines === undefined ? {} : { lines })} />;
}
