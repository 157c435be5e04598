/** The map of the house dataset as it stands in windows of usual sizes, without a browser. */
import { fitSight, NO_PADDING, onScreen, type Size, withMargin } from "../../src/browser/map/camera.ts";
import { pointsInSight, REMOTE_LABELS, wantedLabels, wordBoxes } from "../../src/browser/map/label-layer.ts";
import { placeLabels } from "../../src/browser/map/labels.ts";
import { byImportance, composePicture, extent, type PictureNode } from "../../src/browser/map/picture.ts";
import { sizeFactor } from "../../src/browser/map/sizes.ts";
import { serializeGraph } from "../../src/formats/graph-json.ts";
import { placeGuides } from "../../src/formats/svg/guides.ts";
import { textWidth } from "../../src/formats/svg/text.ts";
import { DEFAULT_VIEW } from "../../src/model/view.ts";
import { applyView } from "../../src/view/apply-view.ts";
import { houseIndex } from "./house.ts";

const index = houseIndex();

/** Layouts of the house dataset, and rooms in pixels that its map has in small and large windows. */
export const HOUSE_LAYOUTS = ["force", "circular", "two-column", "spectrum:isf-deployed", "time"] as const;
export const MAP_SIZES: readonly Size[] = [
  { width: 992, height: 560 },
  { width: 1630, height: 840 },
];

/** The map of one layout, fitted to a room. */
export function houseMap(layout: string, size: Size) {
  const { graph } = applyView(index, { ...DEFAULT_VIEW, layout });
  const picture = composePicture(serializeGraph(graph) as never, "light", new Map());
  const sight = fitSight(extent(picture), size, withMargin(NO_PADDING, picture.guides?.margin ?? 0));
  const factor = sizeFactor(picture.nodes, sight.scale);
  const place = (node: PictureNode) => ({ ...onScreen(node, sight, size), radius: node.size * factor });
  const guides =
    picture.guides && placeGuides(picture.guides, (at) => onScreen(at, sight, size), sight.scale);
  return { picture, sight, factor, place, guides, size };
}

/** The labels of such a map, by mean widths of letters. */
export function houseLabels({ picture, place, guides, size }: ReturnType<typeof houseMap>) {
  const scene = { picture, emphasis: null, rings: [], ...size, place };
  const points = pointsInSight(scene);
  const wanted = wantedLabels({ ...scene, order: byImportance(picture) }, points);
  const measure = (text: string) => textWidth(text, 12);
  return placeLabels(wanted, [...points.values()], measure, 15, size, REMOTE_LABELS, wordBoxes(guides));
}
