import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emphasisOf } from "../../../src/browser/map/emphasis.ts";
import { furtherLines, isThinned, linesNote, linesOver, mainLines } from "../../../src/browser/map/lines.ts";
import {
  assemble,
  composePicture,
  type PictureEdge,
  type PictureNode,
  placed,
} from "../../../src/browser/map/picture.ts";
import { pinned } from "../../../src/browser/map/places.ts";
import { SceneGraph } from "../../../src/browser/map/scene-graph.ts";
import { sizeFactor } from "../../../src/browser/map/sizes.ts";
import { Centres } from "../../../src/formats/svg/centres.ts";
import { growth } from "../../../src/formats/svg/strokes.ts";
import { GRAPH } from "../fixtures.ts";

const small = composePicture(GRAPH, "light", new Map());
const [a, b] = small.nodes as [PictureNode, PictureNode];
const [line] = small.edges as [PictureEdge];

/** A picture of two nodes with more lines than are drawn; the last ones have most statements. */
const large = assemble(
  [a, b],
  Array.from({ length: 5000 }, (_, at) => ({ ...line, key: `k${at}`, count: 1 + at })),
);
const around = (picture: typeof large, key: string) =>
  emphasisOf(picture, { pointed: { type: "node", key }, group: null, highlight: null, selection: null });

describe("lines of a large picture", () => {
  it("are those with most statements, and all of a smaller one", () => {
    expect(mainLines(small)).toBe(small.edges);
    const lines = mainLines(large);
    expect(isThinned(small)).toBe(false);
    expect(isThinned(large)).toBe(true);
    expect(linesNote(small)).toBeNull();
    expect(linesNote(large)).toMatch(/^The 2,500 lines with most statements of /);
    expect(lines.length).toBeLessThan(large.edges.length);
    expect(lines.at(-1)?.key).toBe("k4999");
    expect(lines[0]?.key).toBe(`k${5000 - lines.length}`);
    expect(mainLines(large)).toBe(lines);
  });

  it("are completed by those of what stands out", () => {
    expect(furtherLines(large, null)).toEqual([]);
    const further = furtherLines(large, around(large, a.key));
    expect(further.map(({ key }) => key)).toContain("k0");
    expect(further.some((edge) => mainLines(large).includes(edge))).toBe(false);
  });
});

describe("lines over the nodes that step back", () => {
  const marked = (keys: readonly string[]) => ({
    nodes: new Set([a.key, b.key]),
    edges: new Set(keys),
    focus: null,
    lasting: true,
  });

  it("are all that stand out, main ones and others, in a crowd", () => {
    expect(linesOver(large, null)).toEqual([]);
    expect(linesOver(large, marked(["k0", "k4999", "gone"])).map(({ key }) => key)).toEqual(["k0", "k4999"]);
  });

  it("are none of a picture that shows all of its lines, nor so many that they would hide the nodes", () => {
    expect(linesOver(small, marked(small.edges.map(({ key }) => key)))).toEqual([]);
    expect(linesOver(large, marked(large.edges.map(({ key }) => key)))).toEqual([]);
  });
});

describe("what sigma walks", () => {
  it("has every node and every drawn line, with its ends", () => {
    const graph = new SceneGraph(small, null);
    expect(graph.order).toBe(small.nodes.length);
    expect(graph.edges()).toHaveLength(small.edges.length);
    for (const [at, name] of graph.edges().entries())
      expect(graph.extremities(name)).toEqual([small.edges[at]?.source, small.edges[at]?.target]);
    expect(new SceneGraph(large, null).edges()).toHaveLength(mainLines(large).length);
  });

  it("touches no more than what changes its emphasis", () => {
    const graph = new SceneGraph(small, null);
    const first = graph.emphasise(around(small, "actor:c"));
    expect(new Set(first.nodes)).toEqual(new Set(["actor:c", "issue:i"]));
    expect(first.edges.map((name) => graph.getEdgeAttributes(name).edge.key)).toEqual(["ci"]);
    const second = graph.emphasise(around(small, "actor:b"));
    // The issue stands out before and after.
    expect(second.nodes).not.toContain("issue:i");
    expect(second.nodes).toContain("actor:c");
    graph.emphasise(null);
    graph.forEachNode((_, item) => expect(item.stands).toBe(false));
  });

  it("takes over the same picture at other places, and no other picture", () => {
    const graph = new SceneGraph(small, null);
    const moved = placed(
      small,
      small.nodes.map(({ key, x, y }) => (key === "actor:c" ? { x: x + 5, y } : { x, y })),
    );
    const touched = graph.adopt(moved);
    expect(touched?.nodes).toEqual(["actor:c"]);
    expect(touched?.edges.map((name) => graph.getEdgeAttributes(name).edge.key)).toEqual(["ci"]);
    expect(graph.adopt(composePicture(GRAPH, "dark", new Map()))?.nodes).toHaveLength(small.nodes.length);
    expect(graph.adopt(assemble(small.nodes.slice(1), []))).toBeNull();
  });
});

describe("a picture that is drawn only", () => {
  it("makes no lists of statements, and looks edges up when they are asked for", () => {
    let listed = 0;
    const edges = GRAPH.edges.map(({ attributes, ...edge }) => ({
      ...edge,
      attributes: Object.defineProperty({ ...attributes }, "statements", {
        get: () => {
          listed++;
          return attributes.statements;
        },
      }),
    }));
    const picture = composePicture({ ...GRAPH, edges }, "light", new Map());
    new SceneGraph(picture, null);
    expect(listed).toBe(0);
    expect(picture.edges.map((edge) => edge.listed.statements)).toEqual(
      GRAPH.edges.map(({ attributes }) => attributes.statements),
    );
    const moved = placed(
      picture,
      picture.nodes.map(() => ({ x: 0, y: 0 })),
    );
    expect(moved.incident).toBe(picture.incident);
    expect(moved.edgeByKey).toBe(picture.edgeByKey);
    expect(picture.incident.get("actor:c")?.map(({ key }) => key)).toEqual(["ci"]);
  });
});

describe("sizes in a crowd", () => {
  it("are as ever where there is room, and shrink with the scale where there is none", () => {
    for (const scale of [0.3, 1, 3]) expect(sizeFactor(small.nodes, scale)).toBe(growth(scale));
    const crowd = Array.from({ length: 5000 }, (_, at) => ({
      ...a,
      x: (at % 100) * 30,
      y: Math.floor(at / 100) * 30,
    }));
    expect(sizeFactor(crowd, 0.1)).toBeLessThan(growth(0.1));
    expect(sizeFactor(crowd, 0.1)).toBeLessThanOrEqual(sizeFactor(crowd, 0.2));
  });
});

describe("sizes of near neighbours", () => {
  const pair = (away: number) =>
    assemble(
      [
        { ...a, x: 0, y: 0, size: 10 },
        { ...b, x: away, y: 0, size: 10 },
      ],
      [],
    );
  it("let no two nodes touch where the picture is reduced, and keep most of what they are", () => {
    expect(10 * 2 * sizeFactor(pair(22).nodes, 0.3)).toBeGreaterThan(0.3 * 22);
    expect(sizeFactor(pair(22).nodes, 0.3)).toBe(0.6 * growth(0.3));
    for (const away of [30, 40]) {
      const factor = sizeFactor(pair(away).nodes, 0.5);
      expect(10 * 2 * factor).toBeLessThan(0.5 * away);
      expect(factor).toBeLessThanOrEqual(growth(0.5));
    }
  });

  it("stay when one is put beside another by hand", () => {
    const picture = pair(40);
    const moved = pinned(picture, new Map([[b.key, { x: 21, y: 0 }]]));
    expect(sizeFactor(moved.nodes, 0.5)).toBe(sizeFactor(picture.nodes, 0.5));
  });
});

describe("counts of points by cells", () => {
  it("find no point in a box that has none, and each well inside one", () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 199 }), y: fc.integer({ min: 0, max: 99 }) });
    const box = fc.tuple(
      fc.integer({ min: -20, max: 200 }),
      fc.integer({ min: -20, max: 100 }),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 60 }),
    );
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), box, (points, [left, top, width, height]) => {
        const found = new Centres(points, { width: 200, height: 100 }).surelyIn(left, top, width, height);
        const within = (margin: number) =>
          points.some(
            ({ x, y }) =>
              x >= left + margin &&
              x < left + width - margin &&
              y >= top + margin &&
              y < top + height - margin,
          );
        if (found) expect(within(0)).toBe(true);
        if (within(4)) expect(found).toBe(true);
      }),
    );
  });
});
