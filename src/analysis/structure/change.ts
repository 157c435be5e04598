/** Change between two stretches of time: positions that are new, no longer reported, on the other side, or harder. */

import { z } from "zod";
import { CONDITIONAL, UNDATED } from "../../graph/edge-flags.ts";
import { FIRST_DAY, LAST_DAY } from "../../model/date.ts";
import { nodeLabel } from "../naming/names.ts";
import { type AnalysisInput, defineAnalysis, type Row } from "./analysis.ts";
import { daysOf, dayWords } from "./evidence.ts";
import { memberReader } from "./members.ts";
import { collectPositions, type Position, sideOf, signed } from "./positions.ts";
import { byLabel, integer, keysOf, statementIds, text } from "./rows.ts";
import { conditionWords, sideWord } from "./stance-words.ts";
import { twoWindows, type Window, windowWords } from "./windows.ts";

const KINDS = [
  ["flipped", "on the other side"],
  ["mixed", "on both sides in one of the two"],
  ["new", "new"],
  ["dropped", "no longer reported"],
  ["hardened", "harder"],
  ["softened", "softer"],
  ["shifted", "harder and softer at once"],
  ["unchanged", "unchanged"],
  ["unclear", "not to be placed in time"],
] as const;
type Kind = (typeof KINDS)[number][0];

const windowParameter = z
  .string()
  .max(30)
  .default("")
  .describe(
    "A year, month, or interval FIRST/LAST (.. = open); two single days compare up to the first with after it.",
  );

export const changeAnalysis = defineAnalysis({
  id: "change",
  isLinear: true,
  label: "Change over time",
  description:
    "Positions that are new, no longer reported, flipped or hardened between two dates or windows.",
  parameters: {
    before: windowParameter,
    after: windowParameter,
    unchanged: z.boolean().default(false).describe("Whether unchanged and unclear positions are listed too."),
  },
  run(input, { before, after, unchanged }) {
    const asked = twoWindows(before, after);
    const windows = asked ?? halves(input);
    const undated = input.statements.filter((at) => isUndated(input, at)).length;
    const notes = [
      "New: a side is reported in the second window only. Dropped: in the first only, which is silence of these documents and not a withdrawal. Flipped: the other side.",
      "Hardened: the same side with a greater intensity, or without the condition it had; softened the reverse. A position is conditional when all its statements have a condition.",
      "A statement is in a window when its dates overlap it. One whose dates overlap both windows shows no change; a position that rests on such a statement in one of them is unclear instead of new or dropped.",
      ...(undated > 0 ? [`Undated statements that do not enter: ${undated}.`] : []),
    ];
    if (!windows)
      return {
        summary: "Fewer than two dates are known, so there is nothing to compare.",
        tables: [],
        notes,
      };
    const [first, second] = windows;
    const [old, recent] = [within(input, first), within(input, second)];
    const later = new Set(recent);
    const both = old.filter((at) => later.has(at));
    const straddling = new Set(both);
    const changes = compare(input, {
      before: old.filter((at) => !straddling.has(at)),
      after: recent.filter((at) => !straddling.has(at)),
      both,
    });
    const count = (kind: Kind): number => changes.filter((change) => change.kind === kind).length;
    const shown = changes.filter(({ kind }) => unchanged || (kind !== "unchanged" && kind !== "unclear"));
    const most = input.mostRows ?? shown.length;
    const parts = KINDS.map(([kind, words]) => `${count(kind)} ${words}`);
    return {
      summary: `Positions ${windowWords(first)} against ${windowWords(second)}: ${parts.join(", ")}.`,
      tables: [
        {
          id: "changes",
          title: `Changes: ${windowWords(first)} against ${windowWords(second)}`,
          columns: [
            text("kind", "Change"),
            text("actor", "Actor"),
            text("issue", "Issue"),
            text("before", "Before"),
            text("after", "After"),
            integer("intensity_before", "Intensity before"),
            integer("intensity_after", "Intensity after"),
            text("condition_before", "Condition before"),
            text("condition_after", "Condition after"),
            text("dates_before", "Dates before"),
            text("dates_after", "Dates after"),
          ],
          rows: shown.slice(0, most).map((change) => changeRow(input, change)),
        },
        {
          id: "counts",
          title: "How many",
          columns: [text("kind", "Change"), integer("positions", "Positions")],
          rows: KINDS.map(
            ([kind]): Row => ({
              cells: { kind, positions: count(kind) },
              statements: statementIds(
                input.index,
                changes.filter((change) => change.kind === kind).flatMap(behind),
              ),
            }),
          ),
        },
      ],
      notes: [
        ...notes,
        ...(shown.length > most
          ? [
              `Of the ${shown.length} changes the first ${most} are listed. Narrow the view for the others, or ask by the command line, which lists all.`,
            ]
          : []),
        `Statements in the first window: ${old.length}, in the second: ${recent.length}${both.length > 0 ? `, of these in both: ${both.length}` : ""}.`,
        ...(asked
          ? []
          : [
              "No windows were given: the time was cut where as many statements as possible lie wholly on either side.",
            ]),
      ],
    };
  },
});

const isUndated = ({ index }: AnalysisInput, at: number): boolean =>
  ((index.flags[at] as number) & UNDATED) !== 0;

const within = (input: AnalysisInput, { first, last }: Window): Int32Array =>
  input.statements.filter(
    (at) =>
      !isUndated(input, at) &&
      (input.index.firstDay[at] as number) <= last &&
      (input.index.lastDay[at] as number) >= first,
  );

/** Cut after the day that leaves most statements wholly on the side with fewer; null when one side stays empty. */
function halves(input: AnalysisInput): readonly [Window, Window] | null {
  const { index } = input;
  const dated = [...input.statements].filter((at) => !isUndated(input, at));
  const ends = dated.map((at) => index.lastDay[at] as number).sort((a, b) => a - b);
  const starts = dated.map((at) => index.firstDay[at] as number).sort((a, b) => a - b);
  let cut: number | null = null;
  let most = 0;
  let begun = 0;
  ends.forEach((day, at) => {
    while (begun < starts.length && (starts[begun] as number) <= day) begun++;
    const smaller = Math.min(at + 1, starts.length - begun);
    if (smaller > most) {
      most = smaller;
      cut = day;
    }
  });
  if (cut === null) return null;
  return [
    { first: FIRST_DAY, last: cut },
    { first: cut + 1, last: LAST_DAY },
  ];
}

interface Change {
  readonly kind: Kind;
  readonly holder: number;
  readonly issue: number;
  readonly before: Position | undefined;
  readonly after: Position | undefined;
  /** From statements whose dates overlap both windows. */
  readonly wide: Position | undefined;
}

const behind = ({ before, after, wide }: Change): readonly number[] =>
  [before, after, wide].flatMap((position) => (position ? signed(position) : []));

/** All positions that take a side in either window: kinds in their order, then actors and issues by label. */
function compare(
  input: AnalysisInput,
  parts: { readonly before: Int32Array; readonly after: Int32Array; readonly both: Int32Array },
): readonly Change[] {
  const byHolder = (statements: Int32Array) => collectPositions({ ...input, statements }).byHolder;
  const [past, present, straddling] = [byHolder(parts.before), byHolder(parts.after), byHolder(parts.both)];
  const changes: Change[] = [];
  for (const holder of new Set([...past.keys(), ...present.keys(), ...straddling.keys()])) {
    input.checkpoint?.();
    const [was, is, either] = [past.get(holder), present.get(holder), straddling.get(holder)];
    for (const issue of new Set([...(was ?? []), ...(is ?? []), ...(either ?? [])].map(([each]) => each))) {
      const [before, after] = [was?.get(issue), is?.get(issue)];
      const wide = either?.get(issue);
      const found = kindOf(input, before, after);
      const open = wide !== undefined && sideOf(wide) !== null;
      const kind = open && (found === null || found === "new" || found === "dropped") ? "unclear" : found;
      if (kind) changes.push({ kind, holder, issue, before, after, wide: open ? wide : undefined });
    }
  }
  const rank = new Map<Kind, number>(KINDS.map(([kind], at) => [kind, at]));
  const names = byLabel(input.index);
  return changes.sort(
    (a, b) =>
      (rank.get(a.kind) as number) - (rank.get(b.kind) as number) ||
      names(a.holder, b.holder) ||
      names(a.issue, b.issue),
  );
}

/** Null when no side is taken in either window. */
function kindOf(
  { index }: AnalysisInput,
  before: Position | undefined,
  after: Position | undefined,
): Kind | null {
  const was = before ? sideOf(before) : null;
  const is = after ? sideOf(after) : null;
  if (was === null || !before) return is === null ? null : "new";
  if (is === null || !after) return "dropped";
  if (was !== is) return was === 0 || is === 0 ? "mixed" : "flipped";
  const stronger = Math.sign((intensityOf(index, after) ?? 0) - (intensityOf(index, before) ?? 0));
  const known = intensityOf(index, after) !== null && intensityOf(index, before) !== null;
  const freer = Number(isConditional(index, before)) - Number(isConditional(index, after));
  const steps = new Set([known ? stronger : 0, freer].filter((step) => step !== 0));
  if (steps.size === 2) return "shifted";
  if (steps.has(1)) return "hardened";
  return steps.has(-1) ? "softened" : "unchanged";
}

/** Greatest intensity, or null when none is coded. */
function intensityOf(index: AnalysisInput["index"], position: Position): number | null {
  const intensity = memberReader(index.dataset, "intensity");
  const known = signed(position).flatMap((at) => intensity(at) ?? []);
  return known.length > 0 ? known.reduce((most, each) => Math.max(most, each)) : null;
}

const isConditional = (index: AnalysisInput["index"], position: Position): boolean =>
  signed(position).every((at) => ((index.flags[at] as number) & CONDITIONAL) !== 0);

function changeRow({ index }: AnalysisInput, change: Change): Row {
  const { kind, holder, issue, before, after } = change;
  const words = (position: Position | undefined): string | null =>
    (position && conditionWords(index, signed(position))) || null;
  const dates = (position: Position | undefined): string | null =>
    (position && dayWords(daysOf(index, signed(position)))) || null;
  return {
    cells: {
      kind,
      actor: nodeLabel(index, holder),
      issue: nodeLabel(index, issue),
      before: sideWord(before),
      after: sideWord(after),
      intensity_before: before ? intensityOf(index, before) : null,
      intensity_after: after ? intensityOf(index, after) : null,
      condition_before: words(before),
      condition_after: words(after),
      dates_before: dates(before),
      dates_after: dates(after),
    },
    nodes: keysOf(index, [holder, issue]),
    statements: statementIds(index, behind(change)),
  };
}
