/** What can be done with a node: its surroundings, a path from it, a filter to it. */

import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";

const DEPTHS = [1, 2, 3] as const;

export function NodeActions({ node, id }: { readonly node: string; readonly id: string }) {
  const view = useExplorer((state) => state.view);
  const { showEgo, setView, openPath, setFilter } = useExplorer.getState();
  const isEgo = view.ego.length === 1 && view.ego[0] === node;
  const [chosen, setChosen] = useState(1);
  const depth = isEgo ? view.depth : chosen;
  const member = node.startsWith("actor:") ? "actor" : "issue";
  const filtered = view.filter[member].length === 1 && view.filter[member][0] === id;
  return (
    <div className="sg-node-actions">
      <div className="sg-ego">
        <Button
          size="compact-sm"
          variant="default"
          aria-pressed={isEgo}
          onClick={() => (isEgo ? setView({ ego: [], depth: 1 }) : showEgo(node, depth))}
        >
          {isEgo ? TEXTS.leaveEgo : TEXTS.showEgo}
        </Button>
        <NativeSelect
          size="xs"
          aria-label={TEXTS.egoDepth}
          value={String(depth)}
          data={DEPTHS.map((steps) => ({ value: String(steps), label: TEXTS.steps(steps) }))}
          onChange={(event) => {
            const steps = Number(event.currentTarget.value);
            setChosen(steps);
            if (isEgo) showEgo(node, steps);
          }}
        />
      </div>
      <Button size="compact-sm" variant="default" onClick={() => openPath({ from: node })}>
        {TEXTS.pathFrom}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={filtered}
        onClick={() => setFilter({ [member]: filtered ? [] : [id] })}
      >
        {filtered ? TEXTS.unfilter : TEXTS.filterTo}
      </Button>
    </div>
  );
}
