import { describe, expect, it } from "vitest";
import { arrangementOf } from "../../../src/browser/map/arrangement.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";

describe("the arrangement of a view", () => {
  it("is the same whatever the filters, and another under another layout or around a node", () => {
    const plain = arrangementOf(DEFAULT_VIEW);
    const filter = { ...DEFAULT_VIEW.filter, polarity: ["support"] as const };
    expect(arrangementOf({ ...DEFAULT_VIEW, filter })).toBe(plain);
    expect(arrangementOf({ ...DEFAULT_VIEW, layout: "circular" })).not.toBe(plain);
    expect(arrangementOf({ ...DEFAULT_VIEW, ego: ["actor:a"] })).not.toBe(plain);
  });
});
