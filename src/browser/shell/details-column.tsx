/** The right column, or the sheet from below on small screens: the panel that accepts the selection. */

import { ActionIcon } from "@mantine/core";
import { type CSSProperties, type RefObject, Suspense, useEffect, useRef, useState } from "react";
import { PANELS } from "../panels/registry.ts";
import { useOverlay } from "../state/overlay.ts";
import { formatSelection, type Selection } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { keepFocus } from "./focus.ts";
import { Icon } from "./icons.tsx";
import sheet from "./sheet.module.css";
import { SheetGrip } from "./sheet-grip.tsx";
import { restingHeight } from "./sheet-height.ts";
import classes from "./shell.module.css";
import { Waiting } from "./states.tsx";

interface Props {
  readonly selection: Selection;
  readonly small: boolean;
}

export function DetailsColumn({ selection, small }: Props) {
  const { select } = useExplorer.getState();
  const column = useRef<HTMLElement>(null);
  const [opener] = useState(() => document.activeElement);
  const [folded, setFolded] = useState(false);
  // As tall as the reader has made it; null = as tall as a sheet is.
  const [height, setHeight] = useState<number | null>(null);
  useCover(column, small);
  const panel = PANELS.find(({ region, accepts }) => region === "details" && accepts?.(selection));
  if (!panel) return null;
  const close = () => {
    select(null);
    keepFocus(opener instanceof HTMLElement && opener !== document.body ? opener : null);
  };
  return (
    <section
      ref={column}
      className={small ? sheet["sheet"] : classes["details"]}
      data-folded={(small && folded) || undefined}
      style={
        small && !folded && height !== null ? ({ "--sheet": `${height}px` } as CSSProperties) : undefined
      }
      aria-label={TEXTS.details}
      data-details
    >
      {small && (
        <SheetGrip
          heightOf={() => column.current?.offsetHeight ?? 0}
          onHeight={(next) => {
            setFolded(false);
            setHeight(next);
          }}
          onRest={(last) => {
            const rest = restingHeight(last);
            setFolded(rest.folded);
            setHeight(rest.height);
          }}
        />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes["closeDetails"] ?? ""}
        aria-label={TEXTS.closeDetails}
        onClick={close}
      >
        <Icon name="close" />
      </ActionIcon>
      {small && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes["closeDetails"] ?? ""}
          aria-label={folded ? TEXTS.unfoldDetails : TEXTS.foldDetails}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          <Icon name={folded ? "up" : "down"} />
        </ActionIcon>
      )}
      <ErrorBoundary key={formatSelection(selection)}>
        <Suspense fallback={<Waiting />}>
          <panel.component onClose={close} />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}

/** Says how much of the map the sheet of a small screen covers: from below, or on the right of a low screen. */
function useCover(column: RefObject<HTMLElement | null>, small: boolean): void {
  useEffect(() => {
    const element = column.current;
    if (!element || !small) return;
    const { cover } = useOverlay.getState();
    const measure = () => {
      const { offsetWidth, offsetHeight, offsetParent } = element;
      const whole = offsetWidth >= (offsetParent?.clientWidth ?? 0);
      cover(whole ? { bottom: offsetHeight, right: 0 } : { bottom: 0, right: offsetWidth });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      cover({ bottom: 0, right: 0 });
    };
  }, [column, small]);
}
