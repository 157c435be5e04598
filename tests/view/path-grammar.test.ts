import { describe, expect, it } from "vitest";
import { Fault } from "../../src/model/problem.ts";
import { parsePathQuestion } from "../../src/view/path-grammar.ts";

const read = (query: string) => parsePathQuestion(new URLSearchParams(query));

describe("the path grammar", () => {
  it("fills in the defaults", () => {
    expect(read("from=a&to=b").question).toEqual({
      from: "a",
      to: "b",
      mode: "k",
      k: 3,
      maxLength: null,
      via: ["stance", "relation"],
      directed: false,
      weighted: false,
      avoid: [],
      through: [],
    });
  });

  it("reads the view beside the question", () => {
    const { question, view } = read(
      "from=a&to=b&via=relation,stance&avoid=x,y&avoid=x&polarity=any&rollup=top",
    );
    expect(question.via).toEqual(["stance", "relation"]);
    expect(question.avoid).toEqual(["x", "y"]);
    expect(view.rollup).toBe("top");
    expect(view.filter.polarity).toHaveLength(3);
  });

  it.each([
    ["to=b", "missing-parameter", "from", "bad-parameter"],
    ["from=a&to=b&k=101", "over-limit", "k", "over-limit"],
    ["from=a&to=b&k=0", "bad-parameter", "k", "bad-parameter"],
    ["from=a&to=b&maxLength=13", "over-limit", "maxLength", "over-limit"],
    ["from=a&to=b&mode=best", "bad-parameter", "mode", "bad-parameter"],
    ["from=a&to=b&via=magic", "bad-parameter", "via", "bad-parameter"],
    ["from=a&to=b&limit=5", "unknown-parameter", "limit", "bad-parameter"],
  ])("refuses %s", (query, code, parameter, faultClass) => {
    let fault: unknown;
    try {
      read(query);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(Fault);
    if (fault instanceof Fault)
      expect([fault.code, fault.parameter, fault.class]).toEqual([code, parameter, faultClass]);
  });
});
