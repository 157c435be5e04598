/** The JSON export loads into graphology, and is the same as the plain object that the server sends. */
import Graph from "graphology";
import { describe, expect, it } from "vitest";
import { graphJsonFormat, serializeGraph } from "../../src/formats/graph-json.ts";
import { contextFor, edge, node, picture, smallPicture, textOf } from "./fixture.ts";

const parsed = (graph = smallPicture()) =>
  JSON.parse(textOf(graphJsonFormat.write(graph, contextFor().context)));

describe("graphology JSON", () => {
  it("is loaded by Graph.from with every node, edge and attribute", () => {
    const graph = Graph.from(parsed());
    expect(graph.type).toBe("directed");
    expect(graph.multi).toBe(true);
    expect([graph.order, graph.size]).toEqual([3, 5]);
    expect(graph.getAttribute("version")).toBe("v-0123456789abcdef0123456789abcdef");
    expect(graph.getNodeAttributes("actor:beta")).toMatchObject({ label: "Beta & Sons", x: 120, y: 40.25 });
    expect(graph.source("actor:alpha;oppose;issue:plan")).toBe("actor:alpha");
    expect(graph.getEdgeAttribute("actor:alpha;support;issue:plan", "statements")).toEqual(["s1", "s3"]);
  });

  it("is loaded as an undirected graph, loops and hostile keys included", () => {
    const keys = ["actor:__proto__", "actor:constructor"] as const;
    const graph = Graph.from(
      parsed(
        picture(
          keys.map((key) => node(key, { x: Number.NaN, size: Infinity })),
          [edge("__proto__", [...keys]), edge("loop", [keys[0], keys[0]])],
          {},
          "undirected",
        ),
      ),
    );
    expect(graph.type).toBe("undirected");
    expect(graph.isUndirected("__proto__")).toBe(true);
    expect(graph.hasEdge("loop")).toBe(true);
    expect(graph.getNodeAttribute(keys[0], "x")).toBe(0);
    expect(graph.getNodeAttribute(keys[0], "size")).toBe(1);
  });

  it("is what serializeGraph gives", () => {
    expect(parsed()).toEqual(JSON.parse(JSON.stringify(serializeGraph(smallPicture()))));
    const lonely = picture([], []);
    expect(parsed(lonely)).toEqual(JSON.parse(JSON.stringify(serializeGraph(lonely))));
  });
});
