/**
 * Large pictures where no graphics card draws them: the browser's own drawing takes a tenth of a second and more, and at the end
 * of a task that has changed a canvas the page waits for it. So frames are drawn into a buffer behind the canvas, nobody waits,
 * and when one is there it is copied to the canvas, which takes some milliseconds.
 */

import type Sigma from "sigma";
import type { ProgramInfo } from "sigma/rendering";
import { drawsInSoftware } from "./capability.ts";
import { Frames } from "./frames.ts";

/** What sigma does for a frame, taken over here. */
interface Inner {
  render(): Sigma;
  clear(): Sigma;
  process(): Sigma;
  renderHighlightedNodes(): void;
  scheduleHighlightedNodesRender(): void;
  needToProcess: boolean;
  readonly webGLContexts: Readonly<Record<"nodes" | "edges", WebGL2RenderingContext>>;
  readonly nodePrograms: Programs;
  readonly edgePrograms: Programs;
  readonly pickingLayers: Set<string>;
  readonly hoveredNode: string | null;
}

type Programs = Readonly<Record<string, { readonly normalProgram?: ProgramInfo }>>;

/** Milliseconds after which a frame is shown, whatever is said of it. */
const LONGEST_MS = 5000;

/** A canvas and the buffer behind it. */
class Sheet {
  readonly gl: WebGL2RenderingContext;
  readonly buffer: WebGLFramebuffer;
  readonly #pixels: WebGLRenderbuffer;
  #width = 0;
  #height = 0;
  #fence: WebGLSync | null = null;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
    this.buffer = gl.createFramebuffer();
    this.#pixels = gl.createRenderbuffer();
  }

  /** Empties the buffer, and makes it as large as the canvas. */
  clear(): void {
    const { gl } = this;
    const { width, height } = gl.canvas;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.buffer);
    if (width !== this.#width || height !== this.#height) {
      gl.bindRenderbuffer(gl.RENDERBUFFER, this.#pixels);
      gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGBA8, width, height);
      gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.RENDERBUFFER, this.#pixels);
      this.#width = width;
      this.#height = height;
    }
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  /** All that the buffer will hold has been ordered. */
  end(): void {
    const { gl } = this;
    gl.deleteSync(this.#fence);
    this.#fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }

  /** Whether the buffer holds it; does not wait. */
  isDone(): boolean {
    const { gl } = this;
    return (
      !this.#fence || gl.isContextLost() || gl.getSyncParameter(this.#fence, gl.SYNC_STATUS) === gl.SIGNALED
    );
  }

  /** Copies the buffer to the canvas, middle on middle. */
  show(): void {
    const { gl } = this;
    if (this.#width === 0) return;
    const { width, height } = gl.canvas;
    const left = Math.round((width - this.#width) / 2);
    const low = Math.round((height - this.#height) / 2);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.buffer);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(
      0,
      0,
      this.#width,
      this.#height,
      left,
      low,
      left + this.#width,
      low + this.#height,
      gl.COLOR_BUFFER_BIT,
      gl.NEAREST,
    );
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }
}

/** What is drawn by sigma's programs, and what the page draws over it. */
interface Layers<Look> {
  /** Whether there is so much to draw that it matters. */
  isLarge(): boolean;
  /** What the camera shows now. */
  look(): Look;
  /** Whether another picture has come since. */
  isPast(look: Look): boolean;
  /** Draws all that is not sigma's, as it is to be seen beside a frame drawn under that look. */
  draw(look: Look): void;
}

/** Draws one sigma's frames behind its canvases where that is better; else sigma draws them as ever. */
export class Behind<Look> {
  readonly #inner: Inner;
  readonly #sheets: readonly Sheet[];
  readonly #frames: Frames;
  /** Under what the frame was drawn that is seen, or that comes next; null when sigma drew the last. */
  #seen: Look | null = null;
  #next: Look | null = null;
  #since = 0;
  /** Whether what is ordered now goes into the buffers. */
  #isBehind = false;
  #isHovered = false;
  #isResized = false;
  /** Whether the last frame was passed over. */
  #isPassed = false;
  #isDead = false;

  constructor(sigma: Sigma, layers: Layers<Look>) {
    const inner = sigma as unknown as Inner;
    this.#inner = inner;
    this.#sheets = (["nodes", "edges"] as const).map((layer) => new Sheet(inner.webGLContexts[layer]));
    const isSlow = drawsInSoftware(inner.webGLContexts.nodes);
    const applies = () => isSlow && layers.isLarge();
    // Sigma would make new buffers for finding what is under the pointer at each frame.
    inner.pickingLayers.clear();
    const render = inner.render.bind(sigma);
    const clear = inner.clear.bind(sigma);
    const highlight = inner.renderHighlightedNodes.bind(sigma);
    const scheduleHighlight = inner.scheduleHighlightedNodesRender.bind(sigma);
    const show = (look: Look) => {
      for (const sheet of this.#sheets) sheet.show();
      // The node under the pointer has a canvas of its own, which is left alone while it stays empty.
      if (inner.hoveredNode !== null || this.#isHovered) highlight();
      this.#isHovered = inner.hoveredNode !== null;
      layers.draw(look);
      this.#seen = look;
    };
    this.#frames = new Frames({
      draw: () => {
        this.#isResized = false;
        sigma.resize();
        if (this.#isResized) return false;
        this.#redirect(true);
        render();
        this.#redirect(false);
        this.#next = layers.look();
        this.#since = performance.now();
        return true;
      },
      isDone: () =>
        this.#sheets.every((sheet) => sheet.isDone()) || performance.now() - this.#since > LONGEST_MS,
      show: () => {
        if (this.#next === null) return;
        // The frame before stays until that of the new picture is there; but not for ever, should pictures follow fast.
        this.#isPassed = !this.#isPassed && layers.isPast(this.#next);
        if (!this.#isPassed) show(this.#next);
      },
      later: (step) => requestAnimationFrame(() => this.#isDead || step()),
    });
    inner.render = () => {
      if (!applies()) {
        this.#seen = null;
        this.#isHovered = true;
        this.#frames.forget();
        return render();
      }
      // Whoever changes single items next needs them to have their places.
      if (inner.needToProcess) inner.process();
      inner.needToProcess = false;
      this.#frames.ask();
      return sigma;
    };
    inner.clear = () => {
      if (!this.#isBehind) return clear();
      for (const sheet of this.#sheets) sheet.clear();
      return sigma;
    };
    inner.renderHighlightedNodes = () => this.#isBehind || highlight();
    inner.scheduleHighlightedNodesRender = () => (applies() ? this.#frames.ask() : scheduleHighlight());
    sigma.on("afterRender", () => this.#isBehind || layers.draw(layers.look()));
    // Canvases lose what they showed with their size.
    sigma.on("resize", () => {
      this.#isResized = true;
      if (this.#seen !== null) show(this.#seen);
    });
  }

  /** Does something to the canvases while no frame is being drawn behind them: now, or soon. */
  between(act: () => void): void {
    this.#frames.between(act);
  }

  kill(): void {
    this.#isDead = true;
  }

  /** Has sigma's programs draw into the buffers, or on the canvases again. */
  #redirect(isBehind: boolean): void {
    const { nodePrograms, edgePrograms } = this.#inner;
    this.#isBehind = isBehind;
    if (!isBehind) for (const sheet of this.#sheets) sheet.end();
    for (const { normalProgram } of [...Object.values(nodePrograms), ...Object.values(edgePrograms)]) {
      // Sigma has others of its own, made of several, which draw nothing here.
      if (!normalProgram) continue;
      const sheet = this.#sheets.find(({ gl }) => gl === normalProgram.gl);
      normalProgram.frameBuffer = (isBehind && sheet?.buffer) || null;
    }
  }
}
