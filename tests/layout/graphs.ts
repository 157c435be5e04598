/** Random graphs for layouts, and the boxes that nodes and names take. */
import fc from "fast-check";
import type { LayoutInput, Placement } from "../../src/layout/layout.ts";

/** Graphs of up to 40 nodes; values are few, so that many are equal, and some are missing. */
export const graphs: fc.Arbitrary<LayoutInput> = fc
  .record({
    nodes: fc.array(
      fc.record({
        size: fc.integer({ min: 3, max: 22 }),
        label: fc.integer({ min: 0, max: 180 }),
        issue: fc.boolean(),
        value: fc.constantFrom(Number.NaN, -1, -0.75, -0.5, -0.2, 0, 0.1, 0.2, 0.3333, 0.75, 1),
      }),
      { maxLength: 40 },
    ),
    edges: fc.array(fc.record({ a: fc.nat(), b: fc.nat(), weight: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 80,
    }),
    focus: fc.nat(),
  })
  .map(({ nodes, edges, focus }) => {
    const ends = nodes.length === 0 ? [] : edges;
    const issues = nodes.flatMap(({ issue }, node) => (issue ? node : []));
    return {
      size: Float64Array.from(nodes, ({ size }) => size),
      labelWidth: Float64Array.from(nodes, ({ label }) => label),
      labelHeight: 15,
      from: Int32Array.from(ends, ({ a }) => a % nodes.length),
      to: Int32Array.from(ends, ({ b }) => b % nodes.length),
      weight: Float64Array.from(ends, ({ weight }) => weight),
      group: Uint8Array.from(nodes, ({ issue }) => (issue ? 1 : 0)),
      value: Float64Array.from(nodes, ({ value }) => value),
      focus: { node: issues[focus % Math.max(1, issues.length)] ?? -1, label: "An issue" },
    };
  });

interface Box {
  readonly node: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The disc of each node, and its name where the layout promises it. */
export function boxesOf(input: LayoutInput, { x, y, guides }: Placement, nameWidth: number): readonly Box[] {
  const aside = new Set(guides?.aside);
  return Array.from(input.size).flatMap((size, node): Box[] => {
    if (aside.has(node)) return [];
    const [cx, cy] = [x[node] as number, y[node] as number];
    const width = Math.min(nameWidth, input.labelWidth[node] as number);
    const disc = { node, left: cx - size, right: cx + size, bottom: cy - size, top: cy + size };
    if (width === 0) return [disc];
    if (guides?.labels === "outwards") {
      const edge = cx < 0 ? cx - size - 4 : cx + size + 4;
      const name = cx < 0 ? { left: edge - width, right: edge } : { left: edge, right: edge + width };
      return [disc, { node, ...name, bottom: cy - 7.5, top: cy + 7.5 }];
    }
    const lines = (input.labelWidth[node] as number) > nameWidth ? 2 : 1;
    const below = { bottom: cy - size - 15 * lines, top: cy - size };
    return [disc, { node, left: cx - width / 2, right: cx + width / 2, ...below }];
  });
}

/** The first two boxes of different nodes that overlap, or null. */
export function firstOverlap(boxes: readonly Box[]): readonly [Box, Box] | null {
  const slack = 1e-6;
  for (const [at, a] of boxes.entries())
    for (const b of boxes.slice(at + 1))
      if (
        a.node !== b.node &&
        a.left < b.right - slack &&
        b.left < a.right - slack &&
        a.bottom < b.top - slack &&
        b.bottom < a.top - slack
      )
        return [a, b];
  return null;
}
