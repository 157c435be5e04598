/** The address names a dataset that is not there: says so, with links to those there are, and a way to open one anew. */

import { Anchor, Button, List, Text } from "@mantine/core";
import type { DatasetSummary } from "../../model/api.ts";
import { LOCAL_MARK } from "../../model/id.ts";
import { isOffline } from "../api/transport.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import classes from "./shell.module.css";
import { Message } from "./states.tsx";

interface Props {
  readonly id: string;
  readonly datasets: readonly DatasetSummary[];
}

export function NoSuchDataset({ id, datasets }: Props) {
  const opened = id.startsWith(LOCAL_MARK);
  return (
    <main className={classes["page"]}>
      <Message
        alert
        alone
        title={opened ? TEXTS.openedBefore(id.slice(LOCAL_MARK.length)) : TEXTS.noSuchDataset(id)}
      >
        {opened && <Text size="sm">{TEXTS.openedBeforeWords}</Text>}
        {!isOffline() && (
          <Button size="sm" onClick={() => useExplorer.getState().openDialog("open")}>
            {TEXTS.openData}
          </Button>
        )}
        <Text size="sm">{datasets.length === 0 ? TEXTS.noDatasets : TEXTS.datasetsThere}</Text>
        <List size="sm">
          {datasets.map((dataset) => (
            <List.Item key={dataset.id}>
              <Anchor href={`/d/${encodeURIComponent(dataset.id)}`}>{dataset.title}</Anchor>
            </List.Item>
          ))}
        </List>
      </Message>
    </main>
  );
}
