/** GraphML read back: typed keys, parallel edges, and yEd's graphics. */
import { describe, expect, it } from "vitest";
import { graphmlFormat } from "../../src/formats/graphml.ts";
import { contextFor, smallPicture, textOf } from "./fixture.ts";
import { elements, readXml, type XmlElement } from "./xml-reader.ts";

const root = readXml(textOf(graphmlFormat.write(smallPicture(), contextFor().context)));
const names = new Map(elements(root, "key").map(({ attributes }) => [attributes["id"], attributes]));

const data = (element: XmlElement): Record<string, string> =>
  Object.fromEntries(
    element.children.map(({ attributes, text }) => [names.get(attributes["key"] ?? "")?.["attr.name"], text]),
  );

describe("GraphML", () => {
  it("types its keys and uses none that is not declared", () => {
    const type = (owner: string, name: string) =>
      [...names.values()].find((key) => key["for"] === owner && key["attr.name"] === name)?.["attr.type"];
    expect(type("node", "x")).toBe("double");
    expect(type("node", "statements")).toBe("int");
    expect(type("edge", "conditional")).toBe("boolean");
    expect(type("edge", "confidence")).toBe("double");
    for (const { attributes } of elements(root, "data"))
      expect(names.has(attributes["key"] ?? "")).toBe(true);
  });

  it("gives back nodes and edges", () => {
    const [, beta] = elements(root, "node") as [XmlElement, XmlElement];
    expect(data(beta)).toMatchObject({ label: "Beta & Sons", x: "120", y: "40.25", "x:note": "a\tb" });
    const edges = elements(root, "edge");
    expect(edges.map(({ attributes }) => attributes["id"]).length).toBe(5);
    expect(edges[0]?.attributes).toMatchObject({ source: "actor:alpha", target: "issue:plan" });
    expect(data(edges[0] as XmlElement)).toMatchObject({
      weight: "2",
      polarity: "support",
      conditional: "true",
      statements: "s1;s3",
    });
    expect(elements(root, "graph")[0]?.attributes["edgedefault"]).toBe("directed");
  });

  it("draws for yEd with y downwards", () => {
    const [geometry] = elements(root, "y:Geometry");
    expect(geometry?.attributes).toEqual({ height: "24", width: "24", x: "-112", y: "-62" });
    expect(elements(root, "y:Arrows").length).toBe(5);
  });
});
