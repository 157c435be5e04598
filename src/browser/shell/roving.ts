/**
 * One stop of the Tab key for a group of buttons and checkboxes, which arrow keys, Home and End then walk: the tool bar of the ARIA
 * Authoring Practices. The group has `role="toolbar"`, a name, and `ref={roving}`.
 */

import { stepIn } from "./step-in.ts";

const STOPS = "button, input, a[href]";
/** What is chosen in a group is where Tab enters it. */
const CHOSEN = "[aria-current]";

/** Keeps exactly one control of the group among the stops of the Tab key. Returns what ends that. */
export function roving(group: HTMLElement | null): (() => void) | undefined {
  if (!group) return undefined;
  let current: HTMLElement | null = null;
  const controls = (): readonly HTMLElement[] =>
    [...group.querySelectorAll<HTMLElement>(STOPS)].filter((one) => !one.matches(":disabled"));
  const settle = (wanted: HTMLElement | null): void => {
    const all = controls();
    const chosen = all.find((one) => one.matches(CHOSEN)) ?? all[0] ?? null;
    current = wanted && all.includes(wanted) ? wanted : chosen;
    for (const one of all) {
      const stop = one === current ? 0 : -1;
      if (one.getAttribute("tabindex") !== String(stop)) one.tabIndex = stop;
    }
  };
  const onFocus = ({ target }: FocusEvent): void => settle(target as HTMLElement);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const all = controls();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const rows = all.map((one) => one.closest("li"));
    const next = stepIn(rows, at, event.key);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  const watch = new MutationObserver(() => settle(current));
  watch.observe(group, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
  group.addEventListener("focusin", onFocus);
  group.addEventListener("keydown", onKey);
  settle(null);
  return () => {
    watch.disconnect();
    group.removeEventListener("focusin", onFocus);
    group.removeEventListener("keydown", onKey);
  };
}
