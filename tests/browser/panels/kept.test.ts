import { describe, expect, it } from "vitest";
import { differenceOf, formatKept, parseKept } from "../../../src/browser/panels/path/kept.ts";
import { DEFAULT_QUESTION } from "../../../src/browser/state/question.ts";
import type { PathAnswer } from "../../../src/model/path.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";

const answer = (...ways: readonly string[]): PathAnswer =>
  ({ paths: ways.map((way) => ({ nodes: way.split(" ") })) }) as unknown as PathAnswer;

describe("an answer that is kept", () => {
  it("comes back with question and filters, and without what does not matter to it", () => {
    const kept = {
      question: { ...DEFAULT_QUESTION, from: "actor:a", to: "actor:b", avoid: ["actor:c"], directed: true },
      view: { ...DEFAULT_VIEW, filter: { ...DEFAULT_VIEW.filter, since: "2025" } },
    };
    expect(parseKept(formatKept(kept))).toEqual(kept);
    expect(
      parseKept(
        formatKept({ ...kept, view: { ...kept.view, theme: "dark", ego: ["actor:a"], expand: ["actor:b"] } }),
      ),
    ).toEqual(kept);
  });

  it("is none when the text is no question", () => {
    for (const text of ["", "from=actor:a", "k=1000", "nonsense"]) expect(parseKept(text)).toBeNull();
  });

  it("differs by the ways it goes", () => {
    const { both, onlyNow, onlyKept } = differenceOf(
      answer("a b", "a x b", "a y b"),
      answer("a y b", "a z b"),
    );
    expect(both.map(({ nodes }) => nodes)).toEqual([["a", "y", "b"]]);
    expect(onlyNow).toHaveLength(2);
    expect(onlyKept.map(({ nodes }) => nodes)).toEqual([["a", "z", "b"]]);
  });
});
