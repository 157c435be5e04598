/** Statements by confidence as upright bars, with a handle for the least that counts. */

import { useEffect, useState } from "react";
import classes from "./attributes.module.css";
import type { Bar } from "./attributes.ts";
import { ATTRIBUTE_TEXTS as TEXTS } from "./texts.ts";

interface Props {
  /** In ascending order; values are lower ends of steps. */
  readonly bars: readonly Bar[];
  readonly least: number;
  readonly onLeast: (least: number) => void;
}

/** From 0 to 1, and one bar more for 1 itself. */
const STEPS = 20;
const WIDTH = 210;
const HEIGHT = 64;
const STEP_WIDTH = WIDTH / (STEPS + 1);
/** After so many milliseconds of rest, where the handle stands is the filter's. */
const REST_MS = 300;

export function ConfidenceBars({ bars, least, onLeast }: Props) {
  const [tried, setTried] = useState(least);
  useEffect(() => setTried(least), [least]);
  useEffect(() => {
    if (tried === least) return;
    const timer = setTimeout(() => onLeast(tried), REST_MS);
    return () => clearTimeout(timer);
  }, [tried, least, onLeast]);
  const most = Math.max(1, ...bars.map(({ statements }) => statements));
  const words = tried === 0 ? TEXTS.anyConfidence : TEXTS.orMore(tried);
  const names = bars.map(({ label, statements }) => TEXTS.bar(label, statements));
  return (
    <div className={classes["histogram"]}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${TEXTS.histogram}. ${names.join("; ")}.`}
      >
        {bars.map(({ value, statements }, at) => {
          const height = Math.max(1.5, (HEIGHT * statements) / most);
          const x = Number(value) * STEPS * STEP_WIDTH;
          return (
            <g key={value} data-out={Number(value) < tried || undefined}>
              <title>{names[at]}</title>
              <rect className={classes["column"]} x={x} width={STEP_WIDTH} height={HEIGHT} />
              <rect
                className={classes["mark"]}
                x={x + 1}
                y={HEIGHT - height}
                width={STEP_WIDTH - 2}
                height={height}
              />
            </g>
          );
        })}
      </svg>
      <label className={classes["least"]}>
        <span>
          {TEXTS.least}: {words}
        </span>
        <input
          type="range"
          min={0}
          max={1}
          step={1 / STEPS}
          value={tried}
          aria-valuetext={words}
          onChange={(event) => setTried(Math.round(Number(event.currentTarget.value) * 100) / 100)}
        />
      </label>
    </div>
  );
}
