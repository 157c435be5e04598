/** Whether a key is text. */

const NO_TEXT: ReadonlySet<string> = new Set(["checkbox", "radio", "range", "button"]);

/** True when a key typed at this target is text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}
