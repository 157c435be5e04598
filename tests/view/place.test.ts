/** Layouts as a view asks for them: the issue of the spectrum, what actors are ordered by, and the guides in a picture. */
import { describe, expect, it } from "vitest";
import { createResolver } from "../../src/dataset/names.ts";
import { buildStatementIndex } from "../../src/graph/statement-index.ts";
import { Fault } from "../../src/model/problem.ts";
import { applyView } from "../../src/view/apply-view.ts";
import { formatView, parseView } from "../../src/view/grammar.ts";
import { resolveView } from "../../src/view/resolve-view.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

const dataset = tinyDataset({
  actors: ["pro", "con", "both", "wary", "mute", "none"].map((id) => ({ id, label: `Actor ${id}` })),
  issues: [
    { id: "dam", label: "The dam is built", shortLabel: "Dam" },
    { id: "height", label: "It is high", parent: "dam" },
    { id: "toll", label: "A toll is paid" },
  ],
  relations: [{ id: "criticises", label: "criticises", polarity: "negative" }],
  sources: [{ id: "d1", date: "2025-03-01" }, { id: "d2" }],
  statements: [
    { id: "s1", source: "d1", actor: "pro", issue: "dam", polarity: "support", date: "2025-05-02" },
    { id: "s2", source: "d1", actor: "con", issue: "dam", polarity: "oppose", date: "2024-01-01" },
    { id: "s3", source: "d1", actor: "both", issue: "dam", polarity: "support" },
    { id: "s4", source: "d1", actor: "both", issue: "dam", polarity: "oppose" },
    { id: "s5", source: "d1", actor: "wary", issue: "dam", polarity: "support", condition: "if paid" },
    { id: "s6", source: "d1", actor: "mute", issue: "height", polarity: "oppose" },
    { id: "s7", source: "d2", actor: "none", issue: "toll", polarity: "support" },
    { id: "s8", source: "d2", actor: "none", relation: "criticises", target: "pro", polarity: "oppose" },
  ],
});
const index = buildStatementIndex(dataset);
const names = createResolver(dataset);
const viewOf = (text: string) => resolveView(names, parseView(new URLSearchParams(text)));
const pictureOf = (text: string) => {
  const { graph } = applyView(index, viewOf(text));
  const nodes = [...graph.nodes()];
  const at = new Map(nodes.map(({ key, attributes }) => [String(key), attributes]));
  return { graph, nodes, at, guides: graph.attributes.guides };
};

describe("the issue of a spectrum", () => {
  it("is named in the layout, by id, key, label or short label, or is the only issue of the filter", () => {
    for (const text of [
      "layout=spectrum:dam",
      "layout=spectrum:issue:dam",
      "layout=spectrum:Dam",
      "layout=spectrum:the%20dam%20is%20built",
    ])
      expect(viewOf(text).layout).toBe("spectrum:dam");
    expect(viewOf("layout=spectrum&issue=Dam").layout).toBe("spectrum:dam");
    expect(viewOf("layout=spectrum:toll&issue=dam").layout).toBe("spectrum:toll");
  });

  it("survives the text of the view", () => {
    const view = viewOf("layout=spectrum:dam&theme=dark");
    expect(formatView(view)).toBe("layout=spectrum:dam&theme=dark");
    expect(parseView(new URLSearchParams(formatView(view)))).toEqual(view);
  });

  it.each([
    ["layout=spectrum", "bad-parameter"],
    ["layout=spectrum&issue=dam,toll", "bad-parameter"],
    ["layout=spectrum:", "bad-parameter"],
    ["layout=spectrum:nowhere", "unknown-node"],
    ["layout=spectrum:pro", "unknown-node"],
    ["layout=time:dam", "bad-parameter"],
    ["layout=columns", "bad-parameter"],
    ["layout=__proto__", "bad-parameter"],
  ])("%s is refused with %s, naming the parameter", (text, code) => {
    try {
      viewOf(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect(error).toMatchObject({ code, parameter: "layout" });
      expect((error as Fault).remedy).not.toBe("");
    }
  });
});

describe("the spectrum of a view", () => {
  it("orders actors by their mean position on the issue itself and sets all others aside", () => {
    const { at, nodes, guides } = pictureOf("layout=spectrum:dam");
    const value = new Map(nodes.map(({ key }, number) => [String(key), guides?.values?.[number]]));
    expect(value.get("actor:con")).toBe(-1);
    expect(value.get("actor:both")).toBe(0);
    expect(value.get("actor:wary")).toBe(0.5);
    expect(value.get("actor:pro")).toBe(1);
    expect(value.get("actor:mute")).toBeNull();
    const x = (key: string) => at.get(key)?.x as number;
    expect(x("actor:con")).toBeLessThan(x("actor:both"));
    expect(x("actor:both")).toBeLessThan(x("actor:wary"));
    expect(x("actor:wary")).toBeLessThan(x("actor:pro"));
    expect([...(guides?.aside ?? [])].sort()).toEqual([
      "actor:mute",
      "actor:none",
      "issue:height",
      "issue:toll",
    ]);
    expect(guides?.notes.join(" ")).toContain(
      "2 actors without a position on “The dam is built” and 2 other issues",
    );
  });

  it("holds the same edges and nodes as every other layout", () => {
    const spectrum = pictureOf("layout=spectrum:dam");
    const force = pictureOf("");
    expect([...spectrum.graph.edges()].map(({ key }) => key)).toEqual(
      [...force.graph.edges()].map(({ key }) => key),
    );
    expect(spectrum.nodes.map(({ key }) => key)).toEqual(force.nodes.map(({ key }) => key));
    expect(spectrum.graph.attributes.counts).toEqual(force.graph.attributes.counts);
  });

  it("works with agreement in place of positions, and where nobody has one", () => {
    const { guides, nodes } = pictureOf("layout=spectrum:dam&projection=agreement");
    expect(nodes.some(({ key }) => key.startsWith("issue:"))).toBe(false);
    expect(guides?.aside).toEqual([]);
    const nobody = pictureOf("layout=spectrum:dam&issue=toll");
    expect(nobody.guides?.notes[0]).toContain("Nobody");
    expect(pictureOf("layout=spectrum:dam&since=2090").nodes).toEqual([]);
  });
});

describe("time", () => {
  it("goes by the first day of each node, and says who has none", () => {
    const { nodes, guides, at } = pictureOf("layout=time");
    const value = new Map(nodes.map(({ key }, number) => [String(key), guides?.values?.[number]]));
    expect(value.get("actor:con")).toBe(Date.UTC(2024, 0, 1) / 86_400_000);
    expect(value.get("actor:pro")).toBe(Date.UTC(2025, 4, 2) / 86_400_000);
    expect(value.get("issue:dam")).toBe(Date.UTC(2024, 0, 1) / 86_400_000);
    expect(value.get("actor:none")).toBeNull();
    const undated = at.get("actor:none")?.x as number;
    for (const { key, attributes } of nodes)
      if (value.get(key) !== null) expect(attributes.x).toBeLessThan(undated);
    expect(guides?.notes.join(" ")).toContain("2 have no dated statement");
  });
});

describe("two columns", () => {
  it("stand apart, and one alone when there are only actors", () => {
    const { nodes } = pictureOf("layout=two-column");
    for (const { key, attributes } of nodes) expect(attributes.x > 0).toBe(key.startsWith("issue:"));
    const alone = pictureOf("layout=two-column&projection=agreement");
    expect(new Set(alone.nodes.map(({ attributes }) => attributes.x)).size).toBe(1);
    expect(alone.guides?.texts.map(({ text }) => text)).toEqual([`Actors (${alone.nodes.length})`]);
  });
});
