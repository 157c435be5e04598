/** One issue: the actors from those who oppose it, on the left, to those who support it; all other nodes are set aside. */

import { isolated } from "../model/direction.ts";
import type { GuideLine, GuideText } from "../model/guides.ts";
import { placeAside, setAsideNote } from "./aside.ts";
import { isNarrow, placeBlocks } from "./blocks.ts";
import type { LayoutInput, Placement } from "./layout.ts";

/** Stretches of the axis by the greatest value that still belongs to them, from the left; `short` for a narrow screen. */
const STRETCHES: readonly { readonly upTo: number; readonly label: string; readonly short?: string }[] = [
  { upTo: -0.75, label: "opposes" },
  { upTo: -0.2, label: "opposes in part or with conditions", short: "partly opposes" },
  { upTo: 0.2, label: "takes no side, or both" },
  { upTo: 0.75, label: "supports in part or with conditions", short: "partly supports" },
  { upTo: 1, label: "supports" },
];

/** Height of the chosen issue above its actors, of the axis below them, and of words. */
const ISSUE_ROOM = 96;
const AXIS_ROOM = 30;
const WORDS_ROOM = 26;

/** Values run from −1 to 1; equal ones stand by their statements (the larger node first), then in the order given. */
export function spectrum(input: LayoutInput): Placement {
  const count = input.size.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const value = (node: number): number => input.value?.[node] ?? Number.NaN;
  const focus = input.focus?.node ?? -1;
  const nodes = Array.from({ length: count }, (_, node) => node);
  const placed = nodes
    .filter((node) => node !== focus && input.group[node] === 0 && !Number.isNaN(value(node)))
    .sort((a, b) => value(a) - value(b) || (input.size[b] as number) - (input.size[a] as number) || a - b);
  const groups = STRETCHES.map(({ upTo }, at) => {
    const from = STRETCHES[at - 1]?.upTo ?? Number.NEGATIVE_INFINITY;
    return placed.filter((node) => value(node) > from && value(node) <= upTo);
  });
  const blocks = placeBlocks(input, [groups], x, y, true);
  const { top, bottom } = blocks.bands[0] as { top: number; bottom: number };
  const head = top + WORDS_ROOM;
  const axis = bottom - AXIS_ROOM;
  const half = blocks.width / 2;
  if (focus >= 0) {
    x[focus] = 0;
    y[focus] = head + ISSUE_ROOM;
  }
  const present = new Set(focus >= 0 ? [...placed, focus] : placed);
  const aside = nodes.filter((node) => !present.has(node));
  placeAside(input, aside, axis - 2 * ISSUE_ROOM, x, y);
  return { x, y, guides: { ...guidesOf(), labels: "around", margin: 0, aside } };

  function guidesOf() {
    const lines: GuideLine[] = [
      { from: [-half, axis], to: [half, axis], strong: true },
      ...blocks.spans
        .slice(1)
        .map(({ left }): GuideLine => ({ from: [left, head], to: [left, axis], strong: false })),
    ];
    const stretches = STRETCHES.map(({ label, short = label }) => (isNarrow(input.room) ? short : label));
    const headings = blocks.spans.map(
      ({ left, right }, at): GuideText => ({
        text: `${stretches[at] ?? ""} (${groups[at]?.length ?? 0})`,
        x: (left + right) / 2,
        y: axis - 6,
        anchor: "middle",
        grows: "down",
        room: right - left - 6,
        strong: false,
      }),
    );
    const title: GuideText = {
      text: input.focus?.label ?? "",
      x: 0,
      y: head + WORDS_ROOM,
      anchor: "middle",
      grows: "up",
      room: blocks.width,
      strong: true,
    };
    return {
      lines,
      // The issue that is drawn says its name itself.
      texts: [...headings, ...(title.text === "" || focus >= 0 ? [] : [title])],
      notes: [
        ...(placed.length === 0 ? ["Nobody in this view takes a position on this issue."] : []),
        ...setAsideNote(input, aside, `without a position on “${isolated(title.text)}”`),
      ],
    };
  }
}
