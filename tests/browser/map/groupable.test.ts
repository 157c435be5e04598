import { describe, expect, it } from "vitest";
import { isGroupable } from "../../../src/browser/map/groupable.ts";

const asked = (shown: number, nodes: number, actors: number | undefined, of: number | null = null) => ({
  attributes: {
    counts: { total: shown, shown, repeats: 0, undated: 0, rolledTogether: 0, filtered: 0 },
    ...(of === null
      ? {}
      : {
          reduced: {
            reason: "",
            rule: "best-evidenced" as const,
            shown: { nodes, edges: 1 },
            of: { nodes: of, edges: 1 },
          },
        }),
  },
  nodes,
  actors,
});

describe("whether groups of actors are looked for", () => {
  it("asks within the bounds of statements and of actors", () => {
    expect(isGroupable("community", asked(250_000, 400, 400))).toBe(true);
    expect(isGroupable("community", asked(250_001, 400, 400))).toBe(false);
    expect(isGroupable("community", asked(50_000, 300, 6000, 10_000))).toBe(false);
    expect(isGroupable("coalition", asked(50_000, 1001, 2000))).toBe(false);
    expect(isGroupable("coalition", asked(50_000, 1000, 2000))).toBe(true);
  });

  it("counts the actors of the dataset where the picture is a part of many nodes, and the nodes where there are fewer", () => {
    expect(isGroupable("community", asked(200_000, 199, 200, 6403))).toBe(true);
    expect(isGroupable("community", asked(200_000, 199, undefined, 6403))).toBe(false);
    expect(isGroupable("community", asked(20_000, 300, 6000, 2500))).toBe(true);
  });
});
