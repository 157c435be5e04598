import { describe, expect, it } from "vitest";
import { suggestQuestions } from "../../../src/browser/ask/suggestions.ts";
import { actor, issue } from "../fixtures.ts";

const body = { id: "body", label: "Body" };

describe("questions to try", () => {
  it("come from the data: a path between kinds, the most disputed issue, two actors of one kind", () => {
    const found = suggestQuestions(
      [
        actor("a", "A", { statements: 9 }),
        actor("b", "B", { statements: 8 }),
        actor("c", "C", { statements: 3 }),
        actor("u", "U", { statements: 5, kind: body }),
        actor("p", "Press", { statements: 50, stakeholder: false }),
      ],
      [
        issue("calm", "Calm", { support: 30, oppose: 0 }),
        issue("hot", "Hot", { support: 4, oppose: 3 }),
        issue("warm", "Warm", { support: 9, oppose: 1 }),
      ],
    );
    expect(found).toMatchObject([
      { type: "path", from: { id: "c" }, to: { id: "u" } },
      { type: "who", issues: [{ id: "hot" }] },
      { type: "compare", a: { id: "a" }, b: { id: "b" } },
    ]);
  });

  it("are fewer where the data have less", () => {
    expect(suggestQuestions([], [])).toEqual([]);
    expect(suggestQuestions([actor("a", "A")], [])).toEqual([]);
    expect(suggestQuestions([actor("a", "A"), actor("b", "B")], []).map(({ type }) => type)).toEqual([
      "path",
      "compare",
    ]);
  });
});
