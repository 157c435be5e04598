/** Actors above, issues below, from left to right by the day of their first statement; those without a date in a block of their own. */

import type { GuideLine, GuideText } from "../model/guides.ts";
import { placeBlocks } from "./blocks.ts";
import type { LayoutInput, Placement } from "./layout.ts";
import { type Period, periodsOf } from "./periods.ts";

/** Height of the headings above the first band, and of words; width of the names of bands, at their left. */
const HEAD_ROOM = 40;
const WORDS_ROOM = 8;
const NAME_ROOM = 80;
const BELOW = 12;

/** Values are days since 1970-01-01. Nodes of one period stand by their day, then in the order given. */
export function timeOrder(input: LayoutInput): Placement {
  const count = input.size.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const day = (node: number): number => input.value?.[node] ?? Number.NaN;
  const nodes = Array.from({ length: count }, (_, node) => node);
  const dated = nodes.filter((node) => !Number.isNaN(day(node))).sort((a, b) => day(a) - day(b) || a - b);
  const undated = nodes.filter((node) => Number.isNaN(day(node)));
  const periodOf = periodsOf(dated.map(day));
  const periods: Period[] = [];
  const groups: number[][] = [];
  for (const node of dated) {
    const period = periodOf(day(node));
    if (period.order !== periods.at(-1)?.order) {
      periods.push(period);
      groups.push([]);
    }
    groups.at(-1)?.push(node);
  }
  if (undated.length > 0) groups.push(undated);
  const kinds = [0, 1].filter((kind) => nodes.some((node) => input.group[node] === kind));
  const bands = kinds.map((kind) =>
    groups.map((group) => group.filter((node) => input.group[node] === kind)),
  );
  const blocks = placeBlocks(input, bands, x, y);
  const half = blocks.width / 2;
  const top = (blocks.bands[0]?.top ?? 0) + HEAD_ROOM;
  const bottom = (blocks.bands.at(-1)?.bottom ?? 0) - BELOW;
  const lines: GuideLine[] = blocks.spans.map(({ left }, at) => ({
    from: [left, top],
    to: [left, bottom],
    // The last line parts those without a date from the axis.
    strong: at > 0 && at === periods.length,
  }));
  const texts: GuideText[] = [];
  if (count > 0) {
    lines.push({ from: [-half - NAME_ROOM, top], to: [half, top], strong: true });
    blocks.spans.forEach(({ left, right }, at) => {
      texts.push({
        text: periods[at]?.label ?? "no date",
        x: (left + right) / 2,
        y: top + WORDS_ROOM,
        anchor: "middle",
        grows: "up",
        room: right - left - 6,
        strong: true,
      });
    });
    kinds.forEach((kind, at) => {
      const band = blocks.bands[at] as { top: number };
      if (at > 0)
        lines.push({
          from: [-half - NAME_ROOM, band.top + HEAD_ROOM],
          to: [half, band.top + HEAD_ROOM],
          strong: false,
        });
      texts.push({
        text: kind === 0 ? "Actors" : "Issues",
        x: -half - WORDS_ROOM,
        y: band.top + HEAD_ROOM - WORDS_ROOM,
        anchor: "end",
        grows: "down",
        // Words may reach beyond the line: nothing stands there.
        room: 2 * NAME_ROOM,
        strong: false,
      });
    });
  }
  const [are, they] =
    undated.length === 1 ? ["1 has", "it stands"] : [`${undated.length} have`, "they stand"];
  const notes = [
    ...(dated.length === 0 ? [] : ["Each stands at its first dated statement in this view."]),
    ...(undated.length === 0 ? [] : [`${are} no dated statement; ${they} at the right.`]),
  ];
  return { x, y, guides: { lines, texts, notes, aside: [], labels: "around", margin: 0 } };
}
