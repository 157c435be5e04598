import { describe, expect, it } from "vitest";
import { drawsTies, lineKinds, widerLine } from "../../../src/browser/legend/lines.ts";
import type { Reduction } from "../../../src/model/graph.ts";

const size = { nodes: 1, edges: 1 };
const drawnBy = (rule: Reduction["rule"]) => ({
  attributes: { reduced: { reason: "", rule, shown: size, of: size } },
});

describe("what the legend says of lines", () => {
  it("takes what is drawn, not only what was asked for", () => {
    expect(drawsTies({ projection: "agreement" }, undefined)).toBe(true);
    expect(drawsTies({ projection: "bundled" }, drawnBy("agreement"))).toBe(true);
    expect(drawsTies({ projection: "bundled" }, drawnBy("best-evidenced"))).toBe(false);
    expect(drawsTies({ projection: "bundled" }, { attributes: {} })).toBe(false);
  });

  it("names agreement where lines are ties, and how wide they are", () => {
    expect(lineKinds(true).map(({ label }) => label)).toEqual(["agree on issues", "disagree on issues"]);
    expect(lineKinds(false).map(({ label }) => label)).toContain("supports");
    expect(widerLine("statements", true)).toBe("Wider line: more issues.");
    expect(widerLine("statements", false)).toBe("Wider line: more statements.");
    expect(widerLine("confidence", true)).toBe("Wider line: higher confidence.");
  });
});
