/** The map of the house dataset as it stands in windows of usual sizes, without a browser. */
import { coarseAspect } from "../../src/browser/map/aspect.ts";
import {
  fitSight,
  freeRoom,
  NO_PADDING,
  onScreen,
  type Padding,
  type Size,
  withMargin,
} from "../../src/browser/map/camera.ts";
import { compact } from "../../src/browser/map/compact.ts";
import { lineHeightOf, pointsInSight, wantedLabels } from "../../src/browser/map/label-layer.ts";
import {
  bestEvidenced,
  byImportance,
  composePicture,
  extent,
  type Picture,
  type PictureNode,
} from "../../src/browser/map/picture.ts";
import { ringed } from "../../src/browser/map/ring.ts";
import { sizeFactor } from "../../src/browser/map/sizes.ts";
import { serializeGraph } from "../../src/formats/graph-json.ts";
import { placeGuides, wordBoxes } from "../../src/formats/svg/guides.ts";
import { placeLabels, REMOTE_LABELS } from "../../src/formats/svg/labels.ts";
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

/** Windows of usual sizes: the room of the map in them, what notes and buttons cover of it, and how many nodes it shows. */
interface Window extends Size {
  readonly map: Size;
  readonly padding: Padding;
  /** Nodes of the first view on a small screen; absent = all. */
  readonly few?: number;
}

export const WINDOWS: readonly Window[] = [
  {
    width: 1280,
    height: 800,
    map: { width: 992, height: 558 },
    padding: { ...NO_PADDING, top: 60, right: 48, bottom: 40 },
  },
  {
    width: 390,
    height: 844,
    map: { width: 390, height: 690 },
    padding: { ...NO_PADDING, top: 56, right: 44, bottom: 92 },
    few: 25,
  },
  {
    width: 640,
    height: 400,
    map: { width: 640, height: 320 },
    padding: { ...NO_PADDING, top: 60, bottom: 60 },
    few: 25,
  },
];

/** The map of one layout as the page shows it at first in such a window. */
export function houseWindow(layout: string, { map, padding, few }: Window) {
  const room = freeRoom(map, padding);
  const part = (whole: Picture) =>
    compact(bestEvidenced(whole, few ?? 0, new Set()), coarseAspect(room.width, room.height), layout);
  return houseMap(layout, map, padding, few === undefined ? undefined : part);
}

/** The map of one layout, fitted to a room. */
export function houseMap(
  layout: string,
  size: Size,
  padding = NO_PADDING,
  part?: (whole: Picture) => Picture,
) {
  const { graph } = applyView(index, { ...DEFAULT_VIEW, layout });
  const whole = composePicture(serializeGraph(graph) as never, "light", new Map());
  const picture = ringed(part?.(whole) ?? whole, freeRoom(size, padding));
  const sight = fitSight(extent(picture), size, withMargin(padding, picture.guides));
  const factor = sizeFactor(picture.nodes, sight.scale);
  const place = (node: PictureNode) => ({ ...onScreen(node, sight, size), radius: node.size * factor });
  const guides =
    picture.guides && placeGuides(picture.guides, (at) => onScreen(at, sight, size), sight.scale);
  return { picture, sight, factor, place, guides, size };
}

/** The labels of such a map, by mean widths of letters. */
export function houseLabels({ picture, place, guides, size, sight }: ReturnType<typeof houseMap>) {
  const scene = { picture, emphasis: null, rings: [], ...size, scale: sight.scale, place };
  const points = pointsInSight(scene);
  const wanted = wantedLabels({ ...scene, order: byImportance(picture) }, points);
  const measure = (text: string) => textWidth(text, 12);
  return placeLabels(
    wanted,
    [...points.values()],
    measure,
    lineHeightOf(picture),
    size,
    REMOTE_LABELS,
    wordBoxes(guides),
  );
}
