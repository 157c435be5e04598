/**
 * The brush over the bars: a slider for the first day and one for the last, their stretch dragged as a whole, and a new one drawn
 * by dragging over the bars or pressing one. Native sliders, so that keyboard and screen reader need nothing of ours.
 */

import { type PointerEvent, useRef } from "react";
import { moved, type Range, type Timeline, whole } from "./bins.ts";
import { TIME_TEXTS as TEXTS } from "./texts.ts";

export interface BrushProps {
  readonly line: Timeline;
  readonly range: Range;
  readonly since: string;
  readonly until: string;
  readonly width: number;
  onBrush(range: Range, last?: boolean): void;
}

interface Grip {
  /** Place on the line where the press began, in periods. */
  readonly at: number;
  /** The stretch that is moved, or null while a new one is drawn. */
  readonly held: Range | null;
  latest: Range | null;
}

export function Brush({ line, range, since, until, width, onBrush }: BrushProps) {
  const { bins } = line;
  const length = bins.length;
  const grip = useRef<Grip | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const full = range.from <= 0 && range.to >= length;
  const chosen = whole(range);
  const share = (place: number) => `${(place / Math.max(1, length)) * 100}%`;

  const placeAt = (event: PointerEvent): number => {
    const box = area.current?.getBoundingClientRect();
    const x = box ? (event.clientX - box.left) / Math.max(1, box.width) : 0;
    return Math.min(length - 1e-6, Math.max(0, x * length));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const at = placeAt(event);
    const inside = !full && at >= range.from && at < range.to;
    grip.current = { at, held: inside ? chosen : null, latest: null };
    area.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const { current } = grip;
    if (!current) return;
    const at = placeAt(event);
    // A press that hardly moves is none: it chooses one period.
    if (current.latest === null && Math.abs(at - current.at) * (width / Math.max(1, length)) < 4) return;
    const next = current.held
      ? moved(current.held, Math.round(at - current.at), length)
      : whole({ from: Math.min(at, current.at), to: Math.max(at, current.at) });
    if (next.from === current.latest?.from && next.to === current.latest.to) return;
    current.latest = next;
    onBrush(next);
  };
  const onPointerUp = () => {
    const { current } = grip;
    if (!current) return;
    grip.current = null;
    const at = Math.floor(current.at);
    onBrush(current.latest ?? { from: at, to: at + 1 }, true);
  };
  return (
    <div className="sg-time-brush" title={TEXTS.drag}>
      <div
        ref={area}
        className="sg-time-area"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          grip.current = null;
        }}
      >
        {!full && (
          <div
            className="sg-time-stretch"
            style={{ left: share(range.from), width: share(range.to - range.from) }}
          />
        )}
      </div>
      <input
        type="range"
        className="sg-time-handle"
        aria-label={TEXTS.first}
        aria-valuetext={since === "" ? TEXTS.fromBeginning : TEXTS.fullDate(since)}
        min={0}
        max={length}
        step={1}
        value={chosen.from}
        onChange={(event) => {
          const from = Math.min(length - 1, Number(event.currentTarget.value));
          onBrush({ from, to: Math.max(from + 1, chosen.to) });
        }}
      />
      <input
        type="range"
        className="sg-time-handle"
        aria-label={TEXTS.last}
        aria-valuetext={until === "" ? TEXTS.toEnd : TEXTS.fullDate(until)}
        min={0}
        max={length}
        step={1}
        value={chosen.to}
        onChange={(event) => {
          const to = Math.max(1, Number(event.currentTarget.value));
          onBrush({ from: Math.min(to - 1, chosen.from), to });
        }}
      />
    </div>
  );
}
