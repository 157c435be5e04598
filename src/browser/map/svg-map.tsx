/** The map without WebGL: the same picture as SVG, with nodes and lines that can be clicked. */

import { type MouseEvent, useEffect, useMemo, useRef } from "react";
import { bendOf, edgeLine } from "../../formats/svg/geometry.ts";
import { placeGuides } from "../../formats/svg/guides.ts";
import { HULL_LOOK, pathOf } from "../../formats/svg/outline.ts";
import { anchorOf } from "../../formats/svg/radial.ts";
import { outlineOf } from "../../formats/svg/shapes.ts";
import { DASHES, gemPath, headLength, headPath } from "../../formats/svg/strokes.ts";
import { directionOf } from "../../model/direction.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { Target } from "../state/pointer.ts";
import { bringAllIntoSight, bringIntoSight, lookAt, onScreen } from "./camera.ts";
import { captionKey, SWATCH } from "./captions.ts";
import { faintness } from "./emphasis.ts";
import { Guides } from "./guide-layer.tsx";
import type { MapProps } from "./handle.ts";
import { hullsOf } from "./hulls.ts";
import { FONT, LINE_HEIGHT, placeNames, pointsInSight, ringRadius } from "./label-layer.ts";
import { inside, type Point } from "./lasso.ts";
import { LeaderLines } from "./leader-lines.tsx";
import { furtherLines, mainLines } from "./lines.ts";
import classes from "./map.module.css";
import { byImportance, type Picture, type PictureEdge } from "./picture.ts";
import { isSecond, type LastClick } from "./second-click.ts";
import { sizeFactor } from "./sizes.ts";
import { useNodeDrag } from "./use-node-drag.ts";
import { type Camera, useSight } from "./use-sight.ts";

const LABEL_SIZE = 12;
/** Pixels from the lower edge of the box of a turned name, which is as high as its letters, to their line. */
const TURNED_DROP = 2;

let pen: CanvasRenderingContext2D | null = null;

/** Width of a label in pixels; by a mean width where there is no canvas at all. */
function widthOf(text: string): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * 6.6;
  pen.font = `600 ${LABEL_SIZE}px ${FONT}`;
  return pen.measureText(text).width;
}

interface Place extends Point {
  readonly radius: number;
}

const placeOn = (picture: Picture, { sight, size }: Camera): ReadonlyMap<string, Place> =>
  new Map(
    picture.nodes.map((node) => [
      node.key,
      { ...onScreen(node, sight, size), radius: node.size * sizeFactor(picture.nodes, sight.scale) },
    ]),
  );

interface LineProps {
  readonly edge: PictureEdge;
  readonly shapes: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, Place>;
  readonly ground: string;
  readonly opacity: number;
  readonly factor: number;
  readonly props: MapProps;
}

/** Whether a press adds to what is selected. */
const adds = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey;

function askMenu(event: MouseEvent, target: Target | null, { onMenu }: MapProps): void {
  event.preventDefault();
  event.stopPropagation();
  onMenu?.(target, { x: event.clientX, y: event.clientY });
}

function Line({ edge, shapes, places, ground, opacity, factor, props }: LineProps) {
  const from = places.get(edge.source);
  const to = places.get(edge.target);
  if (!from || !to) return null;
  const width = Math.max(1, edge.size * factor);
  const head = edge.directed ? headLength(width) : 0;
  const { array, cap } = DASHES[edge.line](width);
  const bend = bendOf(edge.step, Math.hypot(to.x - from.x, to.y - from.y));
  const { path, middle, tip, angle } = edgeLine(
    { x: from.x, y: from.y, radius: from.radius, outline: outlineOf(shapes.get(edge.source) ?? "") },
    { x: to.x, y: to.y, radius: to.radius, outline: outlineOf(shapes.get(edge.target) ?? "") },
    bend,
    head * 0.85,
  );
  const target = { type: "edge", key: edge.key } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard walks the map as a whole
    <g
      opacity={opacity}
      onClick={(event) => {
        event.stopPropagation();
        props.onPick(target, adds(event));
      }}
      onContextMenu={(event) => askMenu(event, target, props)}
      onMouseEnter={() => props.onPoint(target)}
      onMouseLeave={() => props.onPoint(null)}
      data-edge={edge.key}
    >
      <path d={path} fill="none" stroke="transparent" strokeWidth={Math.max(9, width)} />
      <path
        d={path}
        fill="none"
        stroke={edge.color}
        strokeWidth={width}
        strokeDasharray={array === "" ? undefined : array}
        strokeLinecap={cap}
      />
      {edge.directed && (
        <path
          d={headPath(width)}
          transform={`translate(${tip.x} ${tip.y}) rotate(${(angle * 180) / Math.PI})`}
          fill={edge.tentative ? ground : edge.color}
          stroke={edge.color}
          strokeWidth={edge.tentative ? 1.3 : 0}
        />
      )}
      {edge.conditional && (
        <path
          d={gemPath(width)}
          transform={`translate(${middle.x} ${middle.y})`}
          fill={ground}
          stroke={edge.color}
          strokeWidth={1.8}
        />
      )}
    </g>
  );
}

export function SvgMap(props: MapProps) {
  const {
    picture,
    theme,
    emphasis,
    rings,
    padding,
    covered = padding,
    groups = [],
    over = [],
    onReady,
  } = props;
  const palette = PALETTES[theme];
  const element = useRef<SVGSVGElement>(null);
  const camera = useSight(element, picture, padding, props);
  const { size, sight } = camera;
  const latest = useRef({ camera, picture, padding: covered, always: padding });
  latest.current = { camera, picture, padding: covered, always: padding };

  useEffect(() => {
    onReady({
      fit: () => latest.current.camera.fit(),
      show: (keys) => {
        const { camera: now, picture: shown, padding: room, always } = latest.current;
        const nodes = shown.nodes.filter(({ key }) => keys.has(key));
        const moved = bringAllIntoSight(nodes, now.sight, now.size, room, always);
        if (moved) now.setSight(moved);
      },
      zoom: (factor) => latest.current.camera.zoom(factor),
      flyTo: (key) => {
        const { camera: now, picture: shown, padding: room } = latest.current;
        const node = shown.nodeByKey.get(key);
        if (node) now.setSight(lookAt(node, Math.max(now.sight.scale, 0.8), room));
      },
      reveal: ({ type, key }) => {
        const { camera: now, picture: shown, padding: room } = latest.current;
        const edge = type === "edge" ? shown.edgeByKey.get(key) : undefined;
        const node = shown.nodeByKey.get(edge ? edge.target : key);
        const moved = node && bringIntoSight(node, now.sight, now.size, room);
        if (moved) now.setSight(moved);
      },
      within: (polygon) => {
        const { camera: now, picture: shown } = latest.current;
        return shown.nodes
          .filter((node) => inside(polygon, onScreen(node, now.sight, now.size)))
          .map(({ key }) => key);
      },
      screenPlace: ({ type, key }) => {
        const { camera: now, picture: shown } = latest.current;
        const edge = type === "edge" ? shown.edgeByKey.get(key) : undefined;
        const [from, to] = [edge?.source ?? key, edge?.target ?? key].map((end) => shown.nodeByKey.get(end));
        if (!from || !to) return null;
        return onScreen({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, now.sight, now.size);
      },
      setSight: (wanted) => latest.current.camera.setSight(wanted),
    });
    return () => onReady(null);
  }, [onReady]);

  // The node of the last click: what opens beside the map may move it away before the second one of a pair.
  const clicked = useRef<LastClick | null>(null);
  const order = useMemo(() => byImportance(picture), [picture]);
  const grab = useNodeDrag(camera, props);
  const shapes = useMemo(() => new Map(picture.nodes.map(({ key, shape }) => [key, shape])), [picture]);
  const places = placeOn(picture, camera);
  const stands = (key: string) => !emphasis || emphasis.nodes.has(key);
  const faint = emphasis ? faintness(emphasis) : { node: 1, edge: 1 };
  const none: Place = { x: 0, y: 0, radius: 0 };
  const points = pointsInSight({
    picture,
    emphasis,
    rings,
    ...size,
    place: ({ key }) => places.get(key) ?? none,
  });
  const guides =
    picture.guides && placeGuides(picture.guides, (at) => onScreen(at, sight, size), sight.scale);
  const area = { width: size.width - covered.right, height: size.height };
  const factor = sizeFactor(picture.nodes, sight.scale);
  const hulls = hullsOf(groups, theme, {
    nodes: picture.nodes,
    sight,
    size,
    factor,
    place: ({ key }) => places.get(key) ?? none,
  });
  const scene = { picture, order, emphasis, rings, hulls, guides, over, scale: sight.scale };
  const { placed: labels, captions } = placeNames(scene, points, widthOf, area);
  const isCaption = (key: string) => !picture.nodeByKey.has(key);
  const lines = [...mainLines(picture), ...furtherLines(picture, emphasis)];
  const edges = emphasis
    ? lines.sort((a, b) => Number(emphasis.edges.has(a.key)) - Number(emphasis.edges.has(b.key)))
    : lines;

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the map's element handles the keys
    <svg
      ref={element}
      className={classes["svg"]}
      aria-hidden="true"
      onClick={(event) => {
        if (!camera.dragged() && event.detail < 2) props.onPick(null, adds(event));
      }}
      onDoubleClick={({ clientX: x, clientY: y, timeStamp: at }) => {
        if (clicked.current && isSecond(clicked.current, { x, y, at })) props.onOpen(clicked.current.key);
      }}
      onContextMenu={(event) => askMenu(event, null, props)}
      {...camera.drag}
    >
      <g pointerEvents="none">
        {hulls.map(({ group, color, dash, outlines }) => (
          <path
            key={group.id}
            data-group={group.id}
            d={pathOf(outlines)}
            fillRule="evenodd"
            fill={color}
            fillOpacity={HULL_LOOK.fill}
            stroke={color}
            strokeOpacity={HULL_LOOK.stroke}
            strokeWidth={HULL_LOOK.width}
            strokeDasharray={dash.length > 0 ? dash.join(" ") : undefined}
          />
        ))}
        {guides && <Guides guides={guides} theme={theme} />}
      </g>
      <g>
        {edges.map((edge) => (
          <Line
            key={edge.key}
            edge={edge}
            shapes={shapes}
            places={places}
            ground={palette.background}
            opacity={emphasis ? (emphasis.edges.has(edge.key) ? 1 : faint.edge) : edge.opacity}
            factor={factor}
            props={props}
          />
        ))}
      </g>
      <g>
        {picture.nodes.map((node) => {
          const place = places.get(node.key);
          if (!place) return null;
          const target = { type: "node", key: node.key } as const;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard walks the map as a whole
            <path
              key={node.key}
              d={outlineOf(node.shape).path(place.radius)}
              transform={`translate(${place.x} ${place.y})`}
              fill={node.color}
              fillRule="evenodd"
              stroke={palette.background}
              strokeWidth={3}
              paintOrder="stroke"
              opacity={stands(node.key) ? 1 : faint.node}
              onClick={(event) => {
                event.stopPropagation();
                clicked.current = { key: node.key, x: event.clientX, y: event.clientY, at: event.timeStamp };
                if (!camera.dragged() && event.detail < 2) props.onPick(target, adds(event));
              }}
              onContextMenu={(event) => askMenu(event, target, props)}
              onPointerDown={(event) => grab(event, node.key)}
              onMouseEnter={() => props.onPoint(target)}
              onMouseLeave={() => props.onPoint(null)}
              data-node={node.key}
            />
          );
        })}
      </g>
      <g pointerEvents="none">
        {rings.map(({ key, dashed }) => {
          const place = places.get(key);
          return (
            place && (
              <circle
                key={key}
                cx={place.x}
                cy={place.y}
                r={ringRadius(place.radius)}
                fill="none"
                stroke={palette.text}
                strokeWidth={2}
                strokeDasharray={dashed ? "4 3" : undefined}
              />
            )
          );
        })}
        {captions.map(({ key, left, top }) => (
          <rect
            key={key}
            x={left}
            y={top + LINE_HEIGHT / 2 - 4}
            width={9}
            height={9}
            fill={hulls.find(({ group }) => captionKey(group) === key)?.color}
          />
        ))}
        <LeaderLines labels={labels} color={palette.text} />
        {picture.guides &&
          !picture.guides.ring &&
          labels.map(({ key, left, top, width, height }) => (
            <rect
              key={key}
              x={left - 1}
              y={top}
              width={width + 2}
              height={height}
              fill={palette.background}
              fillOpacity={0.86}
            />
          ))}
        {[...labels, ...captions].map(({ key, text, left, top, width, height, turned }) => (
          <text
            key={key}
            data-label={key}
            direction={directionOf(text)}
            textAnchor={turned ? anchorOf(text, turned.anchor) : "middle"}
            transform={
              turned && `rotate(${(turned.angle * 180) / Math.PI} ${left + width / 2} ${top + height / 2})`
            }
            fill={palette.text}
            stroke={palette.background}
            strokeWidth={3.5}
            strokeLinejoin="round"
            paintOrder="stroke"
            fontFamily={FONT}
            fontSize={LABEL_SIZE * (turned?.scale ?? 1)}
            fontStyle={isCaption(key) ? "italic" : undefined}
            fontWeight={picture.nodeByKey.get(key)?.isIssue ? 400 : 600}
          >
            {text.split("\n").map((line, at, lines) => (
              <tspan
                key={line}
                x={
                  turned
                    ? left + (turned.anchor === "left" ? 0 : width)
                    : left + (width + (isCaption(key) ? SWATCH : 0)) / 2
                }
                y={top + ((at + 1) * height) / lines.length - (turned ? TURNED_DROP : 4)}
              >
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </svg>
  );
}
