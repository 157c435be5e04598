/** A table over time as bars of one of its columns; the table itself is its twin for other senses. */

import { NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ResultTable } from "../../api/computed.ts";
import { isoWords } from "../words/dates.ts";
import { valueText } from "./cells.ts";
import { extent, peakOf, pointsOf, type Series } from "./series.ts";
import { ANALYSIS_TEXTS as TEXTS } from "./texts.ts";

export interface SeriesChartProps {
  readonly table: ResultTable;
  readonly series: Series;
}

const WIDTH = 720;
const HEIGHT = 110;

export function SeriesChart({ table, series }: SeriesChartProps) {
  const [chosen, setChosen] = useState(series.measures[0]?.id ?? "");
  const measure = series.measures.find(({ id }) => id === chosen) ?? series.measures[0];
  const points = useMemo(
    () => (measure ? pointsOf(table, series, measure.id) : []),
    [table, series, measure],
  );
  if (!measure) return null;
  const [least, greatest] = extent(points);
  const y = (value: number): number => HEIGHT - (HEIGHT * (value - least)) / (greatest - least);
  const step = WIDTH / points.length;
  const peak = peakOf(points);
  const say = (value: number | null) => valueText(value, "number");
  const first = isoWords(points[0]?.time ?? "");
  const last = isoWords(points.at(-1)?.time ?? "");
  return (
    <div className="sg-series">
      <div className="sg-series-head">
        {series.measures.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={TEXTS.seriesOf(table.title)}
            value={measure.id}
            data={series.measures.map(({ id, label }) => ({ value: id, label }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : (
          <span>{measure.label}</span>
        )}
        {peak && <span className="sg-dim">{TEXTS.peak(say(peak.value), isoWords(peak.time))}</span>}
      </div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={TEXTS.series(measure.label, first, last)}
      >
        {points.map(({ time, value }, at) => (
          <g key={time}>
            <title>{`${isoWords(time)}: ${say(value)}`}</title>
            <rect className="sg-series-column" x={at * step} width={step} height={HEIGHT} />
            {value !== null && (
              <rect
                className="sg-series-bar"
                x={at * step + step * 0.1}
                width={step * 0.8}
                y={Math.min(y(0), y(value))}
                height={Math.max(1, Math.abs(y(value) - y(0)))}
              />
            )}
          </g>
        ))}
      </svg>
      <div className="sg-series-ends" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </div>
  );
}
