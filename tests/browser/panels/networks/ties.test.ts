import { describe, expect, it } from "vitest";
import type { NetworkAnswer } from "../../../../src/browser/api/computed.ts";
import { networkPicture } from "../../../../src/browser/panels/networks/network-picture.ts";
import {
  above,
  fittingThreshold,
  onSide,
  sideOf,
  strongest,
  tiesOf,
  weightText,
} from "../../../../src/browser/panels/networks/ties.ts";

const network = (
  type: NetworkAnswer["type"],
  values: readonly (readonly (number | null)[])[],
): NetworkAnswer => ({
  type,
  rows: values.map((_, at) => `r${at}`),
  columns: (values[0] ?? []).map((_, at) => `c${at}`),
  values,
  statements: 9,
  excluded: {},
});
const ONE = network("one-mode", [
  [0, 3, -1],
  [3, 0, null],
  [-1, null, 0],
]);

describe("the ties of a network", () => {
  it("can be those of one side only", () => {
    const weights = (aggregation: string, side: string) =>
      onSide(tiesOf(ONE), aggregation, side).map(({ weight }) => weight);
    expect(weights("subtract", "support")).toEqual([3]);
    expect(weights("subtract", "oppose")).toEqual([-1]);
    expect(weights("subtract", "")).toEqual([3, -1]);
    expect(weights("ignore", "support")).toEqual([]);
  });
  it("are pairs once in one-mode, cells in two-mode, never nought or no number", () => {
    expect(tiesOf(ONE)).toEqual([
      { row: 0, column: 1, weight: 3 },
      { row: 0, column: 2, weight: -1 },
    ]);
    expect(
      tiesOf(
        network("two-mode", [
          [1, 0],
          [2, 3],
        ]),
      ),
    ).toHaveLength(3);
  });
  it("are cut by the size of their weight", () => {
    expect(strongest(tiesOf(ONE))).toBe(3);
    expect(above(tiesOf(ONE), 2)).toEqual([{ row: 0, column: 1, weight: 3 }]);
  });
  it("fit a number by a threshold that never leaves more", () => {
    const ties = [5, -4, 4, 2, 1].map((weight, column) => ({ row: 0, column, weight }));
    expect(fittingThreshold(ties, 9)).toBe(0);
    expect(above(ties, fittingThreshold(ties, 3))).toHaveLength(3);
    expect(above(ties, fittingThreshold(ties, 2))).toHaveLength(1);
  });
  it("take a side by the aggregation", () => {
    expect(sideOf("subtract", -2)).toBe("oppose");
    expect(sideOf("subtract", 2)).toBe("support");
    expect(sideOf("conflict", 2)).toBe("oppose");
    expect(sideOf("congruence", 2)).toBe("support");
    expect(sideOf("ignore", 2)).toBeNull();
  });
  it("are written in few digits", () => {
    expect([weightText(-3), weightText(1234), weightText(1 / 3)]).toEqual(["−3", "1,234", "0.333"]);
  });
});

describe("the picture of a network", () => {
  const named = (node: string | null, label: string) => ({ label, full: label, node });
  const rows = [named("actor:a", "A"), named(null, "B"), named("actor:c", "C")];
  const draw = (isolates: boolean, ties = tiesOf(ONE), aspect = 1.5) =>
    networkPicture(
      { network: ONE, ties, aggregation: "subtract", rows, columns: rows, isolates },
      "light",
      aspect,
    );

  it("has a line for each tie, by side", () => {
    const { edges, nodes } = draw(false);
    expect(nodes.map(({ key }) => key)).toEqual(["actor:a", "actor:row:1", "actor:c"]);
    expect(edges.map(({ key, polarity, line }) => [key, polarity, line])).toEqual([
      ["actor:a;actor:row:1", "support", "solid"],
      ["actor:a;actor:c", "oppose", "dashed"],
    ]);
    expect((edges[0]?.size ?? 0) > (edges[1]?.size ?? 0)).toBe(true);
  });
  it("leaves out nodes without a line unless they are asked for", () => {
    const first = tiesOf(ONE).slice(0, 1);
    expect(draw(false, first).nodes).toHaveLength(2);
    expect(draw(true, first).nodes).toHaveLength(3);
  });
  it("is the same each time, with finite places", () => {
    const places = draw(true).nodes.map(({ x, y }) => [x, y]);
    expect(places.flat().every(Number.isFinite)).toBe(true);
    expect(draw(true).nodes.map(({ x, y }) => [x, y])).toEqual(places);
  });
  it("has the proportions of its frame", () => {
    const square = network(
      "one-mode",
      Array.from({ length: 12 }, (_, row) =>
        Array.from({ length: 12 }, (_, at) => Number((row + at) % 5 === 0)),
      ),
    );
    const many = Array.from({ length: 12 }, (_, at) => named(`actor:${at}`, `Actor ${at}`));
    const ratio = (aspect: number) => {
      const { nodes } = networkPicture(
        {
          network: square,
          ties: tiesOf(square),
          aggregation: "congruence",
          rows: many,
          columns: many,
          isolates: true,
        },
        "light",
        aspect,
      );
      const span = (of: readonly number[]) => Math.max(...of) - Math.min(...of);
      return span(nodes.map(({ x }) => x)) / span(nodes.map(({ y }) => y));
    };
    expect(ratio(2)).toBeGreaterThan(1.5);
    expect(ratio(0.6)).toBeLessThan(0.9);
  });
  it("has each node once, and no line from a node to itself", () => {
    const both = network("two-mode", [[4, 1]]);
    const picture = networkPicture(
      {
        network: both,
        ties: tiesOf(both),
        aggregation: "ignore",
        rows: [named("actor:a", "A")],
        columns: [named("actor:a", "A"), named("actor:b", "B")],
        isolates: true,
      },
      "dark",
      1,
    );
    expect(picture.nodes.map(({ key }) => key)).toEqual(["actor:a", "actor:b"]);
    expect(picture.edges.map(({ key }) => key)).toEqual(["actor:a;actor:b"]);
  });
});
