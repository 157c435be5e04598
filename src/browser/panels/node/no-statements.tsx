/** Said when the view leaves a node without statements, with the way to see more. */

import { Button } from "@mantine/core";
import { useExplorer } from "../../state/store.ts";
import { Empty } from "../parts/answered.tsx";
import { TEXTS } from "../texts.ts";

export function NoStatements({ label }: { readonly label: string }) {
  const { clearFilters, setFilter } = useExplorer.getState();
  const all = useExplorer((state) => state.view.filter.actors === "all" && state.view.filter.voice === "any");
  return (
    <Empty>
      <p>{TEXTS.noStatementsAt(label)}</p>
      <div className="sg-actions">
        <Button size="compact-sm" variant="default" onClick={clearFilters}>
          {TEXTS.clearFilters}
        </Button>
        {!all && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setFilter({ actors: "all", voice: "any" })}
          >
            {TEXTS.everyVoice}
          </Button>
        )}
      </div>
    </Empty>
  );
}
