/** The search behind `q`. */
import { describe, expect, it } from "vitest";
import { searchItems } from "../../../src/view/records/search.ts";

const items = [
  { id: "a", texts: ["Republic of Northland", "Nørdland", null] },
  { id: "b", texts: ["Crête", "STRASSE"] },
  { id: "c", texts: ["north", "land"] },
];
const found = (q: string) => searchItems(items, q, ({ texts }) => texts).map(({ id }) => id);

describe("search", () => {
  it("gives everything for an empty question", () => {
    expect(found("")).toEqual(["a", "b", "c"]);
    expect(found("  ")).toEqual(["a", "b", "c"]);
  });
  it("folds case and accents", () => {
    expect(found("CRETE")).toEqual(["b"]);
    expect(found("crête")).toEqual(["b"]);
    expect(found("straße")).toEqual(["b"]);
  });
  it("wants every word, anywhere in the texts, but none across two texts", () => {
    expect(found("northland republic")).toEqual(["a"]);
    expect(found("north land")).toEqual(["a", "c"]);
    expect(found("northland")).toEqual(["a"]);
    expect(found("northland crete")).toEqual([]);
  });
});
