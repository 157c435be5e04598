/** Thin lines from nodes to names that stand away from them, on the SVG map. */

import { LEADER_WIDTH } from "../../formats/svg/leaders.ts";
import type { PlacedLabel } from "../../formats/svg/occupied.ts";

export const LeaderLines = ({
  labels,
  color,
}: {
  readonly labels: readonly PlacedLabel[];
  readonly color: string;
}) =>
  labels.map(
    ({ key, leader }) =>
      leader && (
        <path
          key={key}
          d={`M${leader.from.x} ${leader.from.y}L${leader.to.x} ${leader.to.y}`}
          stroke={color}
          strokeWidth={LEADER_WIDTH.line}
        />
      ),
  );
