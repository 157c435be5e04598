/** What is shown instead of content: waiting, failure with its remedy, emptiness. */

import { Button, Loader, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import type { ApiError } from "../api/client.ts";
import { TEXTS } from "../texts.ts";
import classes from "./states.module.css";

/** A quiet sign of work, shown only when the wait is longer than 300 ms. */
export function Waiting({ label = TEXTS.loading }: { readonly label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes["middle"]} role="status">
      {late && (
        <Stack align="center" gap="xs">
          <Loader size="sm" />
          <Text size="sm" c="dimmed">
            {label}
          </Text>
        </Stack>
      )}
    </div>
  );
}

interface MessageProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly alert?: boolean;
  /** The message is all that the page shows. */
  readonly alone?: boolean;
  /** There is more in it than words. */
  readonly wide?: boolean;
}

/** A message in the middle of its region: what happened, what to do. */
export function Message({
  title,
  children,
  actions,
  alert = false,
  alone = false,
  wide = false,
}: MessageProps) {
  return (
    <div className={classes["middle"]} role={alert ? "alert" : "status"}>
      <Stack gap="xs" maw={wide ? 640 : 440} align="flex-start">
        <Title order={alone ? 1 : 2} size="h4">
          {title}
        </Title>
        {children}
        {actions}
      </Stack>
    </div>
  );
}

/** A failed request in words, with a way to try again. */
export function Failure({
  error,
  retry,
  alone = false,
}: {
  readonly error: ApiError;
  readonly retry: () => void;
  readonly alone?: boolean;
}) {
  const gone = error.status === 0;
  return (
    <Message
      alert
      alone={alone}
      title={gone ? TEXTS.serverGone : TEXTS.failed}
      actions={
        <Button size="xs" onClick={retry}>
          {TEXTS.tryAgain}
        </Button>
      }
    >
      <Text size="sm">{error.message}</Text>
      {error.remedy !== "" && (
        <Text size="sm" c="dimmed">
          {error.remedy}
        </Text>
      )}
    </Message>
  );
}
