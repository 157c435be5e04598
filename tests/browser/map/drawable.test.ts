import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../../src/browser/api/client.ts";
import { type Drawable, drawable, isOfOneKind, placeless } from "../../../src/browser/map/drawable.ts";
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

describe("what dates leave of a large view", () => {
  const reducedBy = (rule: NonNullable<GraphDocument["attributes"]["reduced"]>["rule"]): GraphDocument => ({
    ...GRAPH,
    attributes: {
      ...GRAPH.attributes,
      reduced: { reason: "", rule, shown: { nodes: 1, edges: 1 }, of: { nodes: 9, edges: 9 } },
    },
  });

  it("is drawn at the places of the whole only where the same is drawn of both", () => {
    const agreement = reducedBy("agreement");
    expect(isOfOneKind(agreement, reducedBy("agreement"))).toBe(true);
    expect(isOfOneKind(agreement, GRAPH)).toBe(false);
    expect(isOfOneKind(GRAPH, reducedBy("short-lists"))).toBe(true);
    expect(isOfOneKind(agreement, undefined)).toBe(true);
  });

  it("may have nodes that have no place there, beside those that the layout sets aside", () => {
    const [first, second, ...rest] = GRAPH.nodes as [
      GraphDocument["nodes"][number],
      GraphDocument["nodes"][number],
    ];
    const fewer: GraphDocument = { ...GRAPH, nodes: rest };
    expect(placeless({ whole: fewer, part: GRAPH })).toBe(2);
    expect(placeless({ whole: GRAPH, part: fewer })).toBe(0);
    expect(placeless({ whole: fewer, part: null })).toBe(0);
    const guides = { lines: [], texts: [], notes: [], aside: [first.key], labels: "beside", margin: 0 };
    const aside = { ...fewer, attributes: { ...GRAPH.attributes, guides } } as unknown as GraphDocument;
    expect(placeless({ whole: aside, part: { ...GRAPH, nodes: [first, second] } })).toBe(1);
  });
});
