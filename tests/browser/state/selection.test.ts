import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInner, parseInner } from "../../../src/browser/state/inner-pairs.ts";
import {
  formatSelection,
  parseSelection,
  selectedNodes,
  selectionOf,
  toggled,
} from "../../../src/browser/state/selection.ts";
import { INITIAL_STATE, useExplorer } from "../../../src/browser/state/store.ts";

describe("the selection of all between two nodes", () => {
  it("comes back from its text", () => {
    const pair = { type: "pair", from: "actor:a b", to: "issue:constructor" } as const;
    expect(parseSelection(formatSelection(pair))).toEqual(pair);
  });
  it.each(["pair:", "pair:actor:a", "pair:actor:a;b", "pair:actor:a;issue:b;issue:c", "pair:a;issue:b"])(
    "is none in %j",
    (text) => expect(parseSelection(text)).toBeNull(),
  );
});

describe("the selection of several nodes", () => {
  it("comes back from its text, each node once", () => {
    const several = { type: "nodes", keys: ["actor:a b", "issue:constructor", "actor:c"] } as const;
    expect(formatSelection(several)).toBe("nodes:actor:a b;issue:constructor;actor:c");
    expect(parseSelection(formatSelection(several))).toEqual(several);
    expect(parseSelection("nodes:actor:a;actor:a")).toEqual({ type: "node", key: "actor:a" });
  });

  it.each(["nodes:", "nodes:actor:a;", "nodes:actor:a;b", "nodes:a"])("is none in %j", (text) =>
    expect(parseSelection(text)).toBeNull(),
  );

  it("is nothing, one node or several, and grows and shrinks", () => {
    expect(selectionOf([])).toBeNull();
    const one = toggled(null, "actor:a");
    expect(one).toEqual({ type: "node", key: "actor:a" });
    const two = toggled(one, "issue:i");
    expect(selectedNodes(two)).toEqual(["actor:a", "issue:i"]);
    expect(toggled(two, "actor:a")).toEqual({ type: "node", key: "issue:i" });
    expect(toggled(one, "actor:a")).toBeNull();
    expect(selectedNodes({ type: "edge", key: "e" })).toEqual([]);
  });
});

describe("pairs inside one parameter", () => {
  it("come back whatever they hold", () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text.isWellFormed());
    const text = fc.string().filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text)), (pairs) => {
        expect(parseInner(formatInner(pairs))).toEqual(pairs);
      }),
    );
  });
  it("leave out what is none", () => {
    expect(parseInner("a=1;=2;b;%E0%A4%A=3;c=")).toEqual([
      ["a", "1"],
      ["c", ""],
    ]);
  });
});

describe("what a result marks on the map", () => {
  it("opens the map with nothing selected, as a new entry of the history", () => {
    useExplorer.setState({ ...INITIAL_STATE, tab: "analysis", selection: { type: "node", key: "actor:a" } });
    useExplorer.getState().showOnMap(["actor:a", "actor:b"], ["s1"]);
    expect(useExplorer.getState()).toMatchObject({
      tab: "graph",
      selection: null,
      highlight: { nodes: ["actor:a", "actor:b"], statements: ["s1"] },
      step: "push",
    });
  });
});
