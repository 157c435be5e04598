/** The picture on the screen as SVG; that of the server where no map is drawn. */

import { useDataset } from "../../api/hooks.ts";
import { useMapDressing } from "../../legend/look-legend.tsx";
import { useTimedGraph } from "../../map/use-timed.ts";
import { parseHidden } from "../../state/hidden.ts";
import { useMapAccess } from "../../state/map-access.ts";
import { useExplorer } from "../../state/store.ts";
import { fetchText } from "./fetch-text.ts";
import { exportHref } from "./links.ts";
import { pictureQuery } from "./picture-query.ts";

/** Resolves with the text of the picture; rejects with an `ApiError` when it must be fetched and cannot be. */
export function useScreenSvg(): () => Promise<string> {
  const view = useExplorer((state) => state.view);
  const dataset = useExplorer((state) => state.dataset);
  const description = useDataset().data;
  const timed = useTimedGraph(view);
  const dressing = useMapDressing(view);
  return async () => {
    const { handle, places, guides, groups } = useMapAccess.getState();
    const graph = timed.part ?? timed.graph.data;
    if (!handle || !graph || !description) return fetchText(exportHref(dataset, "svg", view));
    const { screenSvg } = await import("./screen-svg.ts");
    const state = useExplorer.getState();
    const { highlight, selection } = state;
    const hidden = parseHidden(state.settings.hidden).size;
    const day = new Date().toISOString().slice(0, 10);
    const marks = { highlight, selection, hidden, query: pictureQuery(state) };
    return screenSvg(
      { graph, dressing, theme: view.theme, places, guides, groups, ...marks },
      description,
      day,
    );
  };
}
