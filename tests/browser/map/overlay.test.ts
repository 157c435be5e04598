/** Part of a picture over the whole: places kept, the rest as traces. */
import { describe, expect, it } from "vitest";
import { around, overlay } from "../../../src/browser/map/overlay.ts";
import { assemble, byImportance, composePicture } from "../../../src/browser/map/picture.ts";
import { nearest } from "../../../src/browser/map/walk.ts";
import { NO_PINS } from "../../../src/browser/state/pins.ts";
import { GRAPH } from "../fixtures.ts";

const whole = composePicture(GRAPH, "light", NO_PINS);
const GROUND = "#ffffff";

describe("a part over the whole", () => {
  const part = composePicture(
    {
      ...GRAPH,
      nodes: GRAPH.nodes
        .filter(({ key }) => key !== "actor:c")
        .map((node) => ({ ...node, attributes: { ...node.attributes, x: 999, y: 999, size: 5 } })),
      edges: GRAPH.edges.filter(({ key }) => key !== "ci" && key !== "ab"),
    },
    "light",
    NO_PINS,
  );
  const picture = overlay(whole, part, GROUND);

  it("keeps every node where the whole has it, dressed as in the part", () => {
    expect(picture.nodes.map(({ key, x, y }) => [key, x, y])).toEqual(
      whole.nodes.map(({ key, x, y }) => [key, x, y]),
    );
    expect(picture.nodeByKey.get("actor:a")?.size).toBe(5);
    expect(picture.edges.map(({ key }) => key)).toEqual(["ba", "ai+", "ai-", "bi"]);
  });

  it("leaves traces of what the part lacks: pale, without label, passed over by the keyboard", () => {
    const trace = picture.nodeByKey.get("actor:c");
    expect(trace).toMatchObject({ trace: true, statements: 0 });
    expect(trace?.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(trace?.color).not.toBe(whole.nodeByKey.get("actor:c")?.color);
    expect(byImportance(picture).map(({ key }) => key)).not.toContain("actor:c");
    const from = picture.nodeByKey.get("actor:a");
    expect(from && nearest(picture.nodes, from, "down")).toBeNull();
  });

  it("draws no edge to a node that the whole lacks", () => {
    const smaller = assemble(
      whole.nodes.filter(({ key }) => key !== "actor:b"),
      [],
    );
    expect(overlay(smaller, part, GROUND).edges.map(({ key }) => key)).toEqual(["ai+", "ai-"]);
  });
});

describe("the surroundings of a node", () => {
  it("are its edges and their ends; all else is a trace", () => {
    const picture = around(whole, "actor:c", GROUND);
    expect(picture.edges.map(({ key }) => key)).toEqual(["ci"]);
    expect(picture.nodes.filter(({ trace }) => !trace).map(({ key }) => key)).toEqual(["actor:c", "issue:i"]);
    expect(around(whole, "actor:nobody", GROUND).nodes.every(({ trace }) => trace)).toBe(true);
  });
});
