/** What the browser can do and what the reader wants, asked before anything is drawn. */

let webgl: boolean | null = null;

/** True when WebGL 2 works here; tried once, on a canvas that is thrown away. */
export function hasWebgl2(): boolean {
  if (webgl === null) {
    try {
      const context = document.createElement("canvas").getContext("webgl2");
      webgl = context !== null;
      context?.getExtension("WEBGL_lose_context")?.loseContext();
    } catch {
      webgl = false;
    }
  }
  return webgl;
}

/** True when the reader asked the system for less motion. */
export const wantsStillness = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
