/**
 * Starts the program of the page, which keeps the browser busy for a while, once the picture that came with the page
 * (src/server/first-picture.ts) has been painted. The build puts this in the place of the program's own script.
 */

/** Milliseconds after which the program starts, painted or not: a page in the background paints nothing. */
const PATIENCE_MS = 250;

/** What was ready in one frame is on the screen in the next. */
const painted = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Resolves once the picture is on the screen; at once where none came or none is shown. */
async function pictureShown(): Promise<void> {
  if (!document.getElementById("first-picture")?.checkVisibility()) return;
  await Promise.race([painted(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

const program = document.querySelector<HTMLLinkElement>("link#program");
if (!program) throw new Error("the page does not say where its program is");
await pictureShown();
await import(/* @vite-ignore */ program.href);

// A script without imports is a module only if it says so.
export {};
