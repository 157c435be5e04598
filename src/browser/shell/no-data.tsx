/** A dataset without statements: how it gets some, the other datasets of the server, and one's own data as a way on. */

import { Button, Group, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useDatasets } from "../api/hooks.ts";
import { isOffline } from "../api/transport.ts";
import { isLocal, useLocal } from "../state/local.ts";
import { useExplorer } from "../state/store.ts";
import { count, TEXTS } from "../texts.ts";
import classes from "./states.module.css";
import { Message } from "./states.tsx";

const Choose = lazy(() => import("../panels/open/choose.tsx").then((m) => ({ default: m.Choose })));

/** Files chosen here are opened by the dialog, which says how it goes and what is wrong. */
function OpenHere() {
  return (
    <div className="sg-panel sg-dialog">
      <Suspense fallback={null}>
        <Choose
          onFiles={(files) => {
            useLocal.setState({ given: Promise.resolve(files) });
            useExplorer.getState().openDialog("open");
          }}
        />
      </Suspense>
    </div>
  );
}

export function NoData() {
  const shown = useExplorer((state) => state.dataset);
  const datasets = useDatasets().data ?? [];
  const { setDataset } = useExplorer.getState();
  // Without a dataset in the address the first one is shown.
  const here = shown ?? datasets[0]?.id;
  const others = datasets.filter(({ id, counts }) => id !== here && (counts["statements"] ?? 0) > 0);
  return (
    <Message title={TEXTS.nothingYet} wide>
      <Text size="sm">{isLocal(shown) ? TEXTS.nothingYetLocal : TEXTS.nothingYetRemedy}</Text>
      {others.length > 0 && (
        <Group gap="xs">
          <Text size="sm">{TEXTS.otherDatasets}</Text>
          {others.map(({ id, title, counts }) => (
            <Button
              key={id}
              size="compact-sm"
              variant="light"
              classNames={{ root: classes["long"] ?? "", label: classes["long"] ?? "" }}
              onClick={() => setDataset(id)}
            >
              {title} ({count(counts["statements"] ?? 0, "statement")})
            </Button>
          ))}
        </Group>
      )}
      {!isOffline() && <OpenHere />}
    </Message>
  );
}
