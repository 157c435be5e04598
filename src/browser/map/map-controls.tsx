/** The buttons at the map's corner: fit, zoom, and putting moved nodes back. */

import { ActionIcon, Tooltip } from "@mantine/core";
import { Icon, type IconName } from "../shell/icons.tsx";
import { TEXTS } from "../texts.ts";
import type { MapHandle } from "./handle.ts";
import classes from "./map.module.css";

interface Props {
  readonly handle: MapHandle | null;
  readonly pinned: boolean;
  readonly onUnpin: () => void;
}

export function MapControls({ handle, pinned, onUnpin }: Props) {
  const buttons: readonly (readonly [label: string, icon: IconName, run: () => void])[] = [
    [TEXTS.zoomIn, "plus", () => handle?.zoom(1.4)],
    [TEXTS.zoomOut, "minus", () => handle?.zoom(1 / 1.4)],
    [TEXTS.fit, "fit", () => handle?.fit()],
    ...(pinned ? ([[TEXTS.unpin, "close", onUnpin]] as const) : []),
  ];
  return (
    <div className={classes["controls"]}>
      {buttons.map(([label, icon, run]) => (
        <Tooltip key={label} label={label} position="left">
          <ActionIcon variant="default" size="lg" aria-label={label} onClick={run}>
            <Icon name={icon} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
