/** What the hand does on the WebGL map, in the words of the page: pointing, picking, opening, dragging, asking for the menu. */

import type Sigma from "sigma";
import type { Target } from "../state/pointer.ts";
import type { EdgeItem } from "./drawn.ts";
import type { MapProps } from "./handle.ts";
import type { Point } from "./lasso.ts";
import { follow, type Pointing } from "./pointing.ts";
import { isSecond, type LastClick } from "./second-click.ts";

/** Pixels that the pointer may move during a click. */
const CLICK_ROOM = 3;

interface Answers extends Pick<MapProps, "onPoint" | "onPick" | "onOpen" | "onPin"> {
  readonly onMenu: NonNullable<MapProps["onMenu"]>;
  /** The reader moves the camera. */
  onMoved(): void;
  /** A node is being dragged: where it is now, in the picture's units. */
  onDrag(key: string, at: Point): void;
}

export interface Gestures extends Pointing {
  /** Nodes cannot be dragged. */
  locked: boolean;
}

/** Whether a press adds to what is selected. */
const adds = (event: MouseEvent | TouchEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey;

/** What sigma says of a press, as far as it is asked for. */
interface Pressed {
  readonly event: { readonly original: MouseEvent | TouchEvent };
  preventSigmaDefault(): void;
}

/** Place and time of a press; of a finger, the time alone. */
const pressOf = (event: MouseEvent | TouchEvent): Point & { readonly at: number } => ({
  x: event instanceof MouseEvent ? event.clientX : 0,
  y: event instanceof MouseEvent ? event.clientY : 0,
  at: event.timeStamp,
});

export function listen(sigma: Sigma, answers: Answers): Gestures {
  /** Where a press began, in pixels of the map, while it lasts; on which node it may drag, and where that is by now. */
  let press: {
    readonly x: number;
    readonly y: number;
    readonly key: string | null;
    at: Point | null;
  } | null = null;
  const gestures: Gestures = { locked: false, ...follow(sigma, answers.onPoint, () => press !== null) };
  let dropped = false;
  /** The last click on a node. */
  let last: LastClick | null = null;
  const node = (key: string): Target => ({ type: "node", key });
  const edge = (name: string): Target => ({
    type: "edge",
    key: (sigma.getGraph().getEdgeAttributes(name) as EdgeItem).edge.key,
  });
  const pick = (target: Target | null, event: MouseEvent | TouchEvent) => {
    // The click that ends a drag is none.
    if (!dropped) answers.onPick(target, adds(event));
  };
  const menu = (target: Target | null, event: MouseEvent | TouchEvent) => {
    event.preventDefault();
    if (event instanceof MouseEvent) answers.onMenu(target, { x: event.clientX, y: event.clientY });
  };
  sigma.on("clickNode", ({ node: key, event }) => {
    last = { key, ...pressOf(event.original) };
    pick(node(key), event.original);
  });
  sigma.on("clickEdge", ({ edge: name, event }) => pick(edge(name), event.original));
  sigma.on("clickStage", ({ event }) => pick(null, event.original));
  sigma.on("rightClickNode", ({ node: key, event }) => menu(node(key), event.original));
  sigma.on("rightClickEdge", ({ edge: name, event }) => menu(edge(name), event.original));
  sigma.on("rightClickStage", ({ event }) => menu(null, event.original));
  const second = ({ event, preventSigmaDefault }: Pressed) => {
    preventSigmaDefault();
    if (last && isSecond(last, pressOf(event.original))) answers.onOpen(last.key);
  };
  sigma.on("doubleClickNode", second);
  sigma.on("doubleClickEdge", second);
  sigma.on("doubleClickStage", second);
  for (const wheel of ["wheelStage", "wheelNode", "wheelEdge"] as const)
    sigma.on(wheel, () => answers.onMoved());
  const begin = ({ x, y, original }: Point & Pressed["event"], key: string | null) => {
    // Sigma does not tell when another button is let go.
    if (original instanceof MouseEvent && original.button !== 0) return;
    press = { x, y, key, at: null };
  };
  sigma.on("downNode", ({ node: key, event }) => {
    // A finger on a node pans the map: small screens are full of nodes.
    const free = !gestures.locked && event.original instanceof MouseEvent;
    begin(event, free ? key : null);
  });
  sigma.on("downEdge", ({ event }) => begin(event, null));
  sigma.on("downStage", ({ event }) => begin(event, null));
  sigma.on("moveBody", ({ event }) => {
    if (!press) return;
    if (press.key === null) return answers.onMoved();
    event.preventSigmaDefault();
    event.original.preventDefault();
    if (press.at === null && Math.hypot(event.x - press.x, event.y - press.y) <= CLICK_ROOM) return;
    dropped = true;
    press.at = sigma.viewportToGraph(event);
    answers.onDrag(press.key, press.at);
  });
  const drop = () => {
    const ended = press;
    press = null;
    dropped = ended?.key != null && ended.at !== null;
    if (ended?.key != null && ended.at) answers.onPin(ended.key, ended.at);
  };
  for (const up of ["upNode", "upEdge", "upStage"] as const) sigma.on(up, drop);
  return gestures;
}
