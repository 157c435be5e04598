import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnalysisResult } from "../../../src/browser/api/computed.ts";
import { captionKey, placeCaptions } from "../../../src/browser/map/captions.ts";
import { foundGroups, groupingOf, kindGroups } from "../../../src/browser/map/groups.ts";
import { dashOf, hullsOf, tintOf } from "../../../src/browser/map/hulls.ts";
import { inside } from "../../../src/browser/map/lasso.ts";
import { composePicture } from "../../../src/browser/map/picture.ts";
import { corridors, type Disc } from "../../../src/formats/svg/corridors.ts";
import { outlinesAround, pathOf } from "../../../src/formats/svg/outline.ts";
import { GRAPH } from "../fixtures.ts";

const picture = composePicture(GRAPH, "light", new Map());
const PAGE = { width: 900, height: 600 };
const outlined = (members: readonly Disc[], others: readonly Disc[]) =>
  outlinesAround(members, others, corridors(members, others), PAGE);
const disc = fc.record({
  x: fc.integer({ min: 0, max: 900 }),
  y: fc.integer({ min: 0, max: 600 }),
  radius: fc.integer({ min: 4, max: 18 }),
});
/** Whether a point lies within outlines, by the even-odd rule over all of them. */
const holds = (outlines: readonly (readonly { x: number; y: number }[])[], at: { x: number; y: number }) =>
  outlines.filter((outline) => inside(outline, at)).length % 2 === 1;
/** Discs of which no two touch. */
const apart = fc.array(disc, { minLength: 2, maxLength: 40 }).map((all) =>
  all.filter(
    (one, at) =>
      !all.slice(0, at).some((other) => {
        const rims = one.radius + other.radius;
        return Math.hypot(one.x - other.x, one.y - other.y) < rims + 8;
      }),
  ),
);

describe("outlines of groups", () => {
  it("hold every member and no other node, wherever these stand", () => {
    fc.assert(
      fc.property(apart, fc.integer({ min: 1, max: 10 }), (all, count) => {
        const [members, others] = [all.slice(0, count), all.slice(count)];
        const outlines = outlined(members, others);
        for (const member of members) expect(holds(outlines, member)).toBe(true);
        for (const { x, y, radius } of others)
          for (let turn = 0; turn < 8; turn++) {
            const at = { x: x + radius * Math.cos(turn), y: y + radius * Math.sin(turn) };
            expect(holds(outlines, at)).toBe(false);
          }
      }),
    );
  });

  it("join members past what stands between them", () => {
    const ends = [
      { x: 100, y: 300, radius: 8 },
      { x: 400, y: 300, radius: 8 },
    ];
    expect(outlined(ends, [])).toHaveLength(1);
    const between = { x: 250, y: 300, radius: 10 };
    expect(outlined(ends, [between])).toHaveLength(1);
    // A wall of nodes leaves two islands.
    const wall = Array.from({ length: 60 }, (_, at) => ({ x: 250, y: at * 14, radius: 10 }));
    expect(outlined(ends, wall)).toHaveLength(2);
  });

  it("have few points along straight stretches", () => {
    const ends = (far: number) => [
      { x: 100, y: 100, radius: 10 },
      { x: 100 + far, y: 100 + far / 2, radius: 10 },
    ];
    const [near, wide] = [100, 700].map((far) => outlined(ends(far), [])[0]?.length ?? 0);
    expect(Math.abs((wide as number) - (near as number))).toBeLessThan(20);
  });

  it("are drawn as curves through the middles of their sides", () => {
    const square = [0, 1, 2, 3].map((at) => ({ x: at === 1 || at === 2 ? 10 : 0, y: at > 1 ? 10 : 0 }));
    expect(pathOf([square])).toBe(
      "M0.0 5.0Q0.0 0.0 5.0 0.0Q10.0 0.0 10.0 5.0Q10.0 10.0 5.0 10.0Q0.0 10.0 0.0 5.0Z",
    );
  });

  it("keep a distance from every disc", () => {
    const discs = [
      { x: 100, y: 100, radius: 10 },
      { x: 200, y: 130, radius: 20 },
    ];
    const outlines = outlined(discs, []);
    for (const { x, y, radius } of discs)
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const)
        expect(holds(outlines, { x: x + dx * (radius + 8), y: y + dy * (radius + 8) })).toBe(true);
  });

  it("are drawn for groups of two or more on the map", () => {
    const group = (id: string, keys: readonly string[], place: number) => ({ id, label: id, keys, place });
    const hulls = hullsOf(
      [group("one", ["actor:a"], 0), group("two", ["actor:a", "actor:b"], 1), group("gone", ["x", "y"], 2)],
      "light",
      {
        nodes: picture.nodes,
        sight: { x: 0, y: 0, scale: 1 },
        size: PAGE,
        factor: 1,
        place: ({ x, y, size }) => ({ x: PAGE.width / 2 + x, y: PAGE.height / 2 - y, radius: size }),
      },
    );
    expect(hulls.map(({ group: { id } }) => id)).toEqual(["two"]);
  });
});

describe("colours of groups", () => {
  it.each(["light", "dark"] as const)("are twelve, and with their dashes 24 outlines, %s", (theme) => {
    const places = Array.from({ length: 24 }, (_, place) => place);
    expect(new Set(places.slice(0, 12).map((place) => tintOf(theme, place))).size).toBe(12);
    expect(new Set(places.map((place) => `${tintOf(theme, place)} ${dashOf(place)}`)).size).toBe(24);
    expect(places.slice(0, 8).every((place) => dashOf(place).length === 0)).toBe(true);
  });
});

describe("groups", () => {
  const result = (rows: AnalysisResult["tables"][number]["rows"]): AnalysisResult => ({
    analysis: "coalitions",
    summary: "",
    parameters: {},
    notes: [],
    tables: [{ id: "coalitions", title: "", columns: [], rows }],
  });

  it("are those of the analysis that are on the map, named by their best-evidenced members", () => {
    const found = foundGroups(
      picture,
      "coalition",
      result([
        { cells: { coalition: 1 }, nodes: ["actor:b", "actor:a", "actor:c", "actor:gone"], statements: [] },
        { cells: { coalition: 2 }, nodes: ["actor:gone", "actor:a"], statements: [] },
      ]),
    );
    expect(found).toEqual([
      {
        id: "Coalition 1",
        label: "Coalition 1: actor:a, actor:b and 1 more",
        keys: ["actor:b", "actor:a", "actor:c"],
        place: 0,
      },
    ]);
  });

  it("are actors by kind", () => {
    expect(kindGroups(picture, ["Movement", "State"])).toMatchObject([
      { label: "State", keys: ["actor:a", "actor:b", "actor:c"], place: 1 },
    ]);
  });

  it("are read from the look, and only known ones", () => {
    expect(groupingOf("color=kind;groups=coalition")).toBe("coalition");
    expect(groupingOf("groups=flags")).toBeNull();
    expect(groupingOf("")).toBeNull();
  });
});

describe("names of groups", () => {
  it("stand at their outlines, over no label and no centre, or are left out", () => {
    const group = { id: "g", label: "Coalition 1: Egypt, Qatar and 3 more", keys: [], place: 0 };
    const discs = [
      { x: 300, y: 300, radius: 20 },
      { x: 420, y: 320, radius: 20 },
    ];
    const outlines = outlined(discs, []);
    const hull = { group, color: "#000000", dash: [], outlines };
    const measure = (text: string) => text.length * 6.6;
    const area = { width: 900, height: 600 };
    const [caption] = placeCaptions([hull], [], [], measure, 15, area);
    expect(caption?.key).toBe(captionKey(group));
    const blocked = { key: "n", x: (caption?.left ?? 0) + 20, y: (caption?.top ?? 0) + 8, radius: 5 };
    const [aside] = placeCaptions([hull], [], [blocked], measure, 15, area);
    expect(aside && (aside.left !== caption?.left || aside.top !== caption.top)).toBe(true);
    // Where there is no room for the whole name, what is left of it is a name and no beginning of one.
    const names = Array.from({ length: 40 }, (_, at) => {
      const width = 80 + 5 * at;
      const narrow = {
        ...hull,
        outlines: outlines.map((outline) =>
          outline.map(({ x, y }) => ({ x: width / 4 + ((x - 268) * width) / 368, y })),
        ),
      };
      const [one] = placeCaptions([narrow], [], [], measure, 15, { width, height: 600 });
      return one?.text.replaceAll("\n", " ");
    });
    expect(new Set(names.filter((name) => name !== undefined))).toEqual(
      new Set([group.label, "Coalition 1"]),
    );
    const full = { key: "x", text: "", left: 0, top: 0, width: 900, height: 600 };
    expect(placeCaptions([hull], [full], [], measure, 15, area)).toEqual([]);
  });
});
