/** Bars under the header: parameters that could not be followed, and news about the data on the server. */

import { Alert, Button, CloseButton, Group, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDataset, useDatasetPoll } from "../api/hooks.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { keepFocus } from "./focus.ts";
import { ProblemList } from "./problem-list.tsx";
import { SMALL_SCREEN } from "./screen.ts";
import classes from "./shell.module.css";

/** Problems spelt out in the bar; all are in "About this data". */
const MOST_PROBLEMS = 3;

export function Notices() {
  const notices = useExplorer((state) => state.notices);
  const { dismissNotices } = useExplorer.getState();
  const queries = useQueryClient();
  const shown = useDataset().data;
  const poll = useDatasetPoll();
  const changed = shown && poll.data && poll.data.version !== shown.version;
  const gone = shown && poll.error?.status === 0;
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  const problems = poll.data?.pendingProblems ?? [];
  const [read, setRead] = useState("");
  // Those that were read and put away come back when they are others.
  const name = JSON.stringify(problems);
  const pending = name === read ? [] : problems;
  if (notices.length === 0 && !changed && !gone && pending.length === 0) return null;
  return (
    <div className={classes["notices"]}>
      {notices.length > 0 && (
        <Alert
          color="orange"
          variant="light"
          role="alert"
          title={TEXTS.addressNotices}
          classNames={{ title: classes["noticeTitle"] ?? "" }}
        >
          <CloseButton
            className={classes["dismiss"] ?? ""}
            aria-label={TEXTS.dismiss}
            onClick={() => {
              dismissNotices();
              keepFocus();
            }}
          />
          {notices.map(({ parameter, message, remedy }) => (
            <Text key={`${parameter} ${message}`} size="sm">
              {message} <span className={classes["remedy"]}>{remedy}</span>
            </Text>
          ))}
        </Alert>
      )}
      {gone && (
        <Alert color="orange" variant="light" role="alert">
          <Group gap="sm">
            <Text size="sm">
              {TEXTS.serverGone}. {poll.error?.remedy}
            </Text>
            <Button size="compact-xs" variant="default" onClick={() => poll.refetch()}>
              {TEXTS.tryAgain}
            </Button>
          </Group>
        </Alert>
      )}
      {changed && (
        <Alert color="blue" variant="light" role="status">
          <Group gap="sm">
            <Text size="sm">{TEXTS.dataChanged}.</Text>
            <Button size="compact-xs" onClick={() => queries.invalidateQueries()}>
              {TEXTS.reload}
            </Button>
          </Group>
        </Alert>
      )}
      {pending.length > 0 && (
        <Alert color="orange" variant="light" role="status">
          <Text size="sm">{TEXTS.pendingProblems(pending.length)}</Text>
          <CloseButton
            className={classes["dismiss"] ?? ""}
            aria-label={TEXTS.dismiss}
            onClick={() => {
              setRead(name);
              keepFocus();
            }}
          />
          <ProblemList problems={pending} most={small ? 1 : MOST_PROBLEMS} />
        </Alert>
      )}
    </div>
  );
}
