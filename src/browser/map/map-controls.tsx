/** The buttons at the map's corner: zoom, fit, lasso, lock, the layout again, and putting moved nodes back. */

import { ActionIcon, Tooltip } from "@mantine/core";
import { layOutAgain } from "../look/arrange.ts";
import { LOOK_TEXTS } from "../look/texts.ts";
import { keepFocus } from "../shell/focus.ts";
import { Icon, type IconName } from "../shell/icons.tsx";
import { setLasso, toggleLock, useMapMode } from "../state/map-mode.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import type { MapHandle } from "./handle.ts";
import classes from "./map.module.css";
import { MAP_TEXTS } from "./texts.ts";

interface Props {
  readonly handle: MapHandle | null;
  /** Only what moves the camera: for a picture inside another page, or of something else than the page's view. */
  readonly plain?: boolean;
  /** Receives the element, for its size. */
  readonly box?: (element: HTMLElement | null) => void;
}

interface Control {
  readonly label: string;
  readonly icon: IconName;
  /** For what is on or off. */
  readonly on?: boolean;
  readonly run: () => void;
}

export function MapControls({ handle, plain = false, box }: Props) {
  const { lasso, locked } = useMapMode();
  const moved = useExplorer((state) => state.settings.pins !== "");
  const relaxed = useExplorer((state) => state.settings.relax === "1");
  const { setSetting } = useExplorer.getState();
  const camera: readonly Control[] = [
    { label: TEXTS.zoomIn, icon: "plus", run: () => handle?.zoom(1.4) },
    { label: TEXTS.zoomOut, icon: "minus", run: () => handle?.zoom(1 / 1.4) },
    { label: TEXTS.fit, icon: "fit", run: () => handle?.fit() },
  ];
  const own: readonly Control[] = [
    { label: MAP_TEXTS.lasso, icon: "lasso", on: lasso, run: () => setLasso(!lasso) },
    { label: MAP_TEXTS.lock, icon: "lock", on: locked, run: toggleLock },
    { label: LOOK_TEXTS.again, icon: "again", run: layOutAgain },
    ...(moved
      ? ([
          {
            label: MAP_TEXTS.relax,
            icon: "relax",
            on: relaxed,
            run: () => setSetting("relax", relaxed ? "" : "1", "push"),
          },
          {
            label: MAP_TEXTS.unpin,
            icon: "close",
            run: () => {
              setSetting("pins", "", "push");
              keepFocus();
            },
          },
        ] as const)
      : []),
  ];
  return (
    <div ref={box} className={classes["controls"]} data-over="parts">
      {[...camera, ...(plain ? [] : own)].map(({ label, icon, on, run }) => (
        <Tooltip key={label} label={label} position="left">
          <ActionIcon
            variant={on ? "filled" : "default"}
            size="lg"
            aria-label={label}
            aria-pressed={on}
            onClick={run}
          >
            <Icon name={icon} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
