/**
 * The map in WebGL, and the only file that imports sigma. Sigma draws nodes and edges by our programs (programs.ts), moves the
 * camera and finds what lies under the pointer; labels, rings, signs (label-layer.ts) and groups (hull-layer.ts) are ours.
 */

import type Graph from "graphology-types";
import Sigma from "sigma";
import { EdgeProgram, NodeProgram } from "sigma/rendering";
import type { PlacedLabel } from "../../formats/svg/occupied.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { Target } from "../state/pointer.ts";
import { Behind } from "./behind.ts";
import {
  bringAllIntoSight,
  bringIntoSight,
  clampScale,
  fitPart,
  fitSight,
  lookAt,
  NO_PADDING,
  onScreen,
  type Padding,
  type Sight,
  type Size,
  withMargin,
} from "./camera.ts";
import { channels } from "./drawn.ts";
import { faintness } from "./emphasis.ts";
import type { MapProps, Where } from "./handle.ts";
import { edgeAt, nodeAt } from "./hit.ts";
import { inside, type Point } from "./lasso.ts";
import { isLarge, isThinned, mainLines } from "./lines.ts";
import { assemble, byImportance, extent, type Picture, type PictureNode } from "./picture.ts";
import { lineProgram, type Pen, shapeProgram } from "./programs.ts";
import { type Gestures, listen } from "./scene-gestures.ts";
import { SceneGraph, type Touched } from "./scene-graph.ts";
import * as shader from "./shaders.ts";
import { drawShot, type Paper, placerOf, type SceneLook, type Shot } from "./shot.ts";
import { sizeFactor } from "./sizes.ts";

/** Sides of the square that sigma maps to its unit square: fixed, so that the camera keeps its meaning when nodes change. */
const SQUARE = 2000;
/** Above this number edges are hidden while the camera moves. */
const MANY_TO_MOVE = 2000;
/** Milliseconds without a move of the camera after which it has come to rest. */
const REST_MS = 120;

export type SceneEvents = Pick<MapProps, "onPoint" | "onPick" | "onOpen" | "onPin"> &
  Required<Pick<MapProps, "onMenu" | "onCamera" | "onSight">>;

/** One map in one element. Coordinates are the picture's: pixels at scale 1, y upwards. */
export class Scene {
  readonly #sigma: Sigma;
  readonly #behind: Behind<Shot>;
  readonly #still: () => boolean;
  readonly #events: SceneEvents;
  readonly #gestures: Gestures;
  readonly #canvases: Pick<Paper, "ground" | "lines" | "names">;
  readonly #pen: Pen = { ground: [1, 1, 1], faint: null, withoutEdges: false, withoutFaintEdges: false };
  #picture: Picture = assemble([], []);
  #graph = new SceneGraph(this.#picture, null);
  #order: readonly PictureNode[] = [];
  #look: SceneLook = { theme: "light", emphasis: null, rings: [], groups: [], over: [] };
  #padding: Padding = NO_PADDING;
  /** The same with what lies over the map for a while. */
  #covered: Padding = NO_PADDING;
  /** Whether the reader has moved the camera since it was fitted. */
  #moved = false;
  /** What the camera was last fitted to: some nodes, or everything; fitted again while the reader has not moved it. */
  #fitted: ReadonlySet<string> | null = null;
  /** Where a running move of the camera ends. */
  #aim: Sight | null = null;
  /** Whether the camera is being set down elsewhere, which is no movement to follow with the eye. */
  #isSetDown = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #labels: readonly PlacedLabel[] = [];

  /** @throws when WebGL 2 is missing: test first. `still` says whether the reader wants no animation. */
  constructor(container: HTMLElement, events: SceneEvents, still: () => boolean) {
    this.#events = events;
    this.#still = still;
    this.#sigma = new Sigma(this.#graph as unknown as Graph, container, {
      allowInvalidContainer: true,
      autoRescale: false,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: true,
      defaultNodeType: "shape",
      defaultEdgeType: "straight",
      nodeProgramClasses: { shape: shapeProgram(NodeProgram, this.#pen) },
      edgeProgramClasses: {
        straight: lineProgram(EdgeProgram, this.#pen, shader.edgeStrip(1)),
        bent: lineProgram(EdgeProgram, this.#pen, shader.edgeStrip(6)),
      },
      defaultDrawNodeHover: () => {},
      zoomToSizeRatioFunction: (ratio) => 1 / sizeFactor(this.#picture.nodes, this.#scaleAt(ratio)),
      doubleClickZoomingRatio: 1,
    });
    this.#sigma.setCustomBBox({ x: [-SQUARE / 2, SQUARE / 2], y: [-SQUARE / 2, SQUARE / 2] });
    this.#findByArithmetic();
    this.#canvases = {
      ground: this.#canvas("groups", { beforeLayer: "edges" }),
      lines: this.#canvas("lines", {}),
      names: this.#canvas("names", {}),
    };
    this.#sigma.resize(true);
    this.#sigma.refresh();
    this.#behind = new Behind(this.#sigma, {
      isLarge: () => isLarge(this.#picture),
      look: () => this.#shot(),
      isPast: ({ graph }) => graph !== this.#graph,
      draw: (shot) => this.#drawLayers(shot),
    });
    this.#sigma.getCamera().on("updated", () => this.#onCamera());
    this.#gestures = listen(this.#sigma, {
      ...events,
      onMoved: () => {
        this.#moved = true;
      },
      onDrag: (key, at) => this.#redraw(this.#graph.move(key, at.x, at.y), true),
    });
    // Tools that test the page ask for places and labels, which are pixels here.
    container.addEventListener("stancegraph:where", (event) => {
      if (event instanceof CustomEvent) (event.detail as { where?: Where }).where = this.where();
    });
  }

  /** Whether nodes can be moved by hand. */
  set locked(locked: boolean) {
    this.#gestures.locked = locked;
  }

  /** Where nodes and labels are on the screen now. */
  where(): Where {
    const place = this.#placer();
    return {
      sight: this.#sight(),
      nodes: this.#picture.nodes.map((node) => ({ key: node.key, ...place(node) })),
      labels: this.#labels,
    };
  }

  /** Keys of the nodes within a polygon on the screen. */
  within(polygon: readonly Point[]): readonly string[] {
    const place = this.#placer();
    return this.#picture.nodes
      .filter((node) => !node.trace && inside(polygon, place(node)))
      .map(({ key }) => key);
  }

  /** Shows another picture; `refit` moves the camera to show all of it, only some nodes, the same ones as before, or a sight. */
  setPicture(picture: Picture, refit: boolean, around: ReadonlySet<string> | Sight | "same" | null): void {
    const touched = this.#graph.adopt(picture);
    this.#picture = picture;
    this.#pen.withoutEdges = false;
    if (touched) {
      this.#order = this.#order.flatMap(({ key }) => picture.nodeByKey.get(key) ?? []);
      this.#redraw(touched, true);
    } else {
      this.#order = byImportance(picture);
      this.#graph = new SceneGraph(picture, this.#look.emphasis);
      this.#pen.withoutFaintEdges = isThinned(picture);
      this.#sigma.setGraph(this.#graph as unknown as Graph);
    }
    this.#awaitRest();
    if (!refit) return;
    const nodes = around === "same" ? (this.#moved ? null : this.#fitted) : around;
    if (nodes && "scale" in nodes) {
      this.#moved = true;
      this.#setDown(nodes);
    } else this.fit(false, nodes ?? undefined);
  }

  /** Changes what stands out, the ground and the groups, without touching places. */
  setLook(look: SceneLook): void {
    const marked = look.emphasis !== this.#look.emphasis;
    this.#look = look;
    this.#pen.ground = channels(PALETTES[look.theme].background);
    this.#pen.faint = look.emphasis && faintness(look.emphasis);
    if (marked) this.#redraw(this.#graph.emphasise(look.emphasis), true);
    else this.#sigma.scheduleRender();
  }

  /** The parts of the map that something lies over, always and for a while; what is to be seen moves out from under them. */
  setPadding(padding: Padding, covered: Padding, held: ReadonlySet<string> | null): void {
    this.#padding = padding;
    this.#covered = covered;
    this.#settle(held);
  }

  /** Shows everything, or only some nodes; `room`: what it keeps clear of. */
  fit(animated: boolean, keys?: ReadonlySet<string>, room = this.#padding): void {
    this.#moved = false;
    this.#fitted = keys ?? null;
    const padding = withMargin(room, this.#picture.guides);
    const [size, whole] = [this.#sigma.getDimensions(), extent(this.#picture)];
    const part = keys && this.#picture.nodes.filter(({ key }) => keys.has(key));
    const sight = part ? fitPart(part, whole, size, padding) : fitSight(whole, size, padding);
    if (animated) this.#go(sight, true);
    else this.#setDown(sight);
  }

  /** Goes where the camera stood before, or where another map's stands. */
  setSight(sight: Sight): void {
    this.#moved = true;
    this.#go(sight, false);
  }

  /** Shows everything in what is free at this moment. */
  fitFree(): void {
    this.fit(true, undefined, this.#covered);
  }

  /** Brings these nodes in sight; does nothing when they are. Where they have room, the scale stays. */
  show(keys: ReadonlySet<string>, animated = true): void {
    const nodes = this.#picture.nodes.filter(({ key }) => keys.has(key));
    const size = this.#sigma.getDimensions();
    const sight = bringAllIntoSight(nodes, this.#sight(), size, this.#covered, this.#padding);
    if (sight) this.#go(sight, animated);
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
    this.#go(lookAt(node, Math.max(this.#sight().scale, 0.8), this.#covered), true);
  }

  /** Moves just so far that a node or edge is in the free part of the map. */
  reveal(target: Target): void {
    this.#gestures.yield();
    const point = this.#placeOf(target);
    const sight = point && bringIntoSight(point, this.#sight(), this.#sigma.getDimensions(), this.#covered);
    if (sight) this.#go(sight, true);
  }

  /** Where a node, or the middle of an edge, is on the screen; null when it is not on the map. */
  screenPlace(target: Target): Point | null {
    const point = this.#placeOf(target);
    return point && onScreen(point, this.#now(), this.#sigma.getDimensions());
  }

  /** The element changed its size: shows again what it was fitted to, unless the reader has moved the camera. */
  resized(held: ReadonlySet<string> | null): void {
    this.#behind.between(() => {
      const sight = this.#sight();
      this.#sigma.resize();
      if (this.#moved) this.#setDown(sight);
      this.#settle(held);
      this.#redraw({ nodes: [], edges: [] }, false);
      this.#awaitRest();
    });
  }

  /** Ends the map; gives what its camera was moved to, or else what it was fitted to (null: everything). */
  kill(): ReadonlySet<string> | Sight | null {
    const stood = this.#moved ? this.#sight() : this.#fitted;
    clearTimeout(this.#rest);
    this.#behind.kill();
    this.#sigma.kill();
    return stood;
  }

  /** Sigma would read what is under the pointer from the graphics card, and wait for it. */
  #findByArithmetic(): void {
    const find = this.#sigma as unknown as {
      getNodeAtPosition(at: Point): string | null;
      getEdgeAtPoint(x: number, y: number): string | null;
    };
    find.getNodeAtPosition = (at) => nodeAt(this.#graph.items(), at, this.#camera())?.key ?? null;
    find.getEdgeAtPoint = (x, y) => {
      const place = (key: string) => this.#graph.getNodeAttributes(key);
      const edge = edgeAt(mainLines(this.#picture), { x, y }, this.#camera(), place);
      return edge && this.#graph.nameOf(edge.key);
    };
  }

  #canvas(id: string, place: { readonly beforeLayer?: string }): CanvasRenderingContext2D {
    this.#sigma.createCanvasContext(id, { style: { pointerEvents: "none" }, ...place });
    return (this.#sigma.getCanvases()[id] as HTMLCanvasElement).getContext("2d") as CanvasRenderingContext2D;
  }

  #settle(held: ReadonlySet<string> | null): void {
    if (!this.#moved) this.fit(false, this.#fitted ?? undefined);
    if (held) this.show(held, false);
  }

  /** Draws a frame in which these items are new; all others are as they were. */
  #redraw({ nodes, edges }: Touched, schedule: boolean): void {
    this.#sigma.refresh({
      partialGraph: { nodes: [...nodes], edges: [...edges] },
      skipIndexation: true,
      schedule,
    });
  }

  #placeOf(target: Target): Point | null {
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

  /** What the map shows at this moment. */
  #now(): Sight {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return { x: (x - 0.5) * SQUARE, y: (y - 0.5) * SQUARE, scale: this.#scaleAt(ratio) };
  }

  /** What the map shows, or is about to show when a move is under way. */
  #sight(): Sight {
    return this.#aim && this.#sigma.getCamera().isAnimated() ? this.#aim : this.#now();
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

  /** Sets the camera down at once: the next frame is whole. */
  #setDown(sight: Sight): void {
    this.#isSetDown = true;
    this.#go(sight, false);
    this.#isSetDown = false;
  }

  /** While the camera moves, edges may be left out; at rest the page is told where it stands. */
  #onCamera(): void {
    if (!this.#isSetDown) this.#pen.withoutEdges = this.#picture.edges.length > MANY_TO_MOVE;
    this.#events.onSight(this.#now());
    this.#awaitRest();
  }

  /** Once nothing has moved for a while, what lies under the pointer is another thing. */
  #awaitRest(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (this.#pen.withoutEdges) this.#sigma.scheduleRender();
      this.#pen.withoutEdges = false;
      this.#gestures.again();
      this.#events.onCamera(this.#sight(), this.#moved);
    }, REST_MS);
  }

  #camera(): { readonly sight: Sight; readonly size: Size; readonly factor: number } {
    const sight = this.#now();
    const factor = sizeFactor(this.#picture.nodes, sight.scale);
    return { sight, size: this.#sigma.getDimensions(), factor };
  }

  /** Screen place and radius of nodes at this moment. */
  #placer(): ReturnType<typeof placerOf> {
    return placerOf(this.#shot(), this.#sigma.getDimensions());
  }

  /** What a frame shows that is drawn now. */
  #shot(): Shot {
    return {
      sight: this.#now(),
      picture: this.#picture,
      graph: this.#graph,
      order: this.#order,
      look: this.#look,
      isBare: this.#pen.withoutEdges,
    };
  }

  /** What is not sigma's, as it belongs to a frame. */
  #drawLayers(shot: Shot): void {
    const size = this.#sigma.getDimensions();
    this.#labels = drawShot(shot, { ...this.#canvases, size, covered: this.#covered.right });
    this.#sigma.getContainer().dataset["labels"] = String(this.#labels.length);
  }
}
