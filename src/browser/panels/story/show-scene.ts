/** Puts a scene of the story on the screen. */

import { parseAddress } from "../../state/address.ts";
import { usePlaying } from "../../state/playing.ts";
import { useExplorer } from "../../state/store.ts";
import { parseStory } from "./story.ts";

/** Shows scene `at` of the story in the address; does nothing when there is none. */
export function showScene(at: number): void {
  const explorer = useExplorer.getState();
  const scene = parseStory(explorer.settings.story).scenes[at];
  if (!scene) return;
  const { notices, ...place } = parseAddress("/", `?${scene.query}`);
  usePlaying.setState({ at });
  explorer.putBack({
    ...place,
    dataset: explorer.dataset,
    embed: explorer.embed,
    view: { ...place.view, theme: explorer.view.theme },
    settings: { ...place.settings, story: explorer.settings.story },
  });
  if (notices.length > 0) useExplorer.setState({ notices, step: "none" });
}

export const stopPlaying = (): void => usePlaying.setState({ at: null });
