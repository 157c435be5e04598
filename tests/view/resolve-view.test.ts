/** Names in a view become ids, and unknown ones are named with their parameter. */
import { describe, expect, it } from "vitest";
import { createResolver } from "../../src/dataset/names.ts";
import { formatView, parseView } from "../../src/view/grammar.ts";
import { resolveView } from "../../src/view/resolve-view.ts";
import { riversDataset } from "../support/rivers.ts";

const names = createResolver(riversDataset());
const resolved = (...pairs: (readonly [string, string])[]) =>
  formatView(resolveView(names, parseView(pairs)));

describe("resolveView", () => {
  it("takes ids, labels, aliases and node keys to one canonical text", () => {
    expect(resolved(["actor", "crete"])).toBe("actor=northland");
    expect(resolved(["actor", "actor:northland,Northland,republic of northland"])).toBe("actor=northland");
    expect(resolved(["ego", "Dam,builders' guild"])).toBe("ego=actor:constructor,issue:dam");
    expect(resolved(["kind", "State"], ["relation", "mediates with"], ["source", "on the river"])).toBe(
      "kind=state&relation=mediates-with&source=d1",
    );
  });
  it("leaves a view without names as it is", () => {
    expect(resolved(["rollup", "top"])).toBe("rollup=top");
  });
  it.each([
    ["actor", "unknown-node"],
    ["issue", "unknown-node"],
    ["ego", "unknown-node"],
    ["kind", "unknown-id"],
    ["relation", "unknown-id"],
    ["source", "unknown-id"],
    ["genre", "unknown-id"],
  ])("names the parameter %s when it is unknown", (parameter, code) => {
    expect(() => resolved([parameter, "nobody at all"])).toThrow(
      expect.objectContaining({ code, parameter }),
    );
  });
  it("does not take an actor for an issue", () => {
    expect(() => resolved(["issue", "actor:northland"])).toThrow(
      expect.objectContaining({ code: "unknown-node" }),
    );
  });
});
