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

/** Names of programs that draw WebGL without a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render/i;

/** Whether a renderer that calls itself so draws without a graphics card. */
export const isSoftware = (renderer: string): boolean => SOFTWARE.test(renderer);

/** Whether WebGL is drawn without a graphics card here, as far as the browser tells. Asks the graphics process: once, at the start. */
export function drawsInSoftware(gl: WebGL2RenderingContext): boolean {
  const known = gl.getExtension("WEBGL_debug_renderer_info");
  return isSoftware(String(gl.getParameter(known ? known.UNMASKED_RENDERER_WEBGL : gl.RENDERER)));
}
