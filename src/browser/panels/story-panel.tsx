/** The Story panel: saved views with notes, in an order, played with the arrow keys. */

import { Alert, Button, Group, Textarea, TextInput, VisuallyHidden } from "@mantine/core";
import { useRef, useState } from "react";
import { Fault } from "../../model/problem.ts";
import { useDataset } from "../api/hooks.ts";
import type { IconName } from "../shell/icons.tsx";
import { SMALL_SCREEN } from "../shell/screen.ts";
import { parseAddress } from "../state/address.ts";
import { addressOf } from "../state/history.ts";
import { usePlaying } from "../state/playing.ts";
import { useExplorer } from "../state/store.ts";
import { save } from "./export/png.ts";
import type { PanelProps } from "./panel.ts";
import { PanelHead } from "./parts/panel-head.tsx";
import { PlainAction } from "./parts/plain-action.tsx";
import { showScene } from "./story/show-scene.ts";
import {
  ADDRESS_LIMIT,
  formatStory,
  moved,
  parseStory,
  readStoryFile,
  type Scene,
  type Story,
  sceneQuery,
  storyFile,
} from "./story/story.ts";
import { STORY_TEXTS as T } from "./story/texts.ts";
import { TEXTS } from "./texts.ts";
import "./panels.css";
import "./story/story.css";

/** The query of the view on the screen. */
const queryNow = (): string => sceneQuery(new URL(addressOf(useExplorer.getState()), "http://page/").search);

/** Faults of scenes that are spelt out. */
const MOST_FAULTS = 5;

/** What the scenes of a file ask for and cannot be followed; they are played without it. */
function faultsOfScenes(scenes: readonly Scene[]): readonly string[] {
  const faults = scenes.flatMap(({ query }, at) =>
    parseAddress("/", `?${query}`).notices.map(({ message, remedy }) =>
      T.inScene(at + 1, `${message} ${remedy}`),
    ),
  );
  const rest = faults.length - MOST_FAULTS;
  return rest > 0 ? [...faults.slice(0, MOST_FAULTS), T.moreFaults(rest)] : faults;
}

export function StoryPanel({ onClose }: PanelProps) {
  const text = useExplorer((state) => state.settings.story);
  const dataset = useDataset().data;
  const story = parseStory(text);
  const [said, setSaid] = useState("");
  const { scenes } = story;
  const [problems, setProblems] = useState<readonly string[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const change = (next: Story, step: "push" | "replace" = "push") =>
    useExplorer.getState().setSetting("story", formatStory(next), step);
  const changeScenes = (next: readonly Scene[], step?: "push" | "replace") =>
    change({ ...story, scenes: next }, step);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      const read = readStoryFile(await chosen.text());
      setProblems([
        ...(dataset && read.dataset !== dataset.id ? [T.otherDataset(read.dataset)] : []),
        ...faultsOfScenes(read.story.scenes),
      ]);
      change(read.story);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setProblems([`${T.notOpened} ${error.message}. ${error.remedy}`]);
    }
  };
  return (
    <div className="sg-panel sg-story">
      <PanelHead title={T.title} onClose={onClose} label={TEXTS.closePanel(T.title)} />
      {scenes.length === 0 && <p className="sg-line sg-dim">{T.intro}</p>}
      {(scenes.length > 0 || story.title !== "") && (
        <TextInput
          size="xs"
          label={T.name}
          placeholder={T.namePlaceholder}
          value={story.title}
          onChange={(event) => change({ ...story, title: event.currentTarget.value }, "replace")}
        />
      )}
      <ol className="sg-scenes">
        {scenes.map((scene, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: scenes have no other name than their place
          <SceneRow key={at} scene={scene} at={at} scenes={scenes} change={changeScenes} />
        ))}
      </ol>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            changeScenes([...scenes, { note: "", query: queryNow() }]);
            setSaid(T.added(scenes.length + 1));
          }}
        >
          {T.add}
        </Button>
        {scenes.length > 0 && (
          <Button
            size="compact-sm"
            onClick={() => {
              // There the panel lies over what is to be seen.
              if (window.matchMedia(SMALL_SCREEN).matches) useExplorer.getState().setPanels({ left: false });
              showScene(0);
            }}
          >
            {T.play}
          </Button>
        )}
      </Group>
      <Group gap="xs">
        {scenes.length > 0 && dataset && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() =>
              save(
                new Blob([storyFile(story, dataset.id, dataset.version)], { type: "application/json" }),
                `${dataset.id}-story.json`,
              )
            }
          >
            {T.save}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => file.current?.click()}>
          {T.open}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </Group>
      {text.length > ADDRESS_LIMIT && (
        <Alert color="orange" variant="light">
          {T.long}
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert color="orange" variant="light" role="alert">
          {problems.map((problem) => (
            <p key={problem} className="sg-line">
              {problem}
            </p>
          ))}
        </Alert>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}

interface RowProps {
  readonly scene: Scene;
  readonly at: number;
  readonly scenes: readonly Scene[];
  readonly change: (scenes: readonly Scene[], step?: "push" | "replace") => void;
}

function SceneRow({ scene, at, scenes, change }: RowProps) {
  const playing = usePlaying((state) => state.at === at);
  const number = at + 1;
  const put = (part: Partial<Scene>, step?: "replace") =>
    change(
      scenes.map((one, index) => (index === at ? { ...one, ...part } : one)),
      step,
    );
  const buttons: readonly (readonly [string, IconName, boolean, () => void])[] = [
    [T.show(number), "eye", true, () => showScene(at)],
    [T.update(number), "camera", true, () => put({ query: queryNow() })],
    [T.up(number), "up", at > 0, () => change(moved(scenes, at, -1))],
    [T.down(number), "down", at < scenes.length - 1, () => change(moved(scenes, at, 1))],
    [T.remove(number), "close", true, () => change(scenes.filter((_, index) => index !== at))],
  ];
  return (
    <li className="sg-scene" aria-current={playing || undefined}>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        aria-label={T.note(number)}
        placeholder={T.notePlaceholder}
        value={scene.note}
        onChange={(event) => put({ note: event.currentTarget.value }, "replace")}
      />
      <div className="sg-actions">
        {buttons.map(([label, icon, ready, run]) => (
          <PlainAction key={icon} size={26} variant="subtle" color="gray" {...{ label, icon, ready, run }} />
        ))}
      </div>
    </li>
  );
}
