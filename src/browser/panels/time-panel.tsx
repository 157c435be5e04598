/** The strip under the map: statements over time, with a brush that is the view's dates, played or moved step by step. */

import { ActionIcon, Button, Popover, Tooltip, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useBox } from "../map/use-box.ts";
import { keepFocus } from "../shell/focus.ts";
import { Icon, type IconName } from "../shell/icons.tsx";
import { SMALL_SCREEN } from "../shell/screen.ts";
import { useExplorer } from "../state/store.ts";
import { arrangeAnew, clearDates, togglePlay, useTime } from "../state/time.ts";
import type { PanelProps } from "./panel.ts";
import { sum } from "./time/bins.ts";
import { Brush } from "./time/brush.tsx";
import { Histogram } from "./time/histogram.tsx";
import { TIME_TEXTS as TEXTS } from "./time/texts.ts";
import { TimeOptions } from "./time/time-options.tsx";
import { useTimeLine } from "./time/use-time-line.ts";
import "./time/time.css";

const CHART_HEIGHT = 80;

function Tool(props: {
  readonly label: string;
  readonly icon: IconName;
  readonly filled?: boolean;
  onClick(): void;
}) {
  const { label, icon, filled = false, onClick } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon size="md" variant={filled ? "filled" : "default"} aria-label={label} onClick={onClick}>
        <Icon name={icon} size={15} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Reads the view; writes its dates. */
export function TimePanel({ onClose }: PanelProps) {
  const time = useTimeLine();
  const { line, choice, choose, dates, range, shown, playing, brush, step } = time;
  const steady = useTime((state) => state.steady);
  const undatedKept = useExplorer((state) => state.view.filter.undated === "show");
  const { setPanels, setFilter } = useExplorer.getState();
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  const [chartBox, chartSize] = useBox();
  const strip = useRef<HTMLDivElement>(null);
  usePlayKey(strip);
  const dated = dates.since !== "" || dates.until !== "";
  const undated = sum(line.undated);
  const several = sum(line.several);
  // The one line there is room for: what the number counts is more than how bars are drawn.
  const around = useExplorer((state) => state.view.ego.length > 0) && dated;
  const spanWords = TEXTS.spanWords(dates.since, dates.until);
  const empty = line.bins.length === 0 && !time.pending;
  return (
    <div ref={strip} className="sg-time-frame">
      <div className="sg-time" data-keys data-small={small || undefined}>
        <div className="sg-time-play">
          <Tool label={TEXTS.back} icon="left" onClick={() => step(-1)} />
          <Tool
            label={playing ? TEXTS.pause : TEXTS.play}
            icon={playing ? "pause" : "play"}
            filled={playing}
            onClick={togglePlay}
          />
          <Tool label={TEXTS.on} icon="right" onClick={() => step(1)} />
        </div>
        {empty ? (
          <p className="sg-time-empty">{time.error ? time.error.message : TEXTS.nothing}</p>
        ) : (
          <div className="sg-time-plot">
            <div ref={chartBox} className="sg-time-line">
              {chartSize.width > 0 && line.bins.length > 0 && (
                <>
                  <Histogram
                    line={line}
                    range={range}
                    vague={choice.vague}
                    width={chartSize.width}
                    height={CHART_HEIGHT}
                  />
                  <Brush
                    line={line}
                    range={range}
                    since={dates.since}
                    until={dates.until}
                    width={chartSize.width}
                    onBrush={brush}
                  />
                </>
              )}
            </div>
            {undated > 0 && (
              <Tooltip
                label={`${TEXTS.undated(undated)}, ${undatedKept ? TEXTS.undatedKept : TEXTS.undatedHidden}`}
              >
                <button
                  type="button"
                  className="sg-time-undated"
                  aria-pressed={undatedKept}
                  aria-label={`${TEXTS.undated(undated)}, ${undatedKept ? TEXTS.undatedKept : TEXTS.undatedHidden}`}
                  onClick={() => setFilter({ undated: undatedKept ? "hide" : "show" })}
                >
                  <span>{undated.toLocaleString("en-GB")}</span>
                  {TEXTS.undatedShort}
                  <br />
                  {TEXTS.undatedStates[undatedKept ? "kept" : dated ? "hidden" : "shown"]}
                </button>
              </Tooltip>
            )}
          </div>
        )}
        <div className="sg-time-words">
          <p>
            <strong>{spanWords}</strong>
            {shown && <span> {TEXTS.shown(shown.some, shown.all)}</span>}
            {around ? (
              <span className="sg-time-several" title={TEXTS.aroundLong}>
                {TEXTS.around}
                <VisuallyHidden>. {TEXTS.aroundLong}</VisuallyHidden>
              </span>
            ) : (
              several > 0 && (
                <span className="sg-time-several" title={TEXTS.severalLong(several, line.unit)}>
                  {(choice.vague ? TEXTS.several : TEXTS.severalHidden)(several, line.unit)}
                </span>
              )
            )}
          </p>
          <div className="sg-time-buttons">
            {dated && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  clearDates();
                  keepFocus("[aria-label='First day']");
                }}
              >
                {TEXTS.clear}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => setPanels({ left: true, leftPanel: "changes" })}
            >
              {TEXTS.changes}
            </Button>
            {steady && dated && !playing && (
              <Tooltip label={TEXTS.arrangeWhy} multiline w={220}>
                <Button
                  size="compact-xs"
                  variant="default"
                  className="sg-time-arrange"
                  aria-label={TEXTS.arrange}
                  onClick={() => {
                    arrangeAnew();
                    keepFocus("[aria-label='First day']");
                  }}
                >
                  <span className="sg-time-arrange-words">{TEXTS.arrange}</span>
                  <Icon name="again" size={15} />
                </Button>
              </Tooltip>
            )}
          </div>
        </div>
        <div className="sg-time-corner">
          <Popover position="top-end" trapFocus returnFocus withinPortal shadow="md" width={270}>
            <Popover.Target>
              <ActionIcon size="md" variant="subtle" color="gray" aria-label={TEXTS.options}>
                <Icon name="filter" size={15} />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown aria-label={TEXTS.options}>
              <TimeOptions line={line} choice={choice} choose={choose} />
            </Popover.Dropdown>
          </Popover>
          <ActionIcon
            size="md"
            variant="subtle"
            color="gray"
            aria-label={TEXTS.collapse}
            onClick={() => {
              onClose();
              keepFocus();
            }}
          >
            <Icon name={small ? "close" : "down"} size={15} />
          </ActionIcon>
        </div>
        <VisuallyHidden role="status">
          {playing || !shown ? "" : `${spanWords}: ${TEXTS.shown(shown.some, shown.all)}`}
        </VisuallyHidden>
      </div>
    </div>
  );
}

/** Space plays while the map or the strip has the focus; on a button it presses the button, as everywhere. */
function usePlayKey(strip: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent | KeyboardEvent) => {
      if (event.key !== " " || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return;
      const { target } = event;
      if (!(target instanceof HTMLElement)) return;
      const plain = target.closest("button, select, a, summary, [role=dialog]") === null;
      if (!plain || (target.id !== "map" && !strip.current?.contains(target))) return;
      event.preventDefault();
      togglePlay();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [strip]);
}
