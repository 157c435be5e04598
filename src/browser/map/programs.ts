/**
 * The two programs by which sigma draws nodes and edges (shaders.ts), as classes over its own base classes, which scene.ts
 * hands in. One pen a scene says what all items share.
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
  /** Whether edges can be hit by the pointer. */
  hitEdges: boolean;
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

/** The passes of a frame: one without an emphasis and for the hit test, else what steps back and then what stands out. */
const passesOf = (pen: Pen, { isPicking }: ProgramInfo): readonly number[] =>
  pen.faint === null || isPicking ? [-1] : [0, 1];

/** The program for nodes. */
export const shapeProgram = (Base: typeof NodeProgram, pen: Pen) =>
  class ShapeProgram extends Base {
    #pass = -1;

    getDefinition() {
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: shader.NODE_VERTEX,
        FRAGMENT_SHADER_SOURCE: shader.NODE_FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_look", size: 3, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [[-1, -1], [1, -1], [-1, 1], [1, 1]], // biome-ignore format: a table
      };
    }

    processVisibleItem(index: number, start: number, data: NodeDisplayData) {
      const { code, paint, stands } = data as NodeDisplayData & NodeItem;
      const { array } = this;
      array[start] = data.x;
      array[start + 1] = data.y;
      array[start + 2] = stands ? -data.size : data.size;
      array[start + 3] = code[0];
      array[start + 4] = code[1];
      array[start + 5] = paint;
      array[start + 6] = index;
    }

    setUniforms(params: RenderParams, program: ProgramInfo) {
      setUniforms(params, program, pen, this.#pass, pen.faint?.node ?? 1);
    }

    override renderProgram(params: RenderParams, program: ProgramInfo) {
      for (const pass of passesOf(pen, program)) {
        this.#pass = pass;
        super.renderProgram(params, program);
      }
    }
  };

/** The program for edges along a strip (shaders.ts). */
export const lineProgram = (Base: typeof EdgeProgram, pen: Pen, strip: number[][]) =>
  class LineProgram extends Base {
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
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_strip", size: 3, type: FLOAT }],
        CONSTANT_DATA: strip,
      };
    }

    processVisibleItem(
      index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const { step, line, marks, paint, stands } = data as EdgeDisplayData & EdgeItem;
      const { array } = this;
      array[start] = source.x;
      array[start + 1] = source.y;
      array[start + 2] = target.x;
      array[start + 3] = target.y;
      array[start + 4] = stands ? -data.size : data.size;
      array[start + 5] = step;
      array[start + 6] = line;
      array[start + 7] = marks;
      array[start + 8] = source.size;
      array[start + 9] = target.size;
      array[start + 10] = paint;
      array[start + 11] = index;
    }

    setUniforms(params: RenderParams, program: ProgramInfo) {
      setUniforms(params, program, pen, this.#pass, pen.faint?.edge ?? 1);
    }

    override renderProgram(params: RenderParams, program: ProgramInfo) {
      for (const pass of passesOf(pen, program)) {
        this.#pass = pass;
        super.renderProgram(params, program);
      }
    }

    override render(params: RenderParams) {
      if (pen.withoutEdges) return;
      const picking = this.pickProgram;
      // Where edges cannot be hit, drawing them for the hit test is wasted.
      if (!pen.hitEdges) this.pickProgram = null;
      super.render(params);
      this.pickProgram = picking;
    }
  };
