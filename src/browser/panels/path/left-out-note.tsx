/** Under a path that is marked: how much of it the map leaves out, with the button that shows it. */

import { Button } from "@mantine/core";
import type { Path } from "../../../model/path.ts";
import { useGraph } from "../../api/hooks.ts";
import { isPart } from "../../map/detail.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";
import { leftOut, toExpand } from "./left-out.ts";
import { useNames } from "./use-names.ts";

export function LeftOutNote({ path }: { readonly path: Path }) {
  const view = useExplorer((state) => state.view);
  const graph = useGraph(view).data;
  const names = useNames();
  if (!graph) return null;
  const { nodes, hops } = leftOut(path, graph);
  if (nodes.length === 0 && hops.length === 0) return null;
  const { reduced } = graph.attributes;
  // What is drawn in place of lines of statements does not come by expanding.
  const narrowed = view.ego.length > 0 || (isPart(reduced) && reduced.rule !== "agreement");
  const weights = new Map(names.map(({ key, statements }) => [key, statements]));
  const wanted =
    narrowed && view.projection !== "agreement" ? toExpand(hops, (key) => weights.get(key) ?? 0) : [];
  const expand = [...new Set([...view.expand, ...wanted])].sort();
  return (
    <p className="sg-line sg-dim">
      {TEXTS.leftOut(nodes.length, path.nodes.length, hops.length, path.hops.length)}{" "}
      {expand.length > view.expand.length && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => useExplorer.getState().setView({ expand })}
        >
          {TEXTS.showWhole}
        </Button>
      )}
    </p>
  );
}
