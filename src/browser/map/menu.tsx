/** A menu at a point of the page: arrows, Home, End and first letters move, Enter and Space choose, Escape and Tab leave (WAI-ARIA menu pattern). */

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Point } from "./lasso.ts";
import classes from "./menu.module.css";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where it opens, in pixels of the page; it is moved so far that it is whole. */
  readonly at: Point;
  /** Called after a choice and on leaving; the focus is the caller's. */
  readonly onClose: () => void;
}

/** Room in pixels between the menu and the edge of the page. */
const MARGIN = 8;

export function Menu({ label, items, at, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);
  const close = useRef(onClose);
  close.current = onClose;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in the menu decides how large it is
  useLayoutEffect(() => {
    const { offsetWidth = 0, offsetHeight = 0 } = list.current ?? {};
    setPlace({
      x: Math.max(MARGIN, Math.min(at.x, window.innerWidth - offsetWidth - MARGIN)),
      y: Math.max(MARGIN, Math.min(at.y, window.innerHeight - offsetHeight - MARGIN)),
    });
  }, [at, items.length]);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const leave = (event: PointerEvent) => {
      if (!(event.target instanceof Node && list.current?.contains(event.target))) close.current();
    };
    const gone = () => close.current();
    window.addEventListener("pointerdown", leave, true);
    window.addEventListener("resize", gone);
    window.addEventListener("wheel", gone, { passive: true });
    return () => {
      window.removeEventListener("pointerdown", leave, true);
      window.removeEventListener("resize", gone);
      window.removeEventListener("wheel", gone);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const now = buttons.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => buttons[(to + buttons.length) % buttons.length]?.focus();
    event.stopPropagation();
    if (event.key === "ArrowDown") go(now + 1);
    else if (event.key === "ArrowUp") go(now - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(-1);
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (/^\p{L}$/u.test(event.key)) {
      const begins = (button: HTMLElement) =>
        button.textContent?.toLowerCase().startsWith(event.key.toLowerCase());
      const rest = [...buttons.slice(now + 1), ...buttons.slice(0, now + 1)];
      rest.find(begins)?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="menu"
      aria-label={label}
      className={classes["menu"]}
      style={{ left: place.x, top: place.y }}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {items.map(({ id, label: words, run }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classes["item"]}
          onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
          onClick={() => {
            onClose();
            run();
          }}
        >
          <bdi>{words}</bdi>
        </button>
      ))}
    </div>
  );
}
