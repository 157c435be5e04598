/** The bars of the time line: statements of each period by polarity, thin and light ones for those that may be from then. */

import { useId } from "react";
import { POLARITIES } from "../../../model/vocabulary.ts";
import { usePalette } from "../parts/palette.ts";
import { profileWords } from "../words/numbers.ts";
import { type Bin, type Counts, labelStep, type Range, sum, type Timeline, tallest } from "./bins.ts";
import { shortDate, TIME_TEXTS as TEXTS } from "./texts.ts";

export interface HistogramProps {
  readonly line: Timeline;
  readonly range: Range;
  readonly vague: boolean;
  readonly width: number;
  readonly height: number;
}

/** Pixels under the bars for the labels, and room that a label takes. */
const AXIS = 21;
const LABEL_ROOM = 66;
/** Share of a period that a thin bar takes. */
const THIN = 0.34;
/** Opacity of what is drawn in every period in which it may be. */
const LIGHT = 0.5;

/** One bar in parts, from its foot upwards. */
function stack(counts: Counts, foot: number, unitHeight: number) {
  let top = foot;
  return POLARITIES.flatMap(({ id }) => {
    const height = counts[id] * unitHeight;
    if (height === 0) return [];
    top -= height;
    return [{ id, top, height }];
  });
}

export function Histogram({ line, range, vague, width, height }: HistogramProps) {
  const palette = usePalette();
  const patterns = useId();
  const { bins, unit } = line;
  const several = sum(line.several);
  const each = width / Math.max(1, bins.length);
  const foot = height - AXIS;
  const most = tallest(bins, vague);
  const scale = (foot - 2) / most;
  const gap = each > 6 ? 1.5 : each > 3 ? 0.5 : 0;
  const step = labelStep(bins.length, width, LABEL_ROOM);
  const high = bins.reduce<Bin | undefined>(
    (best, bin) => (best === undefined || sum(bin.sure) > sum(best.sure) ? bin : best),
    undefined,
  );
  const fill = (id: (typeof POLARITIES)[number]["id"]) =>
    id === "support" ? palette.polarity.support : `url(#${patterns}-${id})`;
  return (
    <svg
      className="sg-time-chart"
      width={width}
      height={height}
      role="img"
      aria-label={
        high
          ? `${TEXTS.chart(unit, bins[0]?.text ?? "", bins.at(-1)?.text ?? "", high.text, sum(high.sure))}${several > 0 ? ` ${TEXTS.severalLong(several, unit)}` : ""}`
          : TEXTS.nothing
      }
    >
      <defs>
        <pattern
          id={`${patterns}-oppose`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.6" height="4" fill={palette.polarity.oppose} />
        </pattern>
        <pattern id={`${patterns}-neutral`} width="4" height="4" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1.45" fill={palette.polarity.neutral} />
        </pattern>
      </defs>
      <line x1={0} x2={width} y1={foot + 0.5} y2={foot + 0.5} stroke="var(--sg-line)" />
      {bins.map((bin, at) => {
        const outside = at + 1 <= range.from || at >= range.to;
        const x = at * each;
        const sure = stack(bin.sure, foot, scale);
        const thin = vague ? stack(bin.maybe, foot - sum(bin.sure) * scale, scale) : [];
        return (
          <g key={bin.text} opacity={outside ? 0.28 : 1}>
            <title>{TEXTS.bar(unit, bin.text, profileWords(bin.sure), sum(bin.maybe))}</title>
            <rect x={x} y={0} width={each} height={foot} fill="transparent" />
            {sure.map(({ id, top, height: tall }) => (
              <rect key={id} x={x + gap} y={top} width={each - 2 * gap} height={tall} fill={fill(id)} />
            ))}
            {thin.map(({ id, top, height: tall }) => (
              <rect
                key={id}
                x={x + (each * (1 - THIN)) / 2}
                y={top}
                width={Math.max(1, each * THIN)}
                height={tall}
                fill={fill(id)}
                opacity={LIGHT}
                data-maybe
              />
            ))}
          </g>
        );
      })}
      <g className="sg-time-labels">
        {bins.map((bin, at) =>
          at % step === 0 && at * each + LABEL_ROOM * 0.8 <= width ? (
            <text key={bin.text} x={at * each + 1} y={height - 3}>
              {shortDate(bin.text)}
            </text>
          ) : null,
        )}
      </g>
    </svg>
  );
}
