import { beforeEach, describe, expect, it } from "vitest";
import { actionsFor, NODE_ACTIONS, type Subject } from "../../../src/browser/commands/node-actions.ts";
import { useMapAccess } from "../../../src/browser/state/map-access.ts";
import { INITIAL_STATE, useExplorer } from "../../../src/browser/state/store.ts";

const subject = (keys: readonly string[], more: Partial<Subject> = {}): Subject => ({
  keys,
  explorer: useExplorer.getState(),
  label: (key) => key,
  expansion: null,
  say: () => {},
  ...more,
});
const run = (id: string, keys: readonly string[], more: Partial<Subject> = {}) =>
  NODE_ACTIONS.find((action) => action.id === id)?.run(subject(keys, more));
const ids = (keys: readonly string[], place: "menu" | "details" = "menu") =>
  actionsFor(subject(keys), place).map(({ id }) => id);

describe("what can be done with nodes", () => {
  beforeEach(() => {
    useExplorer.setState({ ...INITIAL_STATE });
    useMapAccess.setState({ places: new Map([["actor:a", { x: 12.4, y: -3 }]]) });
  });

  it("has an id and words for each", () => {
    expect(new Set(NODE_ACTIONS.map(({ id }) => id)).size).toBe(NODE_ACTIONS.length);
    for (const { label } of NODE_ACTIONS) {
      expect(label(subject(["actor:a"]))).not.toBe("");
      expect(label(subject(["actor:a", "actor:b"]))).not.toBe("");
    }
  });

  it("offers for one, two and three nodes what they allow", () => {
    expect(ids(["actor:a"])).toEqual([
      "details",
      "surroundings",
      "path-from",
      "path-to",
      "filter",
      "pin",
      "hide",
      "copy-link",
    ]);
    expect(ids(["actor:a"], "details")).not.toContain("copy-link");
    expect(ids(["actor:a", "actor:b"])).toEqual(
      expect.arrayContaining(["path-between", "compare", "filter"]),
    );
    const mixed = ids(["actor:a", "issue:i", "actor:b"]);
    expect(mixed).not.toContain("compare");
    expect(mixed).not.toContain("filter");
    expect(mixed).toContain("surroundings");
  });

  it("compares with the other node that is selected", () => {
    useExplorer.getState().select({ type: "node", key: "actor:b" });
    expect(ids(["actor:a"])).toEqual(expect.arrayContaining(["toggle", "compare"]));
    run("compare", ["actor:a"]);
    expect(useExplorer.getState()).toMatchObject({ tab: "compare" });
    expect(useExplorer.getState().settings.compare).toBe("by=actors;a=b;b=a");
  });

  it("adds to the selection and takes out of it", () => {
    useExplorer.getState().select({ type: "node", key: "actor:b" });
    run("toggle", ["actor:a"]);
    expect(useExplorer.getState().selection).toEqual({ type: "nodes", keys: ["actor:b", "actor:a"] });
    run("toggle", ["actor:b"]);
    expect(useExplorer.getState().selection).toEqual({ type: "node", key: "actor:a" });
  });

  it("opens surroundings of several, and leaves them", () => {
    run("surroundings", ["issue:i", "actor:a"]);
    expect(useExplorer.getState().view).toMatchObject({ ego: ["actor:a", "issue:i"], depth: 1 });
    run("surroundings", ["issue:i", "actor:a"]);
    expect(useExplorer.getState().view.ego).toEqual([]);
  });

  it("filters to nodes of one type, and takes the filter away", () => {
    run("filter", ["actor:b", "actor:a"]);
    expect(useExplorer.getState().view.filter.actor).toEqual(["a", "b"]);
    run("filter", ["actor:b", "actor:a"]);
    expect(useExplorer.getState().view.filter.actor).toEqual([]);
  });

  it("pins where a node stands, and lets it go", () => {
    run("pin", ["actor:a"]);
    expect(useExplorer.getState().settings.pins).toBe("actor:a=12,-3");
    run("pin", ["actor:a"]);
    expect(useExplorer.getState().settings.pins).toBe("");
  });

  it("hides nodes and leaves none of them selected", () => {
    useExplorer.getState().select({ type: "nodes", keys: ["actor:a", "actor:b"] });
    run("hide", ["actor:a"]);
    expect(useExplorer.getState().settings.hidden).toBe("actor:a");
    expect(useExplorer.getState().selection).toEqual({ type: "node", key: "actor:b" });
    expect(ids(["actor:a"])).not.toContain("hide");
  });

  it("expands only where neighbours are missing, and says how many", () => {
    const expansion = { more: 2, because: "view" as const, run: () => {} };
    const [expand] = actionsFor(subject(["actor:a"], { expansion }), "menu").filter(
      ({ id }) => id === "expand",
    );
    expect(expand?.label(subject(["actor:a"], { expansion }))).toBe("Expand: 2 more neighbours");
    expect(expand?.label(subject(["actor:a"], { expansion: { ...expansion, because: "hidden" } }))).toBe(
      "Show its 2 hidden neighbours",
    );
    expect(ids(["actor:a"])).not.toContain("expand");
  });
});
