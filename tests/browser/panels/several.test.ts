import { describe, expect, it } from "vitest";
import { summaryOf } from "../../../src/browser/panels/several/summary.ts";
import { GRAPH } from "../fixtures.ts";

describe("what several nodes share", () => {
  it("is told from the side of what they share", () => {
    const { shared, mix, between, all, absent } = summaryOf(GRAPH, ["actor:a", "actor:b", "actor:gone"]);
    expect(shared).toHaveLength(1);
    expect(shared[0]).toMatchObject({ key: "issue:i", by: 2, related: [] });
    // a is reported on both sides, b in support.
    expect(shared[0]?.heldBy).toMatchObject({ mixed: ["actor:a"], support: ["actor:b"], oppose: [] });
    expect(new Set(between)).toEqual(new Set(["ab-1", "ba-1"]));
    expect(all).toHaveLength(5);
    expect(mix).toMatchObject({ support: 8, oppose: 1, neutral: 0, conditional: 1 });
    expect(absent).toEqual(["actor:gone"]);
  });

  it("names issues that an actor has positions on, and relations apart from these", () => {
    const { shared } = summaryOf(GRAPH, ["issue:i", "actor:b"]);
    const a = shared.find(({ key }) => key === "actor:a");
    expect(a?.holds).toMatchObject({ mixed: ["issue:i"] });
    expect(a?.related).toEqual(["actor:b"]);
  });
});
