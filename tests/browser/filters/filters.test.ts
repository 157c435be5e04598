import { describe, expect, it } from "vitest";
import { activeFilters, type Names } from "../../../src/browser/filters/active.ts";
import { crossed } from "../../../src/browser/filters/date-order.ts";
import { issueTree, searchTree } from "../../../src/browser/filters/tree.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type View } from "../../../src/model/view.ts";
import { issue } from "../fixtures.ts";

const same = (id: string) => id;
const NAMES: Names = { actor: same, issue: same, kind: same, relation: same, source: same, node: same };

const FULL: View = {
  ...DEFAULT_VIEW,
  ego: ["actor:a"],
  depth: 2,
  rollup: "top",
  structure: true,
  filter: {
    actors: "all",
    actor: ["a"],
    kind: ["state"],
    issue: ["i"],
    relation: ["meets"],
    source: ["s"],
    genre: ["report"],
    polarity: ["support"],
    modality: ["fact"],
    intensity: ["3"],
    voice: "any",
    minConfidence: 0.5,
    since: "2025",
    until: "2026",
    undated: "show",
    offTopic: "show",
    repeats: "show",
    x: ["tone=warm"],
  },
};

describe("active filters", () => {
  it("are none in the default view", () => {
    expect(activeFilters(DEFAULT_VIEW, NAMES)).toEqual([]);
    const all = {
      ...DEFAULT_VIEW,
      filter: { ...DEFAULT_FILTER, polarity: ["support", "oppose", "neutral"] as const },
    };
    expect(activeFilters(all, NAMES)).toEqual([]);
  });

  it("name everything that narrows or widens the view, and removing each once leaves the default", () => {
    let view = FULL;
    const count = activeFilters(view, NAMES).length;
    expect(count).toBe(21);
    for (let left = count; left > 0; left--) {
      const [first] = activeFilters(view, NAMES);
      expect(first?.label).not.toBe("");
      view = first?.without ?? view;
      expect(activeFilters(view, NAMES)).toHaveLength(left - 1);
    }
    expect(view).toEqual(DEFAULT_VIEW);
  });

  it("name each expanded node, and take away one alone", () => {
    const view = { ...DEFAULT_VIEW, expand: ["actor:a", "issue:b"] };
    const [first, second] = activeFilters(view, NAMES);
    expect([first?.label, second?.label]).toEqual([
      `Expanded: ${NAMES.node("actor:a")}`,
      `Expanded: ${NAMES.node("issue:b")}`,
    ]);
    expect(first?.without).toEqual({ ...DEFAULT_VIEW, expand: ["issue:b"] });
    expect(second?.without).toEqual({ ...DEFAULT_VIEW, expand: ["actor:a"] });
  });
});

describe("the tree of issues", () => {
  const parent = { id: "p", label: "P" };
  const issues = [
    issue("p", "Peace", { statements: 0, container: true }),
    issue("b", "Borders", { parent }),
    issue("a", "Aid", { parent }),
    issue("empty", "Empty", { statements: 0 }),
    issue("lost", "Lost", { parent: { id: "gone", label: "?" } }),
  ];

  it("stands in alphabetical order, without branches that nobody speaks of", () => {
    const tree = issueTree(issues);
    expect(tree.map(({ issue: { id } }) => id)).toEqual(["lost", "p"]);
    expect(tree[1]?.children.map(({ issue: { id } }) => id)).toEqual(["a", "b"]);
  });

  it("is searched with the way to what is found", () => {
    const found = searchTree(issueTree(issues), "BÓRD");
    expect(found.map(({ issue: { id } }) => id)).toEqual(["p"]);
    expect(found[0]?.children.map(({ issue: { id } }) => id)).toEqual(["b"]);
    expect(searchTree(issueTree(issues), "zzz")).toEqual([]);
  });

  it("ends where parents lead in a circle", () => {
    const round = [
      issue("x", "X", { parent: { id: "y", label: "Y" } }),
      issue("y", "Y", { parent: { id: "x", label: "X" } }),
    ];
    expect(issueTree(round)).toEqual([]);
  });
});

describe("the ends of a date filter", () => {
  it("may not cross, by the whole of what each stands for", () => {
    expect(crossed("2025-12", "2025-11")).toBe(true);
    expect(crossed("2025-11-20", "2025-11")).toBe(false);
    expect(crossed("2025", "2025-03")).toBe(false);
    expect(crossed("", "2025")).toBe(false);
    expect(crossed("soon", "2025")).toBe(false);
  });
});
