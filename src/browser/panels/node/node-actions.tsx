/** What can be done with a node, with a choice of how far its surroundings reach. */

import { NativeSelect } from "@mantine/core";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";
import { SubjectActions } from "./subject-actions.tsx";

const DEPTHS = [1, 2, 3] as const;

export function NodeActions({ node }: { readonly node: string }) {
  const view = useExplorer((state) => state.view);
  const { showEgo } = useExplorer.getState();
  const isEgo = view.ego.length === 1 && view.ego[0] === node;
  const depth = (
    <NativeSelect
      size="xs"
      aria-label={TEXTS.egoDepth}
      value={isEgo ? String(view.depth) : ""}
      data={[
        ...(isEgo ? [] : [{ value: "", label: TEXTS.egoDepth }]),
        ...DEPTHS.map((steps) => ({ value: String(steps), label: TEXTS.steps(steps) })),
      ]}
      onChange={(event) => {
        const steps = Number(event.currentTarget.value);
        if (steps > 0) showEgo(node, steps);
      }}
    />
  );
  return <SubjectActions keys={[node]} beside={{ id: "surroundings", part: depth }} />;
}
