/** The right column for a node: profile, statements, neighbours, allies and opponents. */

import { parseNodeKey } from "../../model/id.ts";
import { useExplorer } from "../state/store.ts";
import { ActorDetails } from "./node/actor-details.tsx";
import { IssueDetails } from "./node/issue-details.tsx";
import type { PanelProps } from "./panel.ts";
import "./panels.css";

/** Reads `selection` (a node) and `view` from the store. */
export function NodeDetails(_: PanelProps) {
  const selection = useExplorer((state) => state.selection);
  const node = selection?.type === "node" ? parseNodeKey(selection.key) : null;
  if (!node) return null;
  const Details = node.type === "actor" ? ActorDetails : IssueDetails;
  return (
    <div className="sg-panel sg-details">
      <Details key={node.id} id={node.id} />
    </div>
  );
}
