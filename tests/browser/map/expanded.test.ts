/** Nodes that are found by the edges of a picture, and the line that a selected pair is. */
import { describe, expect, it } from "vitest";
import { targetOf } from "../../../src/browser/map/emphasis.ts";
import { neighboursIn, selectedEnds } from "../../../src/browser/map/expanded.ts";
import { assemble, composePicture } from "../../../src/browser/map/picture.ts";
import { GRAPH } from "../fixtures.ts";

const EDGES = [
  { key: "e1", source: "actor:a", target: "issue:x" },
  { key: "e2", source: "actor:b", target: "issue:x" },
];

describe("nodes that are found by edges", () => {
  it("are the neighbours of some", () => {
    expect([...neighboursIn(EDGES, ["issue:x", "actor:a"])]).toEqual(["actor:b"]);
  });

  it("are the ends of what is selected", () => {
    expect(selectedEnds(EDGES, { type: "edge", key: "e2" })).toEqual(["actor:b", "issue:x"]);
    expect(selectedEnds(EDGES, { type: "edge", key: "gone" })).toEqual([]);
    expect(selectedEnds(EDGES, { type: "pair", from: "actor:a", to: "actor:b" })).toEqual([
      "actor:a",
      "actor:b",
    ]);
    expect(selectedEnds(EDGES, { type: "node", key: "actor:a" })).toEqual(["actor:a"]);
    expect(selectedEnds(EDGES, { type: "statement", id: "s1" })).toEqual([]);
    expect(selectedEnds(EDGES, null)).toEqual([]);
  });
});

describe("the line of a selected pair", () => {
  const { nodes, edges } = composePicture(GRAPH, "light", new Map());
  const [line] = edges;
  if (!line) throw new Error("no line");
  const back = { type: "pair", from: line.target, to: line.source } as const;

  it("is found from either end where it has no direction", () => {
    const found = targetOf(assemble(nodes, [{ ...line, directed: false }]), back);
    expect(found).toEqual({ type: "edge", key: line.key });
  });

  it("is found in its direction only where it has one", () => {
    expect(targetOf(assemble(nodes, [{ ...line, directed: true }]), back)).toBeNull();
  });
});
