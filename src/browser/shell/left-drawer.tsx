/** The left column of small screens: a drawer from above, or from the left on a low screen. The answer to a path question leaves the map in sight. */

import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useOverlay } from "../state/overlay.ts";
import { isComplete } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { LeftColumn, leftLabel } from "./left-column.tsx";
import { LOW_SCREEN } from "./screen.ts";
import classes from "./shell.module.css";

export function LeftDrawer() {
  const opened = useExplorer((state) => state.panels.left);
  const panel = useExplorer((state) => state.panels.leftPanel);
  const answered = useExplorer((state) => isComplete(state.question)) && panel === "path";
  const low = useMediaQuery(LOW_SCREEN, false, { getInitialValueInEffect: false });
  const [content, setContent] = useState<HTMLElement | null>(null);
  useCover(opened && answered ? content : null, low);
  return (
    <Drawer.Root
      opened={opened}
      onClose={() => useExplorer.getState().setPanels({ left: false })}
      position={low ? "left" : "top"}
      size="min(92vw, 360px)"
    >
      {/* What the answer marks on the map is to be seen; a press there still closes the drawer. */}
      <Drawer.Overlay {...(answered ? { backgroundOpacity: 0 } : {})} />
      <Drawer.Content
        ref={setContent}
        aria-label={leftLabel(panel)}
        classNames={{ content: classes["leftDrawer"] ?? "" }}
      >
        {panel !== "path" && (
          <div className={classes["dialogHead"]}>
            <Drawer.Title fw={650}>{leftLabel(panel)}</Drawer.Title>
            <Drawer.CloseButton aria-label={TEXTS.close} />
          </div>
        )}
        <LeftColumn small />
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** Says how much of the page the drawer covers while the map is to be seen beside it. */
function useCover(content: HTMLElement | null, low: boolean): void {
  useEffect(() => {
    if (!content) return;
    const { cover } = useOverlay.getState();
    const measure = () =>
      cover(low ? { left: content.offsetWidth, top: 0 } : { left: 0, top: content.offsetHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    measure();
    return () => {
      observer.disconnect();
      cover({ left: 0, top: 0 });
    };
  }, [content, low]);
}
