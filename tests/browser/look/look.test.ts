import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../../src/browser/api/client.ts";
import { dressingOf, type Found, PLAIN, printed } from "../../../src/browser/look/dressing.ts";
import { DEFAULT_LOOK, formatLook, type Look, parseLook } from "../../../src/browser/look/look.ts";
import { valuesInOrder } from "../../../src/browser/look/order.ts";
import {
  categories,
  diverging,
  lineWidth,
  mixed,
  sequential,
  shareOf,
} from "../../../src/browser/look/scales.ts";
import { groupsOf, metricsOf } from "../../../src/browser/look/use-look.ts";
import { attributeVariables, METRICS } from "../../../src/browser/look/variables.ts";
import { composePicture } from "../../../src/browser/map/picture.ts";
import { CATEGORY_COLORS, OTHER_COLORS, PALETTES, SEQUENTIAL_COLORS } from "../../../src/view/appearance.ts";
import { GRAPH } from "../fixtures.ts";

const NOTHING: Found = { groups: null, metrics: null, order: [] };
const look = (part: Partial<Look>): Look => ({ ...DEFAULT_LOOK, ...part });

/** The fixture's graph with attributes of its own on some nodes. */
const withAttributes = (
  extra: Readonly<Record<string, Readonly<Record<string, string>>>>,
): GraphDocument => ({
  ...GRAPH,
  nodes: GRAPH.nodes.map(({ key, attributes }) => ({ key, attributes: { ...attributes, ...extra[key] } })),
});

describe("the look in the address", () => {
  it("is empty by default and comes back as it was", () => {
    expect(formatLook(DEFAULT_LOOK)).toBe("");
    expect(parseLook("")).toEqual(DEFAULT_LOOK);
    const chosen = look({ color: "x:home;port=a", size: "degree", groups: "kind" });
    expect(parseLook(formatLook(chosen))).toEqual(chosen);
  });

  it("keeps what others wrote beside it, and takes nothing for what it does not know", () => {
    for (const { id } of METRICS)
      expect(parseLook(`color=${id};size=${id}`)).toMatchObject({ color: id, size: id });
    expect(parseLook("groups=community").groups).toBe("community");
    expect(parseLook("color=;nonsense;__proto__=x")).toEqual(DEFAULT_LOOK);
  });
});

describe("categories", () => {
  it("give the most frequent values a colour each and put the rest together", () => {
    const values = new Map(
      Array.from({ length: 60 }, (_, at) => [`n${at}`, at < 55 ? `v${at % 11}` : ""] as const),
    );
    const found = categories(values, "light");
    expect(found).toHaveLength(9);
    expect(found.slice(0, 8).map(({ color }) => color)).toEqual(CATEGORY_COLORS.light);
    expect(found[8]).toMatchObject({ others: 3, color: PALETTES.light.dimText });
    expect(found.flatMap(({ keys }) => keys)).toHaveLength(55);
  });

  it("let a ninth value keep its name, and follow an order that is given", () => {
    const values = new Map(Array.from({ length: 9 }, (_, at) => [`n${at}`, `v${at}`] as const));
    expect(categories(values, "dark")[8]).toMatchObject({ value: "v8", others: 0 });
    expect(categories(values, "dark", ["v8", "v7"])[0]?.value).toBe("v8");
  });

  it("keep the colour of a value whatever others are there", () => {
    const order = Array.from({ length: 10 }, (_, at) => `v${at}`);
    const some = new Map([
      ["a", "v9"],
      ["b", "v9"],
      ["c", "v2"],
      ["d", "new"],
    ]);
    expect(categories(some, "light", order).map(({ value, color }) => [value, color])).toEqual([
      ["v2", CATEGORY_COLORS.light[2]],
      ["", PALETTES.light.dimText],
    ]);
    expect(categories(some, "light", ["v2"]).map(({ color }) => color)).toEqual(
      CATEGORY_COLORS.light.slice(0, 3),
    );
  });
});

describe("scales", () => {
  it("run from end to end", () => {
    expect(sequential("light")(0)).toBe(SEQUENTIAL_COLORS.light[0]);
    expect(sequential("light")(1)).toBe(SEQUENTIAL_COLORS.light[1]);
    expect(diverging("dark")(0)).toBe(PALETTES.dark.polarity.oppose);
    expect(diverging("dark")(0.5)).toBe(OTHER_COLORS.dark);
    expect(diverging("dark")(1)).toBe(PALETTES.dark.polarity.support);
    expect(mixed("#000000", "#ffffff", 0.5)).toMatch(/^#([0-9a-f]{2})\1\1$/);
    expect(shareOf(5, 5, 5)).toBe(1);
    expect(shareOf(0, 0, 9)).toBe(0);
  });

  it("make wider lines of surer statements, and leave structure thin", () => {
    const width = (confidence: number) => lineWidth({ kind: "stance", size: 3, confidence }, "confidence");
    expect(width(0.5)).toBeLessThan(width(0.9));
    expect(lineWidth({ kind: "structure", size: 1 }, "confidence")).toBe(1);
    expect(lineWidth({ kind: "stance", size: 3 }, "statements")).toBe(3);
  });
});

describe("a graph's variables", () => {
  const [node] = GRAPH.nodes;
  const many = (value: (at: number) => string): GraphDocument => ({
    ...GRAPH,
    nodes: Array.from({ length: 12 }, (_, at) => ({
      key: `actor:${at}` as const,
      attributes: {
        ...(node as GraphDocument["nodes"][number]).attributes,
        "x:size": value(at),
        country: "",
      },
    })) as unknown as GraphDocument["nodes"],
  });
  const typeOf = (value: (at: number) => string) => attributeVariables(many(value)).map(({ type }) => type);

  it("are attributes that some node has; many different numbers are a scale", () => {
    expect(typeOf((at) => String(at * -1.5e3))).toEqual(["number"]);
    expect(typeOf((at) => String(at % 3))).toEqual(["category"]);
    expect(typeOf((at) => (at === 5 ? "many" : String(at)))).toEqual(["category"]);
    expect(typeOf(() => "")).toEqual([]);
    const named = withAttributes({ "actor:a": { country: "EG", "x:__proto__": "a" } });
    expect(attributeVariables(named).map(({ id }) => id)).toEqual(["country", "x:__proto__"]);
  });
});

describe("a dressing", () => {
  it("is plain by default", () => {
    expect(dressingOf(GRAPH, DEFAULT_LOOK, "light", NOTHING)).toEqual(PLAIN);
  });

  it("colours by an attribute, with a legend that counts every node once", () => {
    const graph = withAttributes({ "actor:a": { "x:party": "red" }, "actor:b": { "x:party": "red" } });
    const { color, legend } = dressingOf(graph, look({ color: "x:party" }), "light", NOTHING);
    expect(color?.get("actor:a")).toBe(CATEGORY_COLORS.light[0]);
    expect(color?.get("issue:i")).toBe(OTHER_COLORS.light);
    expect(legend.color?.rows.map(({ label, keys }) => [label, keys.length])).toEqual([
      ["red", 2],
      ["no value", graph.nodes.length - 2],
    ]);
    expect(
      composePicture(graph, "light", new Map(), { ...PLAIN, color }).nodeByKey.get("actor:a")?.color,
    ).toBe(CATEGORY_COLORS.light[0]);
  });

  it("colours a kind alike in every part of the dataset", () => {
    const found = { ...NOTHING, order: ["Armed group", "State", "Movement"] };
    const of = (nodes: GraphDocument["nodes"]) =>
      dressingOf({ ...GRAPH, nodes }, look({ color: "kind" }), "light", found).color;
    const all = of(GRAPH.nodes);
    for (const node of GRAPH.nodes) expect(of([node])?.get(node.key)).toBe(all?.get(node.key));
    const waiting = dressingOf(GRAPH, look({ color: "kind" }), "light", { ...NOTHING, order: null });
    expect(new Set(waiting.color?.values())).toEqual(new Set([OTHER_COLORS.light]));
  });

  it("waits in grey for what the server computes, then shows it", () => {
    const waiting = dressingOf(GRAPH, look({ color: "community", size: "degree" }), "light", NOTHING);
    expect(new Set(waiting.color?.values())).toEqual(new Set([OTHER_COLORS.light]));
    expect(waiting.legend.color?.rows[0]?.label).toBe("Being computed…");
    const found: Found = {
      ...NOTHING,
      groups: new Map([["actor:a", "Community 1"]]),
      metrics: new Map([
        [
          "degree",
          new Map([
            ["actor:a", 4],
            ["actor:b", 1],
          ]),
        ],
      ]),
    };
    const { color, size, legend } = dressingOf(
      GRAPH,
      look({ color: "community", size: "degree" }),
      "light",
      found,
    );
    expect(color?.get("actor:a")).toBe(CATEGORY_COLORS.light[0]);
    expect(size?.get("actor:a")).toBe(22);
    expect(size?.get("actor:b")).toBeLessThan(22);
    expect(legend.size?.samples.at(-1)?.label).toBe("4");
  });

  it("says what it does not know and shows the default", () => {
    const { color, width, legend } = dressingOf(
      GRAPH,
      look({ color: "x:gone", width: "huge" }),
      "light",
      NOTHING,
    );
    expect(color).toBeNull();
    expect(width).toBe("statements");
    expect(legend.notes.join(" ")).toContain("“gone”");
  });

  it("names nodes as asked", () => {
    const none = dressingOf(GRAPH, look({ label: "none" }), "light", NOTHING);
    expect(composePicture(GRAPH, "light", new Map(), none).nodes.every(({ label }) => label === "")).toBe(
      true,
    );
    const full = dressingOf(GRAPH, look({ label: "full" }), "light", NOTHING);
    for (const { label, fullLabel } of composePicture(GRAPH, "light", new Map(), full).nodes)
      expect(label).toBe(fullLabel);
  });

  it("shares support among those who take a side", () => {
    const { legend, color } = dressingOf(GRAPH, look({ color: "stance" }), "light", NOTHING);
    expect(legend.color?.ramp?.colors).toHaveLength(5);
    for (const { key, attributes } of GRAPH.nodes)
      if (attributes.support + attributes.oppose === 0) expect(color?.get(key)).toBe(OTHER_COLORS.light);
  });
});

describe("the order of values", () => {
  const actor = (kind: string, country: string | null, extra = {}, stakeholder = true) =>
    ({ kind: { id: kind.toLowerCase(), label: kind }, country, extra, stakeholder }) as never;
  const directory = {
    actors: [
      actor("Medium", "EG", {}, false),
      actor("Medium", "EG", {}, false),
      actor("Movement", null, { party: "red" }),
      actor("State", "IL", { party: "blue" }),
      actor("State", null),
    ],
    issues: [{ extra: { party: "blue" } } as never],
  };

  it("is by number in the whole dataset, those usually shown first", () => {
    expect(valuesInOrder(directory, "kind")).toEqual(["State", "Movement", "Medium"]);
    expect(valuesInOrder(directory, "country")).toEqual(["IL", "EG"]);
    expect(valuesInOrder(directory, "x:party")).toEqual(["blue", "red"]);
    expect(valuesInOrder(directory, "x:__proto__")).toEqual([]);
    expect(valuesInOrder(directory, "type")).toEqual([]);
  });
});

describe("what the server found", () => {
  const result = (id: string, rows: readonly object[]) =>
    ({
      analysis: id,
      summary: "",
      parameters: {},
      notes: [],
      tables: [{ id, title: "", columns: [], rows }],
    }) as never;

  it("is read from the analyses' tables", () => {
    const groups = groupsOf(
      result("communities", [
        { cells: { community: 2 }, nodes: ["actor:a"], statements: [] },
        { cells: { community: 3 }, nodes: ["actor:a", "actor:b"], statements: [] },
      ]),
      "community",
    );
    expect([...groups]).toEqual([
      ["actor:a", "Community 2"],
      ["actor:b", "Community 3"],
    ]);
    const metrics = metricsOf(
      result("nodes", [{ cells: { degree: 3, pagerank: null }, nodes: ["actor:a"], statements: [] }]),
    );
    expect(metrics.get("degree")?.get("actor:a")).toBe(3);
    expect(metrics.get("pagerank")?.size).toBe(0);
  });

  it("is printed shortly", () => {
    expect([0, 0.0012345, 12.345, 3022.06].map(printed)).toEqual(["0", "0.00123", "12.3", "3,022"]);
  });
});
