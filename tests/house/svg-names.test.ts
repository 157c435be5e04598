/** The names on the exported picture of the house dataset: as on the screen, the most connected nodes have theirs. */
import { describe, expect, it } from "vitest";
import { svgFormat } from "../../src/formats/svg/format.ts";
import { byConnections } from "../../src/formats/svg/importance.ts";
import type { PlacedLabel } from "../../src/formats/svg/occupied.ts";
import { boxesOf } from "../../src/formats/svg/radial.ts";
import { buildScene } from "../../src/formats/svg/scene.ts";
import { DEFAULT_VIEW } from "../../src/model/view.ts";
import { applyView } from "../../src/view/apply-view.ts";
import { contextFor, textOf } from "../formats/fixture.ts";
import { elements, readXml } from "../formats/xml-reader.ts";
import { houseIndex } from "../support/house.ts";

const index = houseIndex();
/** The inner half of a small box, which the letters of a turned name fill. */
const middleOf = ({ left, top, width, height }: PlacedLabel) => ({
  x: left + width / 4,
  y: top + height / 4,
  width: width / 2,
  height: height / 2,
});
const AREA = { x: 24, y: 96, width: 1552, height: 880 };
const CASES = (["force", "circular", "two-column"] as const).map(
  (layout) => [layout, applyView(index, { ...DEFAULT_VIEW, layout }).graph] as const,
);

describe.each(CASES)("names on the exported picture, %s", (layout, graph) => {
  const scene = buildScene(graph, AREA);
  const nodes = [...graph.nodes()];
  const weighed = nodes.map(({ key, attributes }) => ({ key, statements: attributes.statements }));
  const first = byConnections(weighed, [...graph.edges()])
    .slice(0, 15)
    .flatMap((number) => nodes[number] ?? []);

  it("are there for the fifteen most connected nodes", () => {
    const root = readXml(textOf(svgFormat.write(graph, contextFor().context)));
    const shown = elements(root, "text")
      .map((name) =>
        [name, ...elements(name, "tspan")]
          .map(({ text }) => text)
          .join(" ")
          .trim(),
      )
      .filter((name) => name !== "");
    const missing = first.filter(({ attributes }) => {
      const name = attributes.short_label || attributes.label;
      // Beside a column, or on the ring, a long one may be shortened.
      const isName = (text: string) =>
        text === name || (text.endsWith("…") && name.startsWith(text.slice(0, -1)));
      return !shown.some(isName);
    });
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it("cover no other name and no other node's centre", () => {
    // Around the circle names run outwards, each along a line of its own.
    const boxes = scene.labels.flatMap(({ key, box: { x, y, ...size }, turned }) =>
      boxesOf({ key, text: "", left: x, top: y, ...size, ...(turned ? { turned } : {}) }).map((one) => ({
        key,
        box: turned ? middleOf(one) : { x: one.left, y: one.top, width: one.width, height: one.height },
      })),
    );
    const faults = boxes.flatMap(({ key, box }, at) => [
      ...boxes
        .slice(at + 1)
        .filter((other) => other.key !== key)
        .filter(
          ({ box: other }) =>
            box.x < other.x + other.width &&
            other.x < box.x + box.width &&
            box.y < other.y + other.height &&
            other.y < box.y + box.height,
        )
        .map((other) => `${key} over ${other.key}`),
      ...scene.nodes
        .filter(
          ({ node, x, y }) =>
            node.key !== key && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
        )
        .map(({ node }) => `${key} over the centre of ${node.key}`),
    ]);
    expect(faults).toEqual([]);
    expect(scene.labels.length).toBeGreaterThan(layout === "circular" ? 125 : 80);
  });
});
