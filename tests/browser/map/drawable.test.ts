import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../../src/browser/api/client.ts";
import { type Drawable, drawable } from "../../../src/browser/map/drawable.ts";
import { GRAPH } from "../fixtures.ts";

const [edge] = GRAPH.edges as [GraphDocument["edges"][number]];
/** A graph of more edges than a picture is made of within a frame. */
const large: GraphDocument = {
  ...GRAPH,
  edges: Array.from({ length: 7000 }, (_, at) => ({ ...edge, key: `e${at}` })),
};
const other: GraphDocument = { ...GRAPH };
const whole = (graph: GraphDocument | undefined): Drawable => ({ whole: graph, part: null });

describe("what the map draws while it goes over to another graph", () => {
  it("is the other graph at once where that is small, whatever stood there", () => {
    for (const before of [GRAPH, large]) {
      const now = whole(other);
      expect(drawable(now, whole(before))).toBe(now);
    }
  });

  it("is what stands there while a large one follows, as a whole or under dates", () => {
    const later = whole(GRAPH);
    expect(drawable(whole(large), later)).toBe(later);
    expect(drawable({ whole: other, part: large }, later)).toBe(later);
  });

  it("is the first graph at once, and nothing once there is none", () => {
    const first = whole(large);
    expect(drawable(first, whole(undefined))).toBe(first);
    const none = whole(undefined);
    expect(drawable(none, first)).toBe(none);
  });
});
