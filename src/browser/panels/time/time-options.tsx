/** How the time line is drawn and played: window, speed, length of a bar, and what happens to statements without a certain period. */

import { Button, NativeSelect, Text } from "@mantine/core";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { sum, type Timeline, UNITS, type Unit } from "./bins.ts";
import { SPEEDS, type TimeChoice, WINDOWS } from "./play.ts";
import { TIME_TEXTS as TEXTS } from "./texts.ts";

export interface TimeOptionsProps {
  readonly line: Timeline;
  readonly choice: TimeChoice;
  choose(change: Partial<TimeChoice>): void;
}

/** More bars than this are too thin to press. */
const MOST_BARS = 400;
const DAYS: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30.44, year: 365.25 };

export function TimeOptions({ line, choice, choose }: TimeOptionsProps) {
  const undated = useExplorer((state) => state.view.filter.undated);
  const inDataset = useDataset().data?.dates.undated ?? 0;
  const { setFilter, setSetting, setTab } = useExplorer.getState();
  const days = (line.bins.at(-1)?.last ?? 0) - (line.bins[0]?.first ?? 0) + 1;
  const units = UNITS.filter((unit) => days / DAYS[unit] <= MOST_BARS);
  return (
    <div className="sg-time-options">
      <NativeSelect
        size="xs"
        label={TEXTS.window}
        value={choice.window}
        data={WINDOWS.map((value) => ({ value, label: TEXTS.windows[value] }))}
        onChange={(event) =>
          choose({ window: event.currentTarget.value === "sliding" ? "sliding" : "cumulative" })
        }
      />
      <NativeSelect
        size="xs"
        label={TEXTS.speed}
        value={String(choice.speed)}
        data={SPEEDS.map((speed) => ({ value: String(speed), label: TEXTS.speeds(speed) }))}
        onChange={(event) => choose({ speed: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        label={TEXTS.unit}
        value={choice.unit ?? ""}
        data={[
          { value: "", label: `${TEXTS.unitAuto} (${line.unit})` },
          ...units.map((unit) => ({ value: unit, label: unit })),
        ]}
        onChange={(event) =>
          choose({ unit: UNITS.find((unit) => unit === event.currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        size="xs"
        label={TEXTS.vague}
        value={choice.vague ? "1" : "0"}
        data={[
          { value: "1", label: TEXTS.vagueShown },
          { value: "0", label: TEXTS.vagueHidden },
        ]}
        onChange={(event) => choose({ vague: event.currentTarget.value === "1" })}
      />
      {(inDataset > 0 || undated === "show" || sum(line.undated) > 0) && (
        <NativeSelect
          size="xs"
          label={TEXTS.undatedChoice}
          value={undated}
          data={(["hide", "show"] as const).map((value) => ({ value, label: TEXTS.undatedChoices[value] }))}
          onChange={(event) => setFilter({ undated: event.currentTarget.value === "show" ? "show" : "hide" })}
        />
      )}
      <Text size="xs" c="dimmed">
        {TEXTS.vagueWhy}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          setTab("analysis");
          setSetting("analysis", "name=timeline");
        }}
      >
        {TEXTS.asTable}
      </Button>
    </div>
  );
}
