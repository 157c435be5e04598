/** Everything the time line shows and does: bars of the view without its dates, the brush, what the dates leave, and playing. */

import { useCallback, useEffect, useMemo, useRef } from "react";
import type { AnalysisResult } from "../../api/computed.ts";
import { statementPairs, useGraph, useRoute, useSettled } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import {
  arrangeAnew,
  type Dates,
  NO_DATES,
  settleDates,
  tryDates,
  useTime,
  withDates,
} from "../../state/time.ts";
import { bareView } from "../../state/timed-view.ts";
import { datesOf, type Range, rangeOf, type Timeline, timelineOf } from "./bins.ts";
import { formatTime, parseTime, playFrom, stepOn, type TimeChoice } from "./play.ts";

/** After so many milliseconds of rest, what the keyboard chose is the view's. */
const REST_MS = 350;

const none = { support: 0, oppose: 0, neutral: 0 };
const nothing: Timeline = { bins: [], unit: "day", undated: none, several: none };

export interface TimeLine {
  readonly line: Timeline;
  readonly pending: boolean;
  readonly error: ReturnType<typeof useGraph>["error"];
  readonly choice: TimeChoice;
  choose(change: Partial<TimeChoice>): void;
  /** Dates shown now: tried out, or the view's. */
  readonly dates: Dates;
  readonly range: Range;
  /** Statements that these dates leave, of how many; null while that is not known. */
  readonly shown: { readonly some: number; readonly all: number } | null;
  readonly playing: boolean;
  /** Moves the brush; `last` settles it at once, else after a moment of rest. */
  brush(range: Range, last?: boolean): void;
  step(by: number): void;
}

export function useTimeLine(): TimeLine {
  const view = useExplorer((state) => state.view);
  const text = useExplorer((state) => state.settings.time);
  const { setSetting } = useExplorer.getState();
  const window = useTime((state) => state.window);
  const playing = useTime((state) => state.playing);
  const steady = useTime((state) => state.steady);
  const choice = useMemo(() => parseTime(text), [text]);
  const settled = useSettled(view);
  const query = useRoute<AnalysisResult>(
    "analysis/timeline",
    [
      ["evidence", "1"],
      ...(choice.unit === null ? [] : ([["unit", choice.unit]] as const)),
      ...statementPairs(withDates(view, NO_DATES)),
    ],
    { enabled: settled, keep: true },
  );
  const line = useMemo(() => (query.data ? timelineOf(query.data) : nothing), [query.data]);
  const { bins, unit } = line;
  const dates: Dates = window ?? view.filter;
  const range = useMemo(
    () => rangeOf(bins, { since: dates.since, until: dates.until }),
    [bins, dates.since, dates.until],
  );
  const next = playing ? stepOn(range, bins.length, choice.window) : null;
  // The same questions as the map's, so that nothing is fetched for the numbers alone but a total that dates have hidden.
  const isDated = dates.since !== "" || dates.until !== "";
  const undatedView = steady ? withDates(view, NO_DATES) : bareView(view, NO_DATES);
  const partView = window === null && !steady ? view : isDated ? bareView(view, dates) : undatedView;
  const whole = useGraph(isDated ? undatedView : partView);
  const part = useGraph(partView);
  // Asked for ahead, so that the next step is there when its time comes.
  useGraph(next ? bareView(view, datesOf(bins, unit, next)) : partView);

  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);
  const brush = useCallback(
    (wanted: Range, last = false) => {
      if (bins.length === 0) return;
      tryDates(datesOf(bins, unit, wanted));
      if (rest.current) clearTimeout(rest.current);
      rest.current = null;
      if (last) settleDates();
      else if (!useTime.getState().playing) rest.current = setTimeout(settleDates, REST_MS);
    },
    [bins, unit],
  );

  const ready = !part.isPlaceholderData;
  const begun = useRef(false);
  useEffect(() => {
    if (!playing) {
      begun.current = false;
      return;
    }
    if (bins.length === 0) return;
    if (!begun.current) {
      begun.current = true;
      brush(playFrom(range, bins.length, choice.window));
      // Dates that stand there already change nothing that this waits for: it goes on from them at once.
      const { window: begin } = useTime.getState();
      if (begin?.since !== dates.since || begin.until !== dates.until) return;
    }
    if (!ready) return;
    const timer = setTimeout(() => {
      const coming = stepOn(range, bins.length, choice.window);
      if (coming) return brush(coming);
      useTime.setState({ playing: false });
      settleDates();
    }, 1000 / choice.speed);
    return () => clearTimeout(timer);
  }, [playing, ready, range, bins, choice, brush, dates.since, dates.until]);

  // Whoever closes the time line has seen what the map shows.
  useEffect(
    () => () => {
      if (rest.current) clearTimeout(rest.current);
      useTime.setState({ playing: false });
      settleDates();
      const { since, until } = useExplorer.getState().view.filter;
      // Without dates nothing is held in place.
      if (since === "" && until === "") arrangeAnew();
    },
    [],
  );

  return {
    line,
    pending: query.isPending,
    error: query.error,
    choice,
    choose: (change) => setSetting("time", formatTime({ ...choice, ...change })),
    dates,
    range,
    shown:
      whole.data && part.data && ready
        ? { some: part.data.attributes.counts.shown, all: whole.data.attributes.counts.shown }
        : null,
    playing,
    brush,
    step: (by) => {
      const full = range.from === 0 && range.to === bins.length;
      const coming =
        full && by > 0
          ? playFrom(range, bins.length, choice.window)
          : stepOn(range, bins.length, choice.window, by);
      if (coming) brush(coming);
    },
  };
}
