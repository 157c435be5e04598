import { describe, expect, it } from "vitest";
import { buildSearch } from "../../../src/browser/search/search-index.ts";
import { actor, issue, source } from "../fixtures.ts";

const index = buildSearch(
  {
    actors: [
      actor("us", "United States", { aliases: ["Washington", "USA"], statements: 40 }),
      actor("egypt", "Egypt", { statements: 9 }),
      actor("civilians", "Egyptian civilians"),
      actor("constructor", "Constructor"),
      actor("erdogan", "Recep Tayyip Erdoğan"),
    ],
    issues: [issue("lead", "Egypt leads the force"), issue("aid", "Aid routes are open")],
  },
  [source("s1", "The road to peace")],
);
const find = (text: string) => index.find(text, 5).map(({ key }) => key);

describe("search", () => {
  it("puts the whole name before what only contains it", () => {
    expect(find("egypt")[0]).toBe("actor:egypt");
    expect(find("egypt")).toContain("issue:lead");
  });

  it("finds by alias and says which", () => {
    const [hit] = index.find("washington", 5);
    expect(hit).toMatchObject({ key: "actor:us", alias: "Washington" });
  });

  it("forgives accents, case and a slip", () => {
    expect(find("ERDOGAN")[0]).toBe("actor:erdogan");
    expect(find("egipt")[0]).toBe("actor:egypt");
  });

  it("finds sources and ids with names of object members", () => {
    expect(find("road")).toEqual(["source:s1"]);
    expect(find("constructor")).toEqual(["actor:constructor"]);
  });

  it("finds nothing for nothing", () => {
    expect(find("")).toEqual([]);
    expect(find("   ")).toEqual([]);
    expect(find("zzzzzz")).toEqual([]);
  });
});

describe("a word that is not in any name", () => {
  it("is cut to its stem", () => {
    const stems = buildSearch({ actors: [], issues: [issue("d", "Hamas is disarmed")] }, []);
    expect(stems.find("disarmament", 3).map(({ key }) => key)).toEqual(["issue:d"]);
    expect(stems.find("reconstruction", 3)).toEqual([]);
  });
});
