import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointsInSight, wantedLabels } from "../../../src/browser/map/label-layer.ts";
import { assemble, composePicture } from "../../../src/browser/map/picture.ts";
import { isMisread, LEAD, rimDistance } from "../../../src/formats/svg/belonging.ts";
import { columnForms, fullForm, labelForms } from "../../../src/formats/svg/label-forms.ts";
import { placeLabels } from "../../../src/formats/svg/labels.ts";
import {
  type LabelNode,
  type Leader,
  Occupied,
  type PlacedLabel,
} from "../../../src/formats/svg/occupied.ts";
import type { Guides } from "../../../src/model/guides.ts";
import { GRAPH } from "../fixtures.ts";

const AREA = { width: 900, height: 600 };
const HEIGHT = 15;
const measure = (text: string) => text.length * 6.6;
const nodes = fc
  .array(
    fc.record({
      x: fc.integer({ min: -50, max: 950 }),
      y: fc.integer({ min: -50, max: 650 }),
      radius: fc.integer({ min: 2, max: 20 }),
      length: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 120 },
  )
  .map((list) =>
    list.map(
      ({ length, ...place }, at): LabelNode => ({ ...place, key: `n${at}`, text: "x".repeat(length) }),
    ),
  );

const overlap = (a: PlacedLabel, b: PlacedLabel) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

describe("the label pass", () => {
  it("never lays a label over another, over another node's centre, or out of the picture", () => {
    fc.assert(
      fc.property(nodes, fc.constantFrom(0, 18, 120), (all, remote) => {
        const placed = placeLabels(all, all, measure, HEIGHT, AREA, remote);
        placed.forEach((label, at) => {
          expect(label.left >= 0 && label.top >= 0).toBe(true);
          expect(label.left + label.width <= AREA.width && label.top + label.height <= AREA.height).toBe(
            true,
          );
          for (const other of placed.slice(at + 1)) expect(overlap(label, other)).toBe(false);
          for (const node of all) {
            if (node.key === label.key) continue;
            const inside =
              node.x >= label.left &&
              node.x <= label.left + label.width &&
              node.y >= label.top &&
              node.y <= label.top + label.height;
            expect(inside).toBe(false);
          }
        });
      }),
    );
  });

  it("never lets a label stand as near to another node as to its own", () => {
    fc.assert(
      fc.property(nodes, (all) => {
        for (const label of placeLabels(all, all, measure, HEIGHT, AREA, 0)) {
          const own = all.find(({ key }) => key === label.key) as LabelNode;
          const box = { ...label, key: "" };
          for (const other of all)
            if (other !== own) expect(rimDistance(box, other)).toBeGreaterThan(rimDistance(box, own));
        }
      }),
    );
  });

  it("names what the reader points at, whatever stands around it", () => {
    const all = Array.from(
      { length: 100 },
      (_, at): LabelNode => ({
        key: `n${at}`,
        text: "a name of its own",
        x: 300 + (at % 10) * 9,
        y: 300 + Math.floor(at / 10) * 9,
        radius: 4,
      }),
    );
    const [pointed] = all.slice(44) as [LabelNode];
    const named = (must: boolean) =>
      placeLabels([{ ...pointed, must }], all, measure, HEIGHT, AREA, 0).map(({ key }) => key);
    expect(named(false)).toEqual([]);
    expect(named(true)).toEqual(["n44"]);
  });

  it("takes a node at the beginning of a line for its owner rather than one over its end", () => {
    const box = { left: 100, top: 100, width: 90, height: 15 };
    const over = { x: 140, y: 92, radius: 6 };
    const before = { x: 90, y: 107, radius: 7 };
    expect(isMisread(box, over, before, LEAD)).toBe(true);
    expect(isMisread(box, over, { ...before, x: 80 }, LEAD)).toBe(false);
  });

  it("labels every node where there is room, below it", () => {
    const all = [0, 1, 2, 3].map(
      (at): LabelNode => ({ key: `n${at}`, text: "label", x: 100 + 200 * at, y: 300, radius: 8 }),
    );
    const placed = placeLabels(all, all, measure, HEIGHT, AREA, 0);
    expect(placed.map(({ key }) => key)).toEqual(["n0", "n1", "n2", "n3"]);
    for (const { top } of placed) expect(top).toBe(310);
  });

  it("names the most important of a small map full of nodes, each beside its own or tied to it by a line", () => {
    const area = { width: 430, height: 390 };
    const all = Array.from({ length: 130 }, (_, at): LabelNode => {
      const [column, row] = [at % 13, Math.floor(at / 13)];
      return {
        key: `n${at}`,
        text: "Muslim-majority states",
        x: 40 + column * 28,
        y: 90 + row * 22,
        radius: 6,
      };
    });
    const middle = all.filter(({ x, y }) => Math.abs(x - 208) < 30 && Math.abs(y - 190) <= 10);
    const wanted = [...middle, ...all.filter((node) => !middle.includes(node))];
    const placed = placeLabels(wanted, all, measure, HEIGHT, area, 18);
    expect(middle.length).toBeGreaterThan(0);
    expect(placed.map(({ key }) => key)).toContain(middle[0]?.key);
    for (const { key, left, top, width, height, leader } of placed) {
      if (leader) continue;
      const { x, y } = all.find((node) => node.key === key) as LabelNode;
      const away = Math.hypot(
        Math.max(left - x, 0, x - left - width),
        Math.max(top - y, 0, y - top - height),
      );
      expect(away).toBeLessThan(20);
    }
  });

  it("names the issue on top of a layout above it, clear of the tips of its lines", () => {
    const { nodes } = composePicture(GRAPH, "light", new Map());
    const raised = nodes.map((node) => (node.key === "issue:i" ? { ...node, y: 9_000 } : node));
    const place = () => ({ x: 300, y: 300, radius: 5 });
    const all = { emphasis: null, rings: [], width: 900, height: 600, place };
    const above = (guides: Guides | null) => {
      const picture = assemble(raised, [], guides);
      const wanted = wantedLabels(
        { picture, order: raised, ...all, scale: 1 },
        pointsInSight({ picture, ...all }),
      );
      return wanted.filter((one) => one.above).map(({ key }) => key);
    };
    const guides: Guides = { lines: [], texts: [], notes: [], aside: [], labels: "around", margin: 0 };
    expect(above(guides)).toEqual(["issue:i"]);
    expect(above(null)).toEqual([]);
    const top: LabelNode = { key: "n", text: "name", x: 300, y: 300, radius: 10, above: true };
    const [box] = placeLabels([top], [top], measure, HEIGHT, AREA, 1);
    expect(box && box.top + box.height < 300).toBe(true);
  });

  it("lets names stand over nodes that are only a trace", () => {
    const nodes = composePicture(GRAPH, "light", new Map()).nodes.map((node, at) =>
      at === 0 ? { ...node, trace: true } : node,
    );
    const picture = assemble(nodes, []);
    const place = () => ({ x: 50, y: 50, radius: 5 });
    const points = pointsInSight({ picture, emphasis: null, rings: [], width: 100, height: 100, place });
    expect(nodes.map(({ key }) => points.get(key)?.faint)).toEqual(nodes.map((_, at) => at === 0));
  });

  it("names the most important in a crowd, over nodes of less weight if need be, and none over another", () => {
    const name = "The Standing Committee on the Oversight of Transitional Arrangements";
    const [text = "", ...shorter] = labelForms(name);
    const all = Array.from(
      { length: 330 },
      (_, at): LabelNode => ({
        key: `n${at}`,
        text,
        shorter,
        x: 30 + (at % 22) * 40,
        y: 20 + Math.floor(at / 22) * 38,
        radius: 7,
      }),
    );
    const important = new Set(all.filter((_, at) => at % 18 === 0).map(({ key }) => key));
    const wanted = all.toSorted((a, b) => Number(important.has(b.key)) - Number(important.has(a.key)));
    const placed = placeLabels(wanted, all, measure, HEIGHT, AREA, 18);
    expect(placed.length).toBeGreaterThanOrEqual(15);
    for (const [at, label] of placed.entries())
      for (const other of placed.slice(at + 1)) expect(overlap(label, other)).toBe(false);
  });

  it("breaks names beside a column into two lines only where there is room for these", () => {
    expect(columnForms("Egypt", 122, true)).toEqual(["Egypt"]);
    const [first, second] = columnForms("Muslim-majority states", 112, true);
    expect([first, second?.includes("\n")]).toEqual(["Muslim-majority\nstates", false]);
    expect(columnForms("Muslim-majority states", 112, false).every((form) => form.includes("…"))).toBe(true);
    expect(columnForms("One that takes many more lines than two", 80, true)[0]).toContain("…");
  });

  it("breaks long names into lines, and shortens them only when whole ones do not fit", () => {
    expect(labelForms("Egypt")).toEqual(["Egypt"]);
    expect(labelForms("Israel keeps security role").every((form) => !form.includes("…"))).toBe(true);
    const long = labelForms("A name that is a good deal longer than any map has room for");
    expect(long[0]?.split("\n").length).toBeGreaterThan(1);
    expect(long.at(-1)).toContain("…");
    expect(fullForm("word ".repeat(40).trim()).replaceAll("\n", " ")).toBe("word ".repeat(40).trim());
  });

  it("keeps clear of a neighbour that could be taken for its owner", () => {
    const own: LabelNode = { key: "own", text: "Israel keeps a role", x: 300, y: 300, radius: 8 };
    // Its usual place, below, would lie right above the other.
    const other: LabelNode = { key: "other", text: "Netanyahu", x: 300, y: 338, radius: 8 };
    const [label] = placeLabels([own], [own, other], measure, HEIGHT, AREA, 18);
    expect(label && label.top + label.height).toBeLessThanOrEqual(300);
  });

  it("ties a name that finds no place beside its node to it by a line, clear of names and nodes", () => {
    const own: LabelNode = { key: "own", text: "Israel keeps a role", x: 300, y: 300, radius: 8 };
    const ring = Array.from({ length: 14 }, (_, at): LabelNode => {
      const angle = (2 * Math.PI * at) / 14;
      const [x, y] = [300 + 24 * Math.cos(angle), 300 + 24 * Math.sin(angle)];
      return { key: `r${at}`, text: "", x, y, radius: 3 };
    });
    const all = [own, ...ring];
    expect(placeLabels([own], all, measure, HEIGHT, AREA, 0)).toEqual([]);
    const [label] = placeLabels([own], all, measure, HEIGHT, AREA, 1) as [PlacedLabel];
    const { from, to } = label.leader as Leader;
    expect(Math.hypot(from.x - 300, from.y - 300)).toBeCloseTo(8);
    expect(rimDistance(label, { ...to, radius: 0 })).toBeCloseTo(0);
    for (const other of ring) expect(rimDistance(label, other)).toBeGreaterThan(1);
  });

  it("lets no name stand away from its node next to one that has stepped back, but for a line", () => {
    const own: LabelNode = { key: "own", text: "Palestinians", x: 300, y: 300, radius: 6 };
    const ring = Array.from({ length: 12 }, (_, at): LabelNode => {
      const angle = (2 * Math.PI * at) / 12;
      const [x, y] = [300 + 20 * Math.cos(angle), 300 + 20 * Math.sin(angle)];
      return { key: `r${at}`, text: "", x, y, radius: 3 };
    });
    const faint = [-1, 0, 1].flatMap((row) =>
      [-1, 1].map((side): LabelNode => {
        return {
          key: `f${row}${side}`,
          text: "",
          x: 300 + 90 * side,
          y: 300 + 40 * row,
          radius: 5,
          faint: true,
        };
      }),
    );
    const [label] = placeLabels([own], [own, ...ring, ...faint], measure, HEIGHT, AREA, 1) as [PlacedLabel];
    const nearer = faint.some((other) => rimDistance(label, other) <= rimDistance(label, own));
    expect(label.leader !== undefined || !nearer).toBe(true);
    for (const x of Array.from({ length: 40 }, (_, at) => 302 + 2 * at)) {
      const other: LabelNode = { key: "faint", text: "", x, y: 347, radius: 5, faint: true };
      const occupied = new Occupied();
      occupied.addPoint(other);
      const box: PlacedLabel = { key: "own", text: own.text, left: 300, top: 327, width: 80, height: HEIGHT };
      expect(occupied.cost(box, own, LEAD, null)).toBe(Number.POSITIVE_INFINITY);
      expect(occupied.cost({ ...box, top: 310 }, own, LEAD, null)).toBeLessThan(100);
    }
  });

  it("leaves a clear gap between two names on one line", () => {
    const [left, right] = [0, 1].map(
      (at): LabelNode => ({ key: `n${at}`, text: "ten lettrs", x: 300 + 70 * at, y: 300, radius: 8 }),
    ) as [LabelNode, LabelNode];
    const [a, b] = placeLabels([left, right], [left, right], measure, HEIGHT, AREA, 0) as [
      PlacedLabel,
      PlacedLabel,
    ];
    const apart = b.left - a.left - a.width;
    expect(apart >= 8 || Math.abs(a.top - b.top) >= HEIGHT).toBe(true);
  });

  it("gives the room to the more important one", () => {
    const near = (key: string, x: number): LabelNode => ({
      key,
      text: "a rather long label indeed",
      x,
      y: 15,
      radius: 4,
    });
    const all = Array.from({ length: 12 }, (_, at) => near(`n${at}`, 300 + at * 12));
    const area = { width: 900, height: 40 };
    const keys = placeLabels(all, all, measure, HEIGHT, area, 0).map(({ key }) => key);
    expect(keys[0]).toBe("n0");
    expect(keys.length).toBeLessThan(all.length);
  });
});
