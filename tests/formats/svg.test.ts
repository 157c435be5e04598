/** The SVG page: what it says, how lines and labels lie. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportContext } from "../../src/formats/format.ts";
import { svgFormat } from "../../src/formats/svg/format.ts";
import { bendSteps, edgeLine } from "../../src/formats/svg/geometry.ts";
import { outlineOf } from "../../src/formats/svg/shapes.ts";
import { shorten, textWidth, wrap } from "../../src/formats/svg/text.ts";
import type { NodeKey } from "../../src/model/id.ts";
import { PALETTES, SHAPES } from "../../src/view/appearance.ts";
import { contextFor, edge, node, picture, smallPicture, textOf } from "./fixture.ts";
import { elements, readXml, type XmlElement } from "./xml-reader.ts";

const write = (graph = smallPicture(), fields: Partial<ExportContext> = {}) => {
  const { context, notices } = contextFor(fields);
  return { root: readXml(textOf(svgFormat.write(graph, context))), notices };
};

const words = (root: XmlElement): string =>
  [...elements(root, "text"), ...elements(root, "tspan")].map(({ text }) => text).join("\n");

describe("the page", () => {
  it("says title, filters, evidence, legend, documents and version", () => {
    const { root } = write();
    expect(root.attributes).toMatchObject({ role: "img", viewBox: "0 0 1600 1200" });
    expect(root.children.slice(0, 2).map(({ name, text }) => [name, text.split(".")[0]])).toEqual([
      ["title", "A small set"],
      ["desc", "Statements of stakeholders, as reported"],
    ]);
    const said = words(root);
    for (const part of [
      "A small set",
      "As reported in 2 documents: 2 statements, 3 nodes, 5 lines.",
      "Statements of stakeholders, as reported.",
      "supports + · positive relation",
      "opposes − · negative relation",
      "takes no side ○ · neutral relation",
      "with a condition",
      "forecast or alleged only (paler, open head)",
      "belongs to",
      "State (2)",
      "Issue (1)",
      "First, with a comma",
      "document d2",
      "version v-0123456789abcd",
      "drawn 2025-12-01",
    ])
      expect(said).toContain(part);
  });

  it("has the names of documents whole, in several lines where they are long", () => {
    const title = `A long title ${"of a document that says much ".repeat(4)}in the end`;
    const { context } = contextFor({});
    const dataset = {
      ...context.dataset,
      sources: context.dataset.sources.map((source) => ({ ...source, title })),
    };
    const keys = [{ title: "Groups", rows: [{ text: "One", colors: ["#123456"] }] }];
    for (const more of [{}, { keys }]) {
      const said = words(write(smallPicture(), { dataset, ...more } as Partial<ExportContext>).root);
      const lines = said.split("\n");
      expect(lines.slice(lines.indexOf("Documents")).join(" ")).toContain(`${title} ${title}`);
    }
  });

  it("explains only what occurs", () => {
    const graph = picture([node("actor:a"), node("issue:b")], [edge("e", ["actor:a", "issue:b"])]);
    const said = words(write(graph).root);
    expect(said).toContain("supports");
    for (const part of ["opposes", "condition", "forecast", "belongs to", "relation"])
      expect(said).not.toContain(part);
  });

  it.each(["light", "dark"] as const)("has the colours of the %s theme and no text under 11 px", (theme) => {
    const { root } = write(smallPicture(), { theme });
    expect(elements(root, "rect")[0]?.attributes["fill"]).toBe(PALETTES[theme].background);
    const sizes = elements(root, "text").map(({ attributes }) => Number(attributes["font-size"]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  it("writes names of actors in bold and those of issues dimmer, as the map does, turned ones too", () => {
    const looks = (graph: ReturnType<typeof picture>, label: string) =>
      elements(write(graph).root, "text")
        .filter(({ children }) => children.some(({ text }) => text === label))
        .map(({ attributes }) => [attributes["font-weight"], attributes["fill"]]);
    const nodes = [node("actor:a", { x: 0, y: 100 }), node("issue:b", { x: 0, y: -100 })];
    const plain = picture(nodes, []);
    const ring = { x: 100, y: 100, beside: 90, above: 90 };
    const guides = { lines: [], texts: [], notes: [], aside: [], labels: "around", margin: 0, ring } as const;
    const round = { ...plain, attributes: { ...plain.attributes, guides } };
    for (const graph of [plain, round]) {
      const [actor, issue] = [...graph.nodes()].map(
        ({ attributes }) => attributes.short_label || attributes.label,
      );
      expect(looks(graph, actor ?? "")).toEqual([["600", undefined]]);
      expect(looks(graph, issue ?? "")).toEqual([[undefined, PALETTES.light.dimText]]);
    }
  });

  it("turns the picture so that y upwards is up", () => {
    const graph = picture([node("actor:high", { y: 100 }), node("actor:low", { y: -100 })], []);
    const places = elements(write(graph).root, "path")
      .filter(({ children }) => children.some(({ name }) => name === "title"))
      .map(({ attributes }) => Number(/ (-?[\d.]+)\)/.exec(attributes["transform"] ?? "")?.[1]));
    expect(places[0]).toBeLessThan(places[1] as number);
  });

  it("says how many names found no room", () => {
    const crowd = Array.from({ length: 30 }, (_, at) => node(`actor:crowded-name-${at}`, { x: at / 1000 }));
    const { root, notices } = write(picture([...crowd, node("actor:far", { x: 1e6 })], []));
    const left = notices.find(({ code }) => code === "names-left-out")?.count ?? 0;
    expect(left).toBeGreaterThan(20);
    expect(words(root)).toContain(`${left} of 31 names left out`);
  });
});

describe("what lines look like", () => {
  const heads = (root: XmlElement) =>
    elements(root, "g")
      .filter(({ children }) => children.some(({ name }) => name === "title"))
      .map((group) => elements(group, "path").at(-1)?.attributes ?? {});

  it("is what the screen shows: filled heads for every polarity, open ones for forecasts and allegations only", () => {
    const ends: [NodeKey, NodeKey] = ["actor:a", "issue:b"];
    const nodes = [node("actor:a"), node("issue:b", { x: 300 })];
    const head = (fields: Parameters<typeof edge>[2]) =>
      heads(write(picture(nodes, [edge("e", ends, fields)])).root)[0] ?? {};
    const forms = (["support", "oppose", "neutral"] as const).map((polarity) => head({ polarity })["d"]);
    expect(new Set(forms).size).toBe(1);
    expect(head({ color: "#0b6fb3" })).toMatchObject({ fill: "#0b6fb3" });
    expect(head({ color: "#0b6fb3", tentative: true })).toMatchObject({
      fill: PALETTES.light.background,
      stroke: "#0b6fb3",
    });
    expect(words(write(picture(nodes, [edge("e", ends, { tentative: true })])).root)).not.toContain("?");
  });

  it("has the sign of the polarity beside it where there is room", () => {
    const nodes = [node("actor:a"), node("issue:b", { x: 300 })];
    const { root } = write(picture(nodes, [edge("e", ["actor:a", "issue:b"], { polarity: "oppose" })]));
    expect(elements(root, "text").filter(({ text }) => text === "−")).toHaveLength(1);
  });

  it("passes behind the names", () => {
    const { root } = write();
    const boxes = elements(root, "rect").slice(1);
    const names = elements(root, "text").filter(({ children }) =>
      children.some(({ name }) => name === "tspan"),
    );
    expect(boxes).toHaveLength(names.length);
  });
});

describe("lines", () => {
  const end = (x: number, y: number) => ({ x, y, radius: 10, outline: outlineOf("circle") });

  it("are straight alone, and apart when parallel or opposite", () => {
    const a = "actor:a" as NodeKey;
    const b = "actor:b" as NodeKey;
    const steps = bendSteps([
      edge("there", [a, b]),
      edge("back", [b, a]),
      edge("alone", [a, "issue:c"]),
      edge("loop", [a, a]),
    ]);
    expect([...steps]).toEqual([-0.5, -0.5, 0, 0]);
    const there = edgeLine(end(0, 0), end(100, 0), -10, 5);
    const back = edgeLine(end(100, 0), end(0, 0), -10, 5);
    expect(Math.abs(there.middle.y - back.middle.y)).toBeGreaterThan(15);
    expect(edgeLine(end(0, 0), end(100, 0), 0, 5).path).toBe("M11 0L83.5 0");
  });

  it("end at the outline, pointing at the centre, whatever the places", () => {
    const place = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(place, place, place, place, fc.integer({ min: -40, max: 40 }), (ax, ay, bx, by, bend) => {
        const { path, tip, middle } = edgeLine(end(ax, ay), end(bx, by), bend, 6);
        expect(path).not.toMatch(/NaN|Infinity|e[+-]/);
        expect(Number.isFinite(middle.x + middle.y + tip.x + tip.y)).toBe(true);
        if (Math.hypot(bx - ax, by - ay) > 30)
          expect(Math.hypot(tip.x - bx, tip.y - by)).toBeCloseTo(11.5, 1);
      }),
    );
  });
});

describe("outlines", () => {
  it.each(SHAPES)("%s has a path of its own and about the area of a circle", (shape) => {
    const outline = outlineOf(shape);
    const steps = Array.from({ length: 720 }, (_, at) => (at * Math.PI) / 360);
    const area = steps.reduce((sum, angle) => sum + outline.reach(1, angle) ** 2 * (Math.PI / 720), 0);
    expect(area / Math.PI).toBeGreaterThan(0.8);
    expect(area / Math.PI).toBeLessThan(1.3);
    expect(outline.path(10)).toMatch(/^M[-\d. ]+[LAQ][^a-z]*Z$/);
    if (shape !== "circle") expect(outline.path(10)).not.toBe(outlineOf("circle").path(10));
  });

  it("is a circle for a word it does not know", () => {
    expect(outlineOf("constructor")).toBe(outlineOf("circle"));
  });
});

describe("text", () => {
  it("is wrapped and shortened to the width", () => {
    expect(wrap("one two three four", 12, textWidth("one two", 12), 2)).toEqual(["one two", "three…"]);
    expect(wrap("one", 12, 200, 3)).toEqual(["one"]);
    expect(shorten("abcdef", 12, 30).endsWith("…")).toBe(true);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 30, max: 300 }),
        (text, width) => {
          for (const line of wrap(text, 12, width, 3)) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
