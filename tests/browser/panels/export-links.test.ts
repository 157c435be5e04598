import { describe, expect, it } from "vitest";
import { viewInWords } from "../../../src/browser/panels/export/links.ts";

describe("the words above the files", () => {
  it("leave out what the picture leaves out, which files may hold", () => {
    const size = { nodes: 1, edges: 1 };
    const reason = "Each edge lists its first 5 statements at most.";
    const reduced = { reason, rule: "short-lists", shown: size, of: size } as const;
    expect(viewInWords({ description: `All statements. ${reason}`, reduced })).toBe("All statements.");
    expect(viewInWords({ description: "All statements." })).toBe("All statements.");
  });
});
