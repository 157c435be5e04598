/** What is said over the map about what it does not show, or shows otherwise: filters, missing and hidden nodes, groups, the lock. */

import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { LAYOUTS, parseLayout } from "../../layout/catalogue.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type View } from "../../model/view.ts";
import { FilterChips } from "../filters/filter-chips.tsx";
import { arrange } from "../look/arrange.ts";
import { LOOK_TEXTS } from "../look/texts.ts";
import { keepFocus } from "../shell/focus.ts";
import { parseHidden } from "../state/hidden.ts";
import { useLayoutProgress } from "../state/layout-progress.ts";
import { setLasso, toggleLock, useMapMode } from "../state/map-mode.ts";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import { useTime } from "../state/time.ts";
import { TEXTS } from "../texts.ts";
import type { DetailNote, Few } from "./detail.ts";
import classes from "./map.module.css";
import { setGrouping } from "./set-grouping.ts";
import { MAP_TEXTS } from "./texts.ts";
import type { Groups } from "./use-groups.ts";

interface Props {
  readonly box: (element: HTMLElement | null) => void;
  /** Selected nodes that the view does not show. */
  readonly missing: readonly string[];
  readonly hidden: readonly string[];
  readonly groups: Groups;
  /** What the layout sets aside, in sentences; `aside` when it leaves nodes out. */
  readonly guides: { readonly notes: readonly string[]; readonly aside: boolean } | null;
  /** Lines drawn whatever stands out, and all of the picture. */
  readonly lines: { readonly drawn: number; readonly all: number };
  readonly few: Few | null;
  /** Which part of a large view is drawn, and what else can be. */
  readonly detail: DetailNote | null;
}

const DEFAULT_LAYOUT = LAYOUTS[0].id;

/** The view that leaves out nothing but repeats and what is off the topic. */
const widest = (view: View): View => ({
  ...view,
  ego: DEFAULT_VIEW.ego,
  expand: DEFAULT_VIEW.expand,
  rollup: DEFAULT_VIEW.rollup,
  projection: DEFAULT_VIEW.projection,
  // A layout of one issue leaves out what has no position on it.
  layout: parseLayout(view.layout)?.entry.needsIssue ? DEFAULT_VIEW.layout : view.layout,
  filter: { ...DEFAULT_FILTER, actors: "all", voice: "any" },
});

/** The surroundings of nodes. */
const around = (keys: readonly string[]): Partial<View> => ({
  ego: keys as View["ego"],
  depth: 1,
  expand: DEFAULT_VIEW.expand,
});

interface NoteProps {
  readonly children: ReactNode;
  readonly action: string;
  readonly onAction: () => void;
}

/** A sentence with the one thing to be done about it. */
function Note({ children, action, onAction }: NoteProps) {
  return (
    <div className={classes["note"]} role="status">
      <Text size="xs">{children}</Text>
      <Button
        size="compact-xs"
        variant="light"
        onClick={() => {
          onAction();
          keepFocus();
        }}
      >
        {action}
      </Button>
    </div>
  );
}

/** How far the next picture is, while the one before stays. */
function NextPicture() {
  const share = useLayoutProgress((state) => state.share);
  if (share === null) return null;
  const percent = Math.floor(100 * share);
  const words = TEXTS.layingOut(percent);
  return (
    <div
      className={classes["note"]}
      role="progressbar"
      aria-label={words}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <Text size="xs">{words}</Text>
    </div>
  );
}

/** What is drawn of a large view, with the other choices. */
function Detail({ note: { words, choices } }: { readonly note: DetailNote }) {
  const embed = useExplorer((state) => state.embed);
  const playing = useTime((state) => state.playing);
  const { setView, setShowAll } = useExplorer.getState();
  const offered = choices.filter(({ id }) => !(embed && id === "few"));
  return (
    <div
      className={`${classes["note"]} ${classes["detail"]}`}
      role="status"
      aria-live={playing ? "off" : undefined}
    >
      <Text size="xs">{words}</Text>
      <fieldset className={classes["choices"]} aria-label={MAP_TEXTS.detail.choices}>
        {offered.map(({ id, label, view }) => (
          <Button
            key={id}
            size="compact-xs"
            variant="light"
            onClick={() => {
              if (view) setView(view);
              else if (id === "few") setShowAll(!useExplorer.getState().showAll);
              else setGrouping("community");
              keepFocus();
            }}
          >
            {label}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

export function MapNotes({ box, missing, hidden, groups, guides, lines, few, detail }: Props) {
  const view = useExplorer((state) => state.view);
  // Inside another page the door to the whole page leads to all of them.
  const embed = useExplorer((state) => state.embed);
  const locked = useMapMode((state) => state.locked);
  const lasso = useMapMode((state) => state.lasso);
  const names = useNames();
  const { setView, setSetting, setShowAll } = useExplorer.getState();
  const showHidden = (keys: readonly string[]) => {
    const rest = [...parseHidden(useExplorer.getState().settings.hidden)].filter(
      (key) => !keys.includes(key),
    );
    setSetting("hidden", rest.join(";"), "push");
  };
  const hiddenOnes = missing.filter((key) => hidden.includes(key));
  const absent = missing.filter((key) => !hidden.includes(key));
  const naming = (keys: readonly string[]): string =>
    keys.length === 1 ? names.node(keys[0] ?? "") : MAP_TEXTS.several(keys.length);
  return (
    <div ref={box} className={classes["top"]} data-over="parts" data-drawing={lasso || undefined}>
      <FilterChips />
      <NextPicture />
      {detail && <Detail note={detail} />}
      {absent.length > 0 &&
        (detail?.isPart ? (
          <Note action={MAP_TEXTS.detail.showAround} onAction={() => setView(around(absent))}>
            {MAP_TEXTS.detail.notDrawn(naming(absent))}
          </Note>
        ) : (
          <Note action={TEXTS.showIt} onAction={() => setView(widest(view))}>
            {TEXTS.notShown(naming(absent))}
          </Note>
        ))}
      {hidden.length > 0 && (
        <Note
          action={MAP_TEXTS.showHidden}
          onAction={() => showHidden(hiddenOnes.length > 0 ? hiddenOnes : hidden)}
        >
          {hiddenOnes.length > 0 ? `${naming(hiddenOnes)}: ` : ""}
          {MAP_TEXTS.hidden(hiddenOnes.length > 0 ? hiddenOnes.length : hidden.length)}
        </Note>
      )}
      {guides?.aside && (
        <Note action={LOOK_TEXTS.everything} onAction={() => arrange(DEFAULT_LAYOUT)}>
          {guides.notes.join(" ")}
        </Note>
      )}
      {guides && !guides.aside && guides.notes.length > 0 && (
        <div className={classes["note"]} role="status">
          <Text size="xs">{guides.notes.join(" ")}</Text>
        </div>
      )}
      {groups.by !== null && (
        <Note action={MAP_TEXTS.ungroup} onAction={() => setGrouping(null)}>
          {MAP_TEXTS.groupedBy[groups.by]}:{" "}
          {groups.error ??
            (groups.pending
              ? MAP_TEXTS.groupsPending
              : groups.groups.length === 0
                ? MAP_TEXTS.groupsNone
                : MAP_TEXTS.groupsFound(groups.groups.length))}
        </Note>
      )}
      {lines.drawn < lines.all && !detail?.saysLines && (
        <div className={classes["note"]} role="status">
          <Text size="xs">{MAP_TEXTS.lines(lines.drawn, lines.all)}</Text>
        </div>
      )}
      {locked && (
        <Note action={MAP_TEXTS.unlock} onAction={toggleLock}>
          {MAP_TEXTS.locked}
        </Note>
      )}
      {lasso && (
        <Note action={MAP_TEXTS.leaveLasso} onAction={() => setLasso(false)}>
          {MAP_TEXTS.lassoHint}
        </Note>
      )}
      {few && !detail && embed && (
        <div className={classes["note"]} role="status">
          <Text size="xs">{TEXTS.bestOnly(few.drawn, few.all)}</Text>
        </div>
      )}
      {few && !detail && !embed && (
        <Note
          action={few.reduced ? TEXTS.showAll : TEXTS.showBest}
          onAction={() => setShowAll(!useExplorer.getState().showAll)}
        >
          {few.reduced ? TEXTS.bestOnly(few.drawn, few.all) : null}
        </Note>
      )}
    </div>
  );
}
