/** Which outline on the map is whose: colour, dashes, name and size of every group. Pointing at a row, or reaching it by the keyboard, marks its nodes. */

import { UnstyledButton } from "@mantine/core";
import { HULL_LOOK } from "../../formats/svg/outline.ts";
import type { Theme } from "../../model/view.ts";
import { dashOf, tintOf } from "../map/hulls.ts";
import { MAP_TEXTS } from "../map/texts.ts";
import { useMapAccess } from "../state/map-access.ts";
import { usePointer } from "../state/pointer.ts";
import classes from "./legend.module.css";
import { useUnmarking } from "./use-unmarking.ts";

/** A piece of an outline; 24 × 14 pixels. */
function OutlineSample({ theme, place }: { readonly theme: Theme; readonly place: number }) {
  const color = tintOf(theme, place);
  return (
    <svg width="24" height="14" viewBox="0 0 24 14" aria-hidden="true" focusable="false">
      <rect
        x="1"
        y="1"
        width="22"
        height="12"
        rx="4"
        fill={color}
        fillOpacity={2 * HULL_LOOK.fill}
        stroke={color}
        strokeWidth="2"
        strokeDasharray={dashOf(place).join(" ") || undefined}
      />
    </svg>
  );
}

/** The groups that the map outlines; nothing when there are none. */
export function GroupLegend({ theme }: { readonly theme: Theme }) {
  const groups = useMapAccess((state) => state.groups);
  const { pointGroup } = usePointer.getState();
  useUnmarking();
  if (groups.length === 0) return null;
  return (
    <>
      <h3 className={classes["heading"]}>{MAP_TEXTS.groups}</h3>
      <ul className={classes["list"]} aria-label={MAP_TEXTS.groups}>
        {groups.map(({ label, keys, place }) => {
          const mark = () => pointGroup({ by: "nodes", keys });
          const unmark = () => pointGroup(null);
          return (
            <li key={label} className={classes["row"]} onMouseEnter={mark} onMouseLeave={unmark}>
              <UnstyledButton
                fz="inherit"
                className={classes["words"] ?? ""}
                onClick={mark}
                onFocus={mark}
                onBlur={unmark}
              >
                <OutlineSample theme={theme} place={place} />
                <span className={classes["label"]}>{label}</span>
              </UnstyledButton>
              <span className={classes["number"]}>{keys.length}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
