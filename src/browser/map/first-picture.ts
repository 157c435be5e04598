/** The picture that came with the page stands over the map's place until something better is there. */

import { useEffect } from "react";

/** Takes it away; nothing happens when it has gone or never came. */
const dropFirstPicture = (): void => document.getElementById("first-picture")?.remove();

/** Takes it away once what is `there` in its place has been painted, or the place itself goes. */
export function useFirstPicture(there: boolean): void {
  useEffect(() => {
    if (!there) return;
    // What was drawn in this frame is on the screen in the next.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(dropFirstPicture);
    });
    return () => cancelAnimationFrame(frame);
  }, [there]);
  useEffect(() => dropFirstPicture, []);
}
