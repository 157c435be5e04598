/** Small pictures of lines and outlines as the map draws them, for legends, chips and lists. */

import { outlineOf } from "../../formats/svg/shapes.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { ISSUE_SHAPE, PALETTES, shapeOf } from "../../view/appearance.ts";
import { useExplorer } from "../state/store.ts";

const DASHES = { solid: undefined, dashed: "6 3.5", dotted: "0.1 4" } as const;

interface LineProps {
  readonly polarity: Polarity | "structure";
  readonly conditional?: boolean;
  readonly tentative?: boolean;
  /** Without a head: a tie that both ends have alike. */
  readonly headless?: boolean;
}

/** A line with its head; 40 × 14 pixels. */
export function LineSample({
  polarity,
  conditional = false,
  tentative = false,
  headless = false,
}: LineProps) {
  const palette = PALETTES[useExplorer((state) => state.view.theme)];
  const structural = polarity === "structure";
  const color = structural ? palette.structure : (tentative ? palette.tentative : palette.polarity)[polarity];
  const line = structural ? "dotted" : polarityTerm(polarity).line;
  return (
    <svg width="40" height="14" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
      <line
        x1="2"
        y1="7"
        x2="30"
        y2="7"
        stroke={color}
        strokeWidth={line === "dotted" ? 2.6 : 2.2}
        strokeDasharray={DASHES[line]}
        strokeLinecap={line === "dotted" ? "round" : "butt"}
      />
      {!headless && (
        <path
          d="M30 2.8L38 7L30 11.2Z"
          fill={tentative ? palette.background : color}
          stroke={color}
          strokeWidth={tentative ? 1.4 : 0}
          strokeLinejoin="round"
        />
      )}
      {conditional && (
        <path d="M15 2L20 7L15 12L10 7Z" fill={palette.background} stroke={color} strokeWidth="1.8" />
      )}
    </svg>
  );
}

/** The outline of a kind of actor, or of issues when `shape` is null; 18 pixels square. `plain`: in no colour of its own. */
export function ShapeSample({
  shape,
  plain = false,
}: {
  readonly shape: string | null;
  readonly plain?: boolean;
}) {
  const palette = PALETTES[useExplorer((state) => state.view.theme)];
  const word = shape === null ? ISSUE_SHAPE : shapeOf(shape);
  return (
    <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
      <path
        d={outlineOf(word).path(6.2)}
        fill={plain ? palette.dimText : shape === null ? palette.issue : palette.actor}
        fillRule="evenodd"
      />
    </svg>
  );
}
