/** What the maps of the house dataset must be to be read: names beside their own nodes, nodes apart, outlines around members only. */
import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analysis/structure/registry.ts";
import type { AnalysisResult } from "../../src/browser/api/computed.ts";
import { NO_PADDING } from "../../src/browser/map/camera.ts";
import { foundGroups, kindGroups } from "../../src/browser/map/groups.ts";
import { hullsOf } from "../../src/browser/map/hulls.ts";
import { pointsInSight, wantedLabels } from "../../src/browser/map/label-layer.ts";
import { inside } from "../../src/browser/map/lasso.ts";
import { byImportance } from "../../src/browser/map/picture.ts";
import type { PlacedLabel } from "../../src/formats/svg/occupied.ts";
import { isAt, unturned } from "../../src/formats/svg/radial.ts";
import { outlineOf } from "../../src/formats/svg/shapes.ts";
import { DEFAULT_VIEW } from "../../src/model/view.ts";
import { selectView } from "../../src/view/apply-view.ts";
import { houseIndex } from "../support/house.ts";
import {
  HOUSE_LAYOUTS,
  houseLabels,
  houseMap,
  houseWindow,
  MAP_SIZES,
  WINDOWS,
} from "../support/house-map.ts";

const index = houseIndex();
const CASES = HOUSE_LAYOUTS.flatMap((layout) =>
  MAP_SIZES.map((size) => [layout, size.width, houseMap(layout, size)] as const),
);
const FIRST_CASES = HOUSE_LAYOUTS.flatMap((layout) =>
  WINDOWS.map((window) => [layout, window.width, window.height, houseWindow(layout, window)] as const),
);

/** Pixels from a box to the rim of a disc, below 0 within it. */
function away(box: PlacedLabel, { x, y, radius }: { x: number; y: number; radius: number }): number {
  const dx = Math.max(box.left - x, 0, x - box.left - box.width);
  const dy = Math.max(box.top - y, 0, y - box.top - box.height);
  return Math.hypot(dx, dy) - radius;
}

describe.each(CASES)("the map of the house dataset, %s, %i pixels wide", (_, __, map) => {
  const labels = houseLabels(map);
  it("shows no name whose nearest node is another's", () => {
    const discs = map.picture.nodes.map((node) => ({ key: node.key, ...map.place(node) }));
    const misread = labels.filter((label) => {
      // Its line says whose it is, or the way it runs.
      if (label.leader || label.turned) return false;
      const own = away(label, discs.find(({ key }) => key === label.key) as (typeof discs)[number]);
      return discs.some((disc) => disc.key !== label.key && away(label, disc) <= Math.max(0, own));
    });
    expect(misread.map(({ text }) => text)).toEqual([]);
  });

  it("lays no node over another, nor lets two touch", () => {
    const shapes = map.picture.nodes.map((node) => ({
      key: node.key,
      ...map.place(node),
      outline: outlineOf(node.shape),
    }));
    const touching = shapes.flatMap((a, at) =>
      shapes.slice(at + 1).flatMap((b) => {
        const angle = Math.atan2(b.y - a.y, b.x - a.x);
        const rims = a.outline.reach(a.radius, angle) + b.outline.reach(b.radius, angle + Math.PI);
        const gap = Math.hypot(b.x - a.x, b.y - a.y) - rims;
        return gap < 0.5 ? [`${a.key} ${b.key} ${gap.toFixed(1)}`] : [];
      }),
    );
    expect(touching).toEqual([]);
  });

  it("lays no name away from its node over another node", () => {
    const discs = map.picture.nodes.map((node) => ({ key: node.key, ...map.place(node) }));
    const over = labels.filter(
      (label) => label.leader && discs.some((disc) => disc.key !== label.key && away(label, disc) <= 0),
    );
    expect(over.map(({ text }) => text)).toEqual([]);
  });
});

describe.each(FIRST_CASES)(
  "the map of the house dataset, %s, in a window of %i × %i pixels",
  (layout, __, height, map) => {
    it("names the fifteen most connected nodes, or where they stand in columns or by dates nearly all", () => {
      const shown = new Set(houseLabels(map).map(({ key }) => key));
      const first = byImportance(map.picture).slice(0, 15);
      const missing = first.filter(({ key }) => !shown.has(key)).map(({ label }) => label);
      // Where there is no place within reach, no long line is drawn over other nodes; a low window may lack the room.
      if (layout === "force") expect(missing).toEqual([]);
      expect(missing.length).toBeLessThan(height < 500 ? 3 : 2);
    });
  },
);

describe("the map of the house dataset on a phone", () => {
  const phone = WINDOWS.find(({ width }) => width === 390) as (typeof WINDOWS)[number];
  const cut = (texts: readonly { readonly text: string }[]) =>
    texts.filter(({ text }) => text.includes("…")).map(({ text }) => text);

  it("writes most names beside columns whole, on two lines where need be", () => {
    const labels = houseLabels(houseWindow("two-column", phone));
    expect(labels.some(({ text }) => text.includes("\n"))).toBe(true);
    expect(cut(labels).length / labels.length).toBeLessThan(0.25);
  });

  it.each(["spectrum:isf-deployed", "time"])("cuts no word beside the nodes, %s", (layout) => {
    const { guides } = houseWindow(layout, phone);
    expect(guides?.texts.length).toBeGreaterThan(2);
    expect(cut(guides?.texts ?? [])).toEqual([]);
  });
});

describe("names around the circle of the house dataset", () => {
  const usual = { ...NO_PADDING, top: 24, right: 48, bottom: 20 };
  const map = houseMap("circular", { width: 992, height: 625 }, usual);
  const labels = houseLabels(map);

  it("are there for all nodes at 1280 × 800 pixels, nearly all of them whole", () => {
    expect(labels.length).toBe(map.picture.nodes.length);
    expect(labels.every(({ turned }) => turned)).toBe(true);
    expect(labels.filter(({ text }) => text.includes("…")).length).toBeLessThan(3);
    // The map writes names at 11.5 pixels or more.
    for (const { turned } of labels) expect(11.5 * (turned?.scale ?? 1)).toBeGreaterThan(10);
  });

  it("must stand whole somewhere only for what is pointed at, not for what is selected", () => {
    const { picture, sight, place, size } = map;
    const key = "actor:egypt";
    const wanted = (lasting: boolean) => {
      const emphasis = { nodes: new Set([key]), edges: new Set<string>(), focus: key, lasting };
      const scene = {
        picture,
        emphasis,
        rings: [{ key, dashed: false }],
        ...size,
        scale: sight.scale,
        place,
      };
      return wantedLabels({ ...scene, order: byImportance(picture) }, pointsInSight(scene))[0];
    };
    expect(wanted(false)).toMatchObject({ key, must: true });
    expect(wanted(true)).toMatchObject({ key, must: false });
  });

  it("run outwards from their own nodes, upright, over no other name and no other node", () => {
    for (const label of labels) {
      const { turned, left, width, top, height } = label;
      expect(Math.abs(turned?.angle ?? 9)).toBeLessThanOrEqual(Math.PI / 2 + 1e-6);
      for (const node of map.picture.nodes) {
        const disc = map.place(node);
        const { x, y } = unturned(label, disc);
        if (node.key !== label.key) {
          expect(away(label, { x, y, radius: disc.radius })).toBeGreaterThan(0);
          continue;
        }
        expect(y).toBeCloseTo(top + height / 2, 3);
        const gap = turned?.anchor === "left" ? left - x : x - left - width;
        expect(gap - disc.radius).toBeGreaterThan(2);
        expect(gap - disc.radius).toBeLessThan(20);
      }
      for (const other of labels)
        if (other !== label)
          for (const share of [0, 0.25, 0.5, 0.75, 1]) {
            const [cos, sin] = [Math.cos(other.turned?.angle ?? 0), Math.sin(other.turned?.angle ?? 0)];
            const along = (share - 0.5) * other.width;
            const middle = { x: other.left + other.width / 2, y: other.top + other.height / 2 };
            expect(isAt(label, { x: middle.x + along * cos, y: middle.y + along * sin }, 0)).toBe(false);
          }
    }
  });
});

const GROUPINGS = ["communities", "coalitions", "kind"] as const;

/** Groups of a map as the page outlines them. */
function groupsOf({ picture }: ReturnType<typeof houseMap>, by: (typeof GROUPINGS)[number]) {
  if (by === "kind") return kindGroups(picture, []);
  const { statements } = selectView(index, DEFAULT_VIEW);
  const input = { index, statements, adjacency: index.adjacency(DEFAULT_VIEW.rollup) };
  const result = ANALYSES.find(({ id }) => id === by)?.run(input);
  return foundGroups(picture, by === "communities" ? "community" : "coalition", result as AnalysisResult);
}

describe.each(CASES)(
  "outlines of groups on the map of the house dataset, %s, %i pixels wide",
  (_, __, map) => {
    it.each(GROUPINGS)("by %s hold all their members and no other node", (by) => {
      const groups = groupsOf(map, by);
      expect(groups.length).toBeGreaterThan(1);
      for (const { group, outlines } of hullsOf(groups, "light", { nodes: map.picture.nodes, ...map })) {
        const within = map.picture.nodes.filter(
          (node) => outlines.filter((outline) => inside(outline, map.place(node))).length % 2 === 1,
        );
        expect(within.map(({ key }) => key).sort()).toEqual([...group.keys].sort());
      }
    });
  },
);
