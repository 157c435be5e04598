/**
 * The map in WebGL, and the only file that imports sigma. Sigma draws nodes and edges by the two programs below, moves the
 * camera and finds what lies under the pointer; labels, rings and signs are ours (label-layer.ts). Keys inside sigma are
 * made up here, because it keeps them in plain objects.
 */

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeProgram, NodeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { growth } from "../../formats/svg/strokes.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { Target } from "../state/pointer.ts";
import {
  bringIntoSight,
  clampScale,
  fitSight,
  lookAt,
  NO_PADDING,
  type Padding,
  type Sight,
} from "./camera.ts";
import { channels, type EdgeItem, edgeItem, type NodeItem, nodeItem, paintEdge, paintNode } from "./drawn.ts";
import type { MapProps } from "./handle.ts";
import { drawLabels } from "./label-layer.ts";
import { assemble, byImportance, type Picture, type PictureEdge, type PictureNode } from "./picture.ts";
import * as shader from "./shaders.ts";

type Program = { gl: WebGLRenderingContext; uniformLocations: Record<string, WebGLUniformLocation> };

/** Colour of the ground, which both programs need and sigma does not pass. */
const ground = { rgb: [1, 1, 1] as [number, number, number] };
const UNIFORMS = ["u_matrix", "u_half", "u_sizeRatio", "u_feather", "u_ground"] as const;
const { UNSIGNED_BYTE, FLOAT, TRIANGLE_STRIP } = WebGLRenderingContext;

function setUniforms(params: RenderParams, { gl, uniformLocations }: Program): void {
  const at = (name: (typeof UNIFORMS)[number]) => uniformLocations[name] ?? null;
  gl.uniformMatrix3fv(at("u_matrix"), false, params.matrix);
  gl.uniform2f(at("u_half"), params.width / 2, params.height / 2);
  gl.uniform1f(at("u_sizeRatio"), params.sizeRatio);
  gl.uniform1f(at("u_feather"), 0.75 / params.pixelRatio);
  gl.uniform3f(at("u_ground"), ...ground.rgb);
}

class ShapeProgram extends NodeProgram {
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
    const { code } = data as NodeDisplayData & NodeItem;
    this.array.set([data.x, data.y, data.size, code[0], code[1], floatColor(data.color), index], start);
  }

  setUniforms(params: RenderParams, program: Program) {
    setUniforms(params, program);
  }
}

/** The program for edges along a strip (shaders.ts). */
const edgeProgram = (strip: number[][]) =>
  class LineProgram extends EdgeProgram {
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
      const { step, line, marks } = data as EdgeDisplayData & EdgeItem;
      this.array.set(
        [source.x, source.y, target.x, target.y, data.size, step, line, marks, source.size, target.size],
        start,
      );
      this.array[start + 10] = floatColor(data.color);
      this.array[start + 11] = index;
    }

    setUniforms(params: RenderParams, program: Program) {
      setUniforms(params, program);
    }

    override render(params: RenderParams) {
      const picking = this.pickProgram;
      // Where edges cannot be hit, drawing them for the hit test is wasted.
      if (!this.renderer.getSetting("enableEdgeEvents")) this.pickProgram = null;
      super.render(params);
      this.pickProgram = picking;
    }
  };

/** Sides of the square that sigma maps to its unit square: fixed, so that the camera keeps its meaning when nodes change. */
const SQUARE = 2000;
/** Above these numbers edges are hidden while the camera moves, and cannot be hovered or clicked. */
const MANY_TO_MOVE = 2000;
const MANY_TO_HIT = 6000;

type SceneEvents = Pick<MapProps, "onPoint" | "onPick" | "onOpen" | "onPin">;
type SceneLook = Pick<MapProps, "theme" | "emphasis" | "rings">;

/** One map in one element. Coordinates are the picture's: pixels at scale 1, y upwards. */
export class Scene {
  readonly #sigma: Sigma;
  readonly #events: SceneEvents;
  readonly #still: () => boolean;
  readonly #labels: CanvasRenderingContext2D;
  #picture: Picture = assemble([], []);
  #order: readonly PictureNode[] = [];
  #look: SceneLook = { theme: "light", emphasis: null, rings: [] };
  #padding: Padding = NO_PADDING;
  #moved = false;
  /** What the camera was last fitted to: some nodes, or everything; fitted again while the reader has not moved it. */
  #fitted: ReadonlySet<string> | null = null;
  /** Where a running move of the camera ends. */
  #aim: Sight | null = null;
  #dragged: { readonly key: string; moved: boolean } | null = null;
  #dropped = false;
  #labelled: ReadonlySet<string> = new Set();

  /** @throws when WebGL 2 is missing: test first. `still` says whether the reader wants no animation. */
  constructor(container: HTMLElement, events: SceneEvents, still: () => boolean) {
    this.#events = events;
    this.#still = still;
    const graph = new MultiDirectedGraph();
    this.#sigma = new Sigma(graph, container, {
      allowInvalidContainer: true,
      autoRescale: false,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: true,
      zIndex: true,
      defaultNodeType: "shape",
      defaultEdgeType: "straight",
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: {
        straight: edgeProgram(shader.edgeStrip(1)),
        bent: edgeProgram(shader.edgeStrip(6)),
      },
      defaultDrawNodeHover: () => {},
      zoomToSizeRatioFunction: (ratio) => 1 / growth(this.#scaleAt(ratio)),
      doubleClickZoomingRatio: 1,
      nodeReducer: (_, data) => ({ ...data, ...paintNode((data as NodeItem).node, this.#look.emphasis) }),
      edgeReducer: (_, data) => ({ ...data, ...paintEdge((data as EdgeItem).edge, this.#look.emphasis) }),
    });
    this.#sigma.setCustomBBox({ x: [-SQUARE / 2, SQUARE / 2], y: [-SQUARE / 2, SQUARE / 2] });
    this.#sigma.createCanvasContext("names", { style: { pointerEvents: "none" } });
    this.#sigma.resize(true);
    const canvas = this.#sigma.getCanvases()["names"] as HTMLCanvasElement;
    this.#labels = canvas.getContext("2d") as CanvasRenderingContext2D;
    this.#sigma.refresh();
    this.#listen();
  }

  /** Keys of the nodes with a label on the screen now. */
  get labelled(): ReadonlySet<string> {
    return this.#labelled;
  }

  /** Shows another picture; `refit` moves the camera to show all of it, or only some nodes. */
  setPicture(picture: Picture, refit: boolean, around: ReadonlySet<string> | null): void {
    this.#picture = picture;
    this.#order = byImportance(picture);
    const graph = new MultiDirectedGraph();
    for (const node of picture.nodes) graph.addNode(node.key, nodeItem(node));
    picture.edges.forEach((edge, at) => {
      graph.addEdgeWithKey(`e${at}`, edge.source, edge.target, edgeItem(picture, edge));
    });
    this.#sigma.setSettings({
      hideEdgesOnMove: picture.edges.length > MANY_TO_MOVE,
      enableEdgeEvents: picture.edges.length <= MANY_TO_HIT,
    });
    this.#sigma.setGraph(graph);
    if (refit) this.fit(false, around ?? undefined);
  }

  /** Changes colours and what stands out, without touching places. */
  setLook(look: SceneLook): void {
    const repaint = look.theme !== this.#look.theme || look.emphasis !== this.#look.emphasis;
    this.#look = look;
    ground.rgb = channels(PALETTES[look.theme].background);
    if (repaint) this.#sigma.refresh({ skipIndexation: true, schedule: true });
    else this.#sigma.scheduleRender();
  }

  /** The parts of the map that something lies over; what is to be seen moves out from under them. */
  setPadding(padding: Padding, held: ReadonlySet<string> | null): void {
    this.#padding = padding;
    this.#settle(held);
  }

  /** Shows everything, or only some nodes. */
  fit(animated: boolean, keys?: ReadonlySet<string>): void {
    const nodes = keys ? this.#picture.nodes.filter(({ key }) => keys.has(key)) : this.#picture.nodes;
    this.#moved = false;
    this.#fitted = keys ?? null;
    this.#go(fitSight(nodes, this.#sigma.getDimensions(), this.#padding), animated);
  }

  /** Brings these nodes in sight; does nothing when they are. One alone is moved there without a change of scale. */
  show(keys: ReadonlySet<string>, animated = true): void {
    const sight = this.#sight();
    const size = this.#sigma.getDimensions();
    const nodes = this.#picture.nodes.filter(({ key }) => keys.has(key));
    const wanted = nodes.map((node) => bringIntoSight(node, sight, size, this.#padding));
    if (wanted.every((move) => move === null)) return;
    if (wanted.length === 1 && wanted[0]) this.#go(wanted[0], animated);
    else this.fit(animated, keys);
  }

  /** Enlarges (above 1) or reduces around the middle. */
  zoom(factor: number): void {
    this.#moved = true;
    const sight = this.#sight();
    this.#go({ ...sight, scale: clampScale(sight.scale * factor) }, true);
  }

  /** Puts a node into the middle, large enough to read what is around it. */
  flyTo(key: string): void {
    const node = this.#picture.nodeByKey.get(key);
    if (!node) return;
    this.#moved = true;
    this.#go(lookAt(node, Math.max(this.#sight().scale, 0.8), this.#padding), true);
  }

  /** Moves just so far that a node or edge is in the free part of the map. */
  reveal(target: Target): void {
    const point = this.#placeOf(target);
    const sight = point && bringIntoSight(point, this.#sight(), this.#sigma.getDimensions(), this.#padding);
    if (sight) this.#go(sight, true);
  }

  /** The element changed its size: shows again what it was fitted to, unless the reader has moved the camera. */
  resized(held: ReadonlySet<string> | null): void {
    const sight = this.#sight();
    this.#sigma.resize();
    if (this.#moved) this.#go(sight, false);
    this.#settle(held);
    this.#sigma.refresh();
  }

  #settle(held: ReadonlySet<string> | null): void {
    if (!this.#moved) this.fit(false, this.#fitted ?? undefined);
    if (held) this.show(held, false);
  }

  kill(): void {
    this.#sigma.kill();
  }

  #placeOf(target: Target): { readonly x: number; readonly y: number } | null {
    const { nodeByKey, edgeByKey } = this.#picture;
    if (target.type === "node") return nodeByKey.get(target.key) ?? null;
    const edge = edgeByKey.get(target.key);
    const from = edge && nodeByKey.get(edge.source);
    const to = edge && nodeByKey.get(edge.target);
    return from && to ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } : null;
  }

  /** Screen pixels per unit of the picture at a ratio of sigma's camera. */
  #scaleAt(ratio: number): number {
    const { width, height } = this.#sigma?.getDimensions() ?? { width: 1, height: 1 };
    return Math.max(1, Math.min(width, height)) / SQUARE / ratio;
  }

  /** What the map shows, or is about to show when a move is under way. */
  #sight(): Sight {
    if (this.#aim && this.#sigma.getCamera().isAnimated()) return this.#aim;
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return { x: (x - 0.5) * SQUARE, y: (y - 0.5) * SQUARE, scale: this.#scaleAt(ratio) };
  }

  #go({ x, y, scale }: Sight, animated: boolean): void {
    const state = {
      x: x / SQUARE + 0.5,
      y: y / SQUARE + 0.5,
      ratio: this.#scaleAt(1) / scale,
      angle: 0,
    };
    const camera = this.#sigma.getCamera();
    this.#aim = { x, y, scale };
    const jump = !animated || this.#still();
    // Only another animation ends one that is under way.
    if (jump && !camera.isAnimated()) camera.setState(state);
    else void camera.animate(state, { duration: jump ? 1 : 350, easing: "cubicInOut" });
  }

  /** Where a node is now: under the pointer while it is dragged. */
  #now(node: PictureNode): { readonly x: number; readonly y: number } {
    if (node.key !== this.#dragged?.key) return node;
    const { x, y } = this.#sigma.getGraph().getNodeAttributes(node.key);
    return { x: x as number, y: y as number };
  }

  #drawLabels(): void {
    const { width, height } = this.#sigma.getDimensions();
    const scale = this.#scaleAt(this.#sigma.getCamera().ratio);
    const factor = growth(scale);
    this.#labelled = drawLabels(this.#labels, {
      picture: this.#picture,
      order: this.#order,
      ...this.#look,
      width,
      height,
      covered: this.#padding.right,
      scale,
      place: (node) => ({ ...this.#sigma.graphToViewport(this.#now(node)), radius: node.size * factor }),
    });
    this.#sigma.getContainer().dataset["labels"] = String(this.#labelled.size);
  }

  #listen(): void {
    const sigma = this.#sigma;
    const edgeOf = (key: string) => (sigma.getGraph().getEdgeAttribute(key, "edge") as PictureEdge).key;
    sigma.on("afterRender", () => this.#drawLabels());
    sigma.on("enterNode", ({ node }) => this.#events.onPoint({ type: "node", key: node }));
    sigma.on("leaveNode", () => this.#events.onPoint(null));
    sigma.on("enterEdge", ({ edge }) => this.#events.onPoint({ type: "edge", key: edgeOf(edge) }));
    sigma.on("leaveEdge", () => this.#events.onPoint(null));
    // The click that ends a drag is none.
    const pick = (target: Target | null) => {
      if (!this.#dropped) this.#events.onPick(target);
    };
    sigma.on("clickNode", ({ node }) => pick({ type: "node", key: node }));
    sigma.on("clickEdge", ({ edge }) => pick({ type: "edge", key: edgeOf(edge) }));
    sigma.on("clickStage", () => pick(null));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.#events.onOpen(node);
    });
    sigma.on("doubleClickStage", ({ preventSigmaDefault }) => preventSigmaDefault());
    sigma.on("wheelStage", () => {
      this.#moved = true;
    });
    sigma.on("downNode", ({ node, event }) => {
      // A finger on a node pans the map: small screens are full of nodes.
      if (event.original instanceof MouseEvent && event.original.button === 0)
        this.#dragged = { key: node, moved: false };
    });
    sigma.on("downStage", () => {
      this.#moved = true;
    });
    sigma.on("moveBody", ({ event }) => {
      if (!this.#dragged) return;
      this.#dragged.moved = true;
      this.#dropped = true;
      sigma.getGraph().mergeNodeAttributes(this.#dragged.key, sigma.viewportToGraph(event));
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = () => {
      const dragged = this.#dragged;
      this.#dragged = null;
      this.#dropped = dragged?.moved === true;
      if (!dragged?.moved) return;
      const { x, y } = sigma.getGraph().getNodeAttributes(dragged.key);
      this.#events.onPin(dragged.key, { x: x as number, y: y as number });
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
  }
}
