/** A layout brought to the proportions of where it is shown. Pure. */

import type { LayoutInput } from "../../layout/layout.ts";
import { separate } from "../../layout/separate.ts";
import { LABEL_HEIGHT } from "../../view/appearance.ts";

/** Share of the screen that nodes and labels may fill before they are pushed apart. */
const FILL = 0.42;

/** Stretches a layout to the proportions `aspect` = width / height and parts what then overlaps. Deterministic. */
export function spread(
  input: LayoutInput,
  free: { readonly x: Float64Array; readonly y: Float64Array },
  aspect: number,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const room = input.size.reduce(
    (sum, size, number) =>
      sum + Math.max(2 * size, input.labelWidth[number] as number) * (2 * size + LABEL_HEIGHT),
    0,
  );
  const height = Math.sqrt(room / FILL / aspect);
  const stretch = (values: Float64Array, to: number) => {
    const low = Math.min(...values);
    const span = Math.max(1, Math.max(...values) - low);
    return values.map((value) => ((value - low) / span - 0.5) * to);
  };
  return separate(input, { x: stretch(free.x, height * aspect), y: stretch(free.y, height) });
}
