/** All statements behind an edge of a picture: those that the picture lists, and where its lists are cut, the rest too. */
import { describe, expect, it } from "vitest";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type View } from "../../../src/model/view.ts";
import { applyView } from "../../../src/view/apply-view.ts";
import { statementsOfEdge } from "../../../src/view/records/edge-statements.ts";
import { houseIndex } from "../../support/house.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

const house = houseIndex();
const [egypt] = house.nodes.filter((key) => key === "actor:egypt");
const views: readonly Partial<View>[] = [
  { projection: "bundled" },
  { projection: "statements", rollup: "body" },
  { projection: "agreement", structure: true },
  { ego: egypt ? [egypt] : [], expand: house.nodes.slice(0, 2) },
];

/** 25 actors who take the same side of 2,000 issues: drawn as ties of agreement with lists cut short. */
const many = buildStatementIndex(
  tinyDataset({
    actors: Array.from({ length: 25 }, (_, at) => `a${at}`),
    issues: Array.from({ length: 2000 }, (_, at) => `i${at}`),
    sources: [{ id: "d", date: "2025-01-01" }],
    statements: Array.from({ length: 50_000 }, (_, at) => ({
      actor: `a${at % 25}`,
      issue: `i${Math.floor(at / 25)}`,
    })),
  }),
);

describe("the statements behind an edge", () => {
  it.each(views)("are those that the picture lists (%j)", (part) => {
    const view: View = { ...DEFAULT_VIEW, layout: "circular", filter: DEFAULT_FILTER, ...part };
    const ids = (key: string) =>
      Array.from(
        statementsOfEdge(house, view, key) as Int32Array,
        (number) => house.dataset.statements[number]?.id,
      );
    const edges = [...applyView(house, view, "screen").graph.edges()];
    expect(edges.length).toBeGreaterThan(0);
    for (const { key, attributes } of edges) expect(ids(key), key).toEqual(attributes.statements);
  });

  it("are all of them where the picture cuts its lists", () => {
    const view: View = { ...DEFAULT_VIEW, layout: "circular" };
    const { graph } = applyView(many, view, "screen");
    const [edge] = graph.edges();
    expect(graph.attributes.reduced).toMatchObject({ rule: "agreement", listed: 5 });
    expect(edge?.attributes.statements).toHaveLength(5);
    const numbers = statementsOfEdge(many, view, edge?.key ?? "");
    expect(numbers).toHaveLength(4000);
    const holders = new Set(Array.from(numbers ?? [], (number) => many.dataset.statements[number]?.actor));
    expect(holders.size).toBe(2);
  });

  it("are none where there is no such edge", () => {
    expect(statementsOfEdge(house, DEFAULT_VIEW, "actor:egypt;support;issue:nothing")).toBeNull();
  });
});
