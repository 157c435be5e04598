/** The map's place while its picture is made, with how far that is where it takes long. */

import { Waiting } from "../shell/states.tsx";
import { useLayoutProgress } from "../state/layout-progress.ts";
import { TEXTS } from "../texts.ts";

export function MapWaiting() {
  const share = useLayoutProgress((state) => state.share);
  return <Waiting label={share === null ? TEXTS.loadingMap : TEXTS.layingOut(Math.floor(100 * share))} />;
}
