import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSoftware } from "../../../src/browser/map/capability.ts";
import { Frames } from "../../../src/browser/map/frames.ts";
import { isLarge } from "../../../src/browser/map/lines.ts";
import { assemble, composePicture } from "../../../src/browser/map/picture.ts";
import { GRAPH } from "../fixtures.ts";

/** Frames with a screen and a drawing board that are moved on by hand. */
function bench() {
  const log: string[] = [];
  const steps: (() => void)[] = [];
  const state = { done: false, mayDraw: true };
  const frames = new Frames({
    draw: () => {
      log.push(state.mayDraw ? "draw" : "not now");
      return state.mayDraw;
    },
    isDone: () => state.done,
    show: () => log.push("show"),
    later: (step) => steps.push(step),
  });
  /** Paints the screen once: what was to happen before does. */
  const paint = () => {
    for (const step of steps.splice(0)) step();
    log.push("|");
  };
  return { frames, log, state, paint, waiting: () => steps.length };
}

describe("frames drawn behind the screen", () => {
  it("are shown when they are there, and not waited for", () => {
    const { frames, log, state, paint, waiting } = bench();
    frames.ask();
    expect(log).toEqual([]);
    paint();
    paint();
    paint();
    expect(log.join(" ")).toBe("draw | | |");
    state.done = true;
    paint();
    expect(log.join(" ")).toBe("draw | | | show |");
    expect(waiting()).toBe(0);
  });

  it("follow one another, those asked for meanwhile as one", () => {
    const { frames, log, state, paint } = bench();
    frames.ask();
    frames.ask();
    paint();
    frames.ask();
    frames.ask();
    state.done = true;
    paint();
    paint();
    paint();
    paint();
    expect(log.join(" ")).toBe("draw | show | draw | show | |");
  });

  it("never draw and show before the same painting", () => {
    const act = fc.constantFrom("ask", "paint", "done", "busy", "hold", "free", "between", "forget");
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { frames, log, state, paint, waiting } = bench();
        let drawing = false;
        for (const one of acts) {
          const before = log.length;
          if (one === "ask") frames.ask();
          else if (one === "paint") paint();
          else if (one === "done" || one === "busy") state.done = one === "done";
          else if (one === "hold" || one === "free") state.mayDraw = one === "free";
          else if (one === "forget") frames.forget();
          else frames.between(() => log.push("between"));
          const said = log.slice(before);
          if (one === "forget") drawing = false;
          if (said.includes("show")) {
            expect(drawing).toBe(true);
            expect(said).not.toContain("draw");
            drawing = false;
          }
          // What touches the canvases does so while nothing is drawn behind them.
          if (said.includes("between")) expect(drawing).toBe(false);
          if (said.includes("draw")) drawing = true;
        }
        // Nothing that was asked for is lost.
        state.done = true;
        state.mayDraw = true;
        frames.ask();
        const before = log.length;
        for (let left = 0; left < 6; left++) paint();
        expect(log.slice(before).filter((word) => word === "show").length).toBeGreaterThan(0);
        expect(waiting()).toBe(0);
      }),
    );
  });

  it("let others at the canvases when the present one has been shown, or is given up", () => {
    const { frames, log, state, paint } = bench();
    frames.between(() => log.push("first"));
    frames.ask();
    paint();
    frames.between(() => log.push("second"));
    frames.between(() => log.push("third"));
    paint();
    expect(log.join(" ")).toBe("first draw | |");
    state.done = true;
    paint();
    expect(log.join(" ")).toBe("first draw | | show third |");
    state.done = false;
    frames.ask();
    paint();
    frames.between(() => log.push("fourth"));
    frames.forget();
    expect(log.at(-1)).toBe("fourth");
    state.done = true;
    paint();
    expect(log.filter((word) => word === "show")).toHaveLength(1);
  });

  it("begin a step later when the canvases have just changed their size", () => {
    const { frames, log, state, paint } = bench();
    state.mayDraw = false;
    frames.ask();
    paint();
    state.mayDraw = true;
    paint();
    expect(log.join(" ")).toBe("not now | draw |");
  });
});

describe("what is drawn behind the screen", () => {
  it("is what no graphics card draws", () => {
    for (const name of [
      "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
      "llvmpipe (LLVM 15.0.6, 256 bits)",
      "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)",
      "Apple Software Renderer",
    ])
      expect(isSoftware(name)).toBe(true);
    for (const name of [
      "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)",
      "ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)",
      "NVIDIA GeForce GTX 980/PCIe/SSE2",
      "WebKit WebGL",
    ])
      expect(isSoftware(name)).toBe(false);
  });

  it("is large", () => {
    const picture = composePicture(GRAPH, "light", new Map());
    expect(isLarge(picture)).toBe(false);
    const [node] = picture.nodes;
    if (!node) throw new Error("the picture is empty");
    const many = Array.from({ length: 2001 }, (_, at) => ({ ...node, key: `actor:${at}` as const }));
    expect(isLarge(assemble(many, []))).toBe(true);
    expect(isLarge(assemble(many.slice(1), []))).toBe(false);
  });
});
