/** Whether a pointer is held down, so that nothing is moved between a press and its release: that would undo the click. */

let held = false;

if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (held = true), { capture: true });
  for (const end of ["pointerup", "pointercancel"] as const)
    window.addEventListener(end, () => (held = false), { capture: true });
}

/** Runs at once, or when the press that is under way has ended and its click has been given out. */
export function afterPress(run: () => void): void {
  if (!held) {
    run();
    return;
  }
  const end = () => {
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    setTimeout(run, 0);
  };
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}
