/** What a cell of the matrix shows: one bar for each polarity with its mark and count; hatched under a condition, light when tentative. */

import { memo } from "react";
import { polarityTerm } from "../../../model/vocabulary.ts";
import { usePalette } from "../parts/palette.ts";
import type { Part } from "./cells.ts";

/** The words say all that the bars show. */
function Bars({ parts, words }: { readonly parts: readonly Part[]; readonly words: string }) {
  const palette = usePalette();
  return (
    <span className="sg-cell">
      {parts.map(({ polarity, count, conditional, tentative }) => {
        const full = palette.polarity[polarity];
        const light = palette.tentative[polarity];
        // The colours of lines are a little too light for small letters on them.
        const strong = `color-mix(in srgb, ${full} 92%, ${palette.text})`;
        const fill = tentative ? light : strong;
        return (
          <span
            key={polarity}
            aria-hidden="true"
            className={`sg-bar${conditional ? " sg-bar-conditional" : ""}`}
            style={
              conditional
                ? {
                    backgroundImage: `repeating-linear-gradient(135deg, ${fill} 0 2.5px, transparent 2.5px 6px)`,
                    backgroundColor: palette.background,
                    borderColor: full,
                    color: palette.text,
                  }
                : { backgroundColor: fill, color: tentative ? palette.text : palette.background }
            }
          >
            <span className="sg-bar-count" style={conditional ? { background: palette.background } : {}}>
              {polarityTerm(polarity).mark}
              {count}
            </span>
          </span>
        );
      })}
      <span className="sg-hidden">{words}</span>
    </span>
  );
}

export const StanceCell = memo(Bars);
