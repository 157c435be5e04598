/**
 * The two programs by which sigma draws nodes and edges (shaders.ts), as classes over its own base classes, which scene.ts
 * hands in. One pen a scene says what all items share. Every item is a strip of triangles of its own vertices, joined to the
 * next by two of no size: as instances of one strip they would be told apart one by one, which takes a computer without a
 * graphics card about 20 µs each, many times what their vertices take.
 */

import type { EdgeProgram, NodeProgram, ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { EdgeItem, NodeItem } from "./drawn.ts";
import * as shader from "./shaders.ts";

/** What a scene's programs draw with. */
export interface Pen {
  /** Colour of the ground, 0..1. */
  ground: readonly [red: number, green: number, blue: number];
  /** Opacity of what steps back; null = everything is drawn alike. */
  faint: { readonly node: number; readonly edge: number } | null;
  /** No edges for now: there are many, and the camera moves. */
  withoutEdges: boolean;
  /** Lines that step back are not drawn at all: there are so many that they would be a grey ground. */
  withoutFaintEdges: boolean;
}

const UNIFORMS = ["u_matrix", "u_half", "u_sizeRatio", "u_feather", "u_ground", "u_pass", "u_faint"] as const;
const { UNSIGNED_BYTE, FLOAT, TRIANGLE_STRIP } = WebGLRenderingContext;

/** Sets what all items share; `pass` as the shaders read it. */
function setUniforms(
  params: RenderParams,
  { gl, uniformLocations }: ProgramInfo,
  pen: Pen,
  pass: number,
  faint: number,
): void {
  const at = (name: (typeof UNIFORMS)[number]) => uniformLocations[name] ?? null;
  gl.uniformMatrix3fv(at("u_matrix"), false, params.matrix);
  gl.uniform2f(at("u_half"), params.width / 2, params.height / 2);
  gl.uniform1f(at("u_sizeRatio"), params.sizeRatio);
  gl.uniform1f(at("u_feather"), 0.75 / params.pixelRatio);
  gl.uniform3f(at("u_ground"), ...pen.ground);
  gl.uniform1f(at("u_pass"), pass);
  gl.uniform1f(at("u_faint"), faint);
}

/** The passes of a frame: one without an emphasis, else what steps back and then what stands out. */
const passesOf = ({ faint }: Pen): readonly number[] => (faint === null ? [-1] : [0, 1]);

/** The points of a strip, the first and the last twice: so strips of several items are one. */
const joined = (strip: readonly (readonly number[])[]): readonly (readonly number[])[] => [
  ...strip.slice(0, 1),
  ...strip,
  ...strip.slice(-1),
];

/** Writes an item's own numbers and each point of its strip, one vertex after the other. */
function writeStrip(
  array: Float32Array,
  start: number,
  own: readonly number[],
  strip: readonly (readonly number[])[],
): void {
  let at = start;
  for (const point of strip) {
    for (let i = 0; i < own.length; i++) array[at++] = own[i] as number;
    for (let i = 0; i < point.length; i++) array[at++] = point[i] as number;
  }
}

const CORNERS = joined([
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
]);

/** The program for nodes. */
export const shapeProgram = (Base: typeof NodeProgram, pen: Pen) =>
  class ShapeProgram extends Base {
    #pass = -1;

    getDefinition() {
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: shader.NODE_VERTEX,
        FRAGMENT_SHADER_SOURCE: shader.NODE_FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_look", size: 3, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_corner", size: 2, type: FLOAT },
        ],
      };
    }

    processVisibleItem(_: number, start: number, data: NodeDisplayData) {
      const { code, paint, stands } = data as NodeDisplayData & NodeItem;
      const size = stands ? -data.size : data.size;
      writeStrip(this.array, start, [data.x, data.y, size, code[0], code[1], paint], CORNERS);
    }

    setUniforms(params: RenderParams, program: ProgramInfo) {
      setUniforms(params, program, pen, this.#pass, pen.faint?.node ?? 1);
    }

    override renderProgram(params: RenderParams, program: ProgramInfo) {
      for (const pass of passesOf(pen)) {
        this.#pass = pass;
        super.renderProgram(params, program);
      }
    }

    override render(params: RenderParams) {
      // What lies under the pointer is found otherwise (hit.ts).
      this.pickProgram = null;
      super.render(params);
    }
  };

/** The program for edges along a strip (shaders.ts). */
export function lineProgram(Base: typeof EdgeProgram, pen: Pen, points: readonly (readonly number[])[]) {
  const strip = joined(points);
  return class LineProgram extends Base {
    #pass = -1;

    getDefinition() {
      return {
        VERTICES: strip.length,
        VERTEX_SHADER_SOURCE: shader.EDGE_VERTEX,
        FRAGMENT_SHADER_SOURCE: shader.EDGE_FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_style", size: 4, type: FLOAT },
          { name: "a_radii", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_strip", size: 3, type: FLOAT },
        ],
      };
    }

    processVisibleItem(
      _: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const { step, line, marks, paint, stands } = data as EdgeDisplayData & EdgeItem;
      const size = stands ? -data.size : data.size;
      const own = [source.x, source.y, target.x, target.y, size, step, line, marks, source.size, target.size];
      writeStrip(this.array, start, [...own, paint], strip);
    }

    setUniforms(params: RenderParams, program: ProgramInfo) {
      setUniforms(params, program, pen, this.#pass, pen.faint?.edge ?? 1);
    }

    override renderProgram(params: RenderParams, program: ProgramInfo) {
      for (const pass of passesOf(pen)) {
        if (pass === 0 && pen.withoutFaintEdges) continue;
        this.#pass = pass;
        super.renderProgram(params, program);
      }
    }

    override render(params: RenderParams) {
      this.pickProgram = null;
      if (!pen.withoutEdges) super.render(params);
    }
  };
}
