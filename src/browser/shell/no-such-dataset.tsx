/** The address names a dataset that this server does not have: says so, with links to those there are. */

import { Anchor, List, Text } from "@mantine/core";
import type { DatasetSummary } from "../../model/api.ts";
import { TEXTS } from "../texts.ts";
import classes from "./shell.module.css";
import { Message } from "./states.tsx";

interface Props {
  readonly id: string;
  readonly datasets: readonly DatasetSummary[];
}

export function NoSuchDataset({ id, datasets }: Props) {
  return (
    <main className={classes["page"]}>
      <Message alert title={TEXTS.noSuchDataset(id)}>
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
