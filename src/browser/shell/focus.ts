/** Where the keyboard's focus goes when what had it disappears: never to the page as a whole, from which there is no way on. */

/** A function is asked each time; it says `wait` while what it looks in is still being made. */
type Goal = HTMLElement | string | null | undefined | (() => HTMLElement | "wait" | null);

/** Where to go when nothing better is left. */
const LAST: readonly Goal[] = ["#map", "[role=tab][aria-selected=true]"];
/** Frames to wait for a goal that is still being made, such as the map after nothing matched. */
const PATIENCE = 90;

const isThere = (element: HTMLElement | null): element is HTMLElement =>
  element?.isConnected === true && element.getClientRects().length > 0;

const elementOf = (goal: Goal): HTMLElement | "wait" | null => {
  if (typeof goal === "function") return goal();
  return typeof goal === "string" ? document.querySelector<HTMLElement>(goal) : (goal ?? null);
};

/** True when nothing on the page has the focus. */
const isLost = (): boolean => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
};

/**
 * After the change that is under way: when it took the focus along, gives it to the first of the goals (elements or selectors)
 * that is there, else to the map or the open tab.
 */
export function keepFocus(...goals: readonly Goal[]): void {
  let left = PATIENCE;
  const look = () => {
    if (!isLost()) return;
    const found = [...goals, ...LAST].map(elementOf);
    const goal = found.find((one) => (one === "wait" ? left > 0 : isThere(one)));
    if (goal && goal !== "wait") goal.focus({ preventScroll: true });
    // Once more when React has not yet taken away what has the focus, or nothing is there yet.
    else if (left-- > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
}
