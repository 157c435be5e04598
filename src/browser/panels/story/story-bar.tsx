/** The bar under the page while a story is played: the scene's note, and the way to the next. */

import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { LegendInLine, useLegendElsewhere } from "../../legend/compact-legend.tsx";
import { keepFocus } from "../../shell/focus.ts";
import { SMALL_SCREEN } from "../../shell/screen.ts";
import { usePlaying } from "../../state/playing.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { PlainAction } from "../parts/plain-action.tsx";
import { showScene, stopPlaying } from "./show-scene.ts";
import { parseStory } from "./story.ts";
import { STORY_TEXTS as T } from "./texts.ts";
import "./story.css";

const FORWARD: ReadonlySet<string> = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK: ReadonlySet<string> = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

export function StoryBar() {
  const at = usePlaying((state) => state.at);
  const { title, scenes } = parseStory(useExplorer((state) => state.settings.story));
  const bar = useRef<HTMLElement>(null);
  const playing = at !== null && at < scenes.length;
  useEffect(() => {
    if (playing) bar.current?.focus({ preventScroll: true });
  }, [playing]);
  if (!playing) return null;
  const stop = () => {
    stopPlaying();
    keepFocus();
  };
  const buttons = [
    [T.previous, "left", at > 0, () => showScene(at - 1)],
    [T.next, "right", at < scenes.length - 1, () => showScene(at + 1)],
    [T.stop, "close", true, stop],
  ] as const;
  return (
    <section
      ref={bar}
      className="sg-story-bar"
      aria-label={title || T.bar}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the bar takes the arrow keys that play the story
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.key === " " && event.target !== bar.current) return;
        if (FORWARD.has(event.key)) showScene(Math.min(at + 1, scenes.length - 1));
        else if (BACK.has(event.key)) showScene(Math.max(at - 1, 0));
        else if (event.key === "Home") showScene(0);
        else if (event.key === "End") showScene(scenes.length - 1);
        else if (event.key === "Escape") stop();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {title !== "" && <h2 className="sg-story-title">{title}</h2>}
      <p className="sg-story-note" aria-live="polite">
        {scenes[at]?.note}
      </p>
      <span className="sg-story-place">{T.position(at + 1, scenes.length)}</span>
      {buttons.map(([label, icon, ready, run]) => (
        <PlainAction key={icon} variant="default" {...{ label, icon, ready, run }} />
      ))}
      <StoryLegend />
    </section>
  );
}

/** The legend beside the map instead of on it; folded where the screen has no room for both. */
function StoryLegend() {
  const { left } = useLegendElsewhere();
  const tab = useExplorer((state) => state.tab);
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  if (left || tab !== "graph") return null;
  return (
    <details className="sg-story-legend" open={!small}>
      <summary>{TEXTS.legend}</summary>
      <section aria-label={TEXTS.legend}>
        <LegendInLine />
      </section>
    </details>
  );
}
