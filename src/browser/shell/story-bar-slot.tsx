/** Room for the bar of a story, loaded only when one is played. */

import { lazy, Suspense } from "react";
import { usePlaying } from "../state/playing.ts";

const StoryBar = lazy(() => import("../panels/story/story-bar.tsx").then((m) => ({ default: m.StoryBar })));

export function StoryBarSlot() {
  const playing = usePlaying((state) => state.at !== null);
  return (
    playing && (
      <Suspense fallback={null}>
        <StoryBar />
      </Suspense>
    )
  );
}
