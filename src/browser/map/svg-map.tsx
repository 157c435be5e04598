/** The map without WebGL: the same picture as SVG, with nodes and lines that can be clicked. */

import { useEffect, useMemo, useRef } from "react";
import { bendOf, edgeLine } from "../../formats/svg/geometry.ts";
import { outlineOf } from "../../formats/svg/shapes.ts";
import { DASHES, gemPath, growth, headLength, headPath } from "../../formats/svg/strokes.ts";
import { PALETTES } from "../../view/appearance.ts";
import { bringIntoSight, fitSight, lookAt } from "./camera.ts";
import { faintness } from "./emphasis.ts";
import type { MapProps } from "./handle.ts";
import { labelForms } from "./label-forms.ts";
import { FONT, REMOTE_LABELS, ringRadius, wantedLabels } from "./label-layer.ts";
import { type LabelNode, placeLabels } from "./labels.ts";
import classes from "./map.module.css";
import { byImportance, type Picture, type PictureEdge } from "./picture.ts";
import { useNodeDrag } from "./use-node-drag.ts";
import { type Camera, useSight } from "./use-sight.ts";

const LABEL_SIZE = 12;
const LINE_HEIGHT = 15;

let pen: CanvasRenderingContext2D | null = null;

/** Width of a label in pixels; by a mean width where there is no canvas at all. */
function widthOf(text: string): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * 6.6;
  pen.font = `600 ${LABEL_SIZE}px ${FONT}`;
  return pen.measureText(text).width;
}

const placeOn = (picture: Picture, { sight, size }: Camera): ReadonlyMap<string, LabelNode> =>
  new Map(
    picture.nodes.map((node) => {
      const [text = "", ...shorter] = labelForms(node.label);
      return [
        node.key,
        {
          key: node.key,
          text,
          shorter,
          x: size.width / 2 + (node.x - sight.x) * sight.scale,
          y: size.height / 2 - (node.y - sight.y) * sight.scale,
          radius: node.size * growth(sight.scale),
        },
      ];
    }),
  );

interface LineProps {
  readonly edge: PictureEdge;
  readonly shapes: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, LabelNode>;
  readonly ground: string;
  readonly opacity: number;
  readonly factor: number;
  readonly props: MapProps;
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
        props.onPick(target);
      }}
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
  const { picture, theme, emphasis, rings, padding, fitKey, onReady } = props;
  const palette = PALETTES[theme];
  const element = useRef<SVGSVGElement>(null);
  const camera = useSight(element, picture, padding, fitKey);
  const { size, sight } = camera;
  const latest = useRef({ camera, picture, padding });
  latest.current = { camera, picture, padding };

  useEffect(() => {
    onReady({
      fit: () => latest.current.camera.fit(),
      show: (keys) => {
        const { camera: now, picture: shown, padding: room } = latest.current;
        const nodes = shown.nodes.filter(({ key }) => keys.has(key));
        const moves = nodes.map((node) => bringIntoSight(node, now.sight, now.size, room));
        if (moves.every((move) => move === null)) return;
        now.setSight(moves.length === 1 && moves[0] ? moves[0] : fitSight(nodes, now.size, room));
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
    });
    return () => onReady(null);
  }, [onReady]);

  const order = useMemo(() => byImportance(picture), [picture]);
  const grab = useNodeDrag(camera, props);
  const shapes = useMemo(() => new Map(picture.nodes.map(({ key, shape }) => [key, shape])), [picture]);
  const places = placeOn(picture, camera);
  const stands = (key: string) => !emphasis || emphasis.nodes.has(key);
  const faint = emphasis ? faintness(emphasis) : { node: 1, edge: 1 };
  const wanted = wantedLabels({ picture, order, emphasis, rings }, places);
  const obstacles = [...places.values()].map((place) => ({ ...place, faint: !stands(place.key) }));
  const labels = placeLabels(
    wanted,
    obstacles,
    widthOf,
    LINE_HEIGHT,
    { width: size.width - padding.right, height: size.height },
    emphasis ? wanted.length : REMOTE_LABELS,
  );
  const factor = growth(sight.scale);
  const edges = emphasis
    ? [...picture.edges].sort((a, b) => Number(emphasis.edges.has(a.key)) - Number(emphasis.edges.has(b.key)))
    : picture.edges;

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the map's element handles the keys
    <svg
      ref={element}
      className={classes["svg"]}
      aria-hidden="true"
      onClick={() => {
        if (!camera.dragged()) props.onPick(null);
      }}
      {...camera.drag}
    >
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
                if (!camera.dragged()) props.onPick(target);
              }}
              onPointerDown={(event) => grab(event, node.key)}
              onDoubleClick={() => props.onOpen(node.key)}
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
        {labels.map(({ key, text, left, top, width }) => (
          <text
            key={key}
            textAnchor="middle"
            fill={palette.text}
            stroke={palette.background}
            strokeWidth={3.5}
            strokeLinejoin="round"
            paintOrder="stroke"
            fontFamily={FONT}
            fontSize={LABEL_SIZE}
            fontWeight={picture.nodeByKey.get(key)?.isIssue ? 400 : 600}
          >
            {text.split("\n").map((line, at) => (
              <tspan key={line} x={left + width / 2} y={top + (at + 1) * LINE_HEIGHT - 4}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </svg>
  );
}
