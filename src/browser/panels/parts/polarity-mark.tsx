/** A polarity as on the map: colour, line style and mark together, with its word for those who do not see them. */

import { VisuallyHidden } from "@mantine/core";
import type { Polarity } from "../../../model/vocabulary.ts";
import { polarityTerm } from "../../../model/vocabulary.ts";
import { TEXTS } from "../texts.ts";
import { usePalette } from "./palette.ts";

const DASHES = { solid: "", dashed: "5 3", dotted: "1.5 3" } as const;

export interface PolarityMarkProps {
  /** `mixed` = statements for and against; null = structure, which takes no side. */
  readonly polarity: Polarity | "mixed" | null;
  /** The word is said beside the mark anyway, so it need not be hidden in it. */
  readonly silent?: boolean;
}

/** 30 × 14 pixels. */
export function PolarityMark({ polarity, silent = false }: PolarityMarkProps) {
  const palette = usePalette();
  const lines: readonly Polarity[] =
    polarity === "mixed" ? ["support", "oppose"] : polarity === null ? [] : [polarity];
  const sign = polarity === "mixed" ? "±" : polarity === null ? "·" : polarityTerm(polarity).mark;
  const colour = polarity === "mixed" || polarity === null ? palette.text : palette.polarity[polarity];
  return (
    <span className="sg-mark">
      <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true" focusable="false">
        {lines.map((one, at) => (
          <line
            key={one}
            x1="0"
            x2="17"
            y1={lines.length === 1 ? 7 : 4 + at * 6}
            y2={lines.length === 1 ? 7 : 4 + at * 6}
            stroke={palette.polarity[one]}
            strokeWidth="2.5"
            strokeDasharray={DASHES[polarityTerm(one).line]}
          />
        ))}
        {lines.length === 0 && (
          <line
            x1="0"
            x2="17"
            y1="7"
            y2="7"
            stroke={palette.structure}
            strokeWidth="1.5"
            strokeDasharray="1.5 3"
          />
        )}
        <text x="24" y="11.5" textAnchor="middle" fontSize="14" fontWeight="700" fill={colour}>
          {sign}
        </text>
      </svg>
      {!silent && (
        <VisuallyHidden>
          {polarity === "mixed"
            ? TEXTS.mixed
            : polarity === null
              ? TEXTS.structure
              : polarityTerm(polarity).label}
        </VisuallyHidden>
      )}
    </span>
  );
}
