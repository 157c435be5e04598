import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/model/problem.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type View } from "../../src/model/view.ts";
import { formatView, parseView, VIEW_PARAMETERS, viewPairs } from "../../src/view/grammar.ts";
import type { Pair } from "../../src/view/parameters.ts";

const read = (query: string): View => parseView(new URLSearchParams(query));

function faultOf(query: string): Fault {
  try {
    read(query);
  } catch (fault) {
    if (fault instanceof Fault) return fault;
    throw fault;
  }
  throw new Error(`${query} was accepted`);
}

describe("the view grammar", () => {
  it("reads nothing as the default view and writes the default view as nothing", () => {
    expect(read("")).toEqual(DEFAULT_VIEW);
    expect(formatView(DEFAULT_VIEW)).toBe("");
  });

  it("writes names in alphabetical order and leaves defaults out", () => {
    const view = read("voice=reported&until=2025-11&actor=qatar,egypt&actor=egypt&v=1&depth=2&rollup=top");
    expect(formatView(view)).toBe("actor=egypt,qatar&depth=2&rollup=top&until=2025-11");
  });

  it("takes lists by comma and by repetition", () => {
    expect(read("source=b,a").filter.source).toEqual(["a", "b"]);
    expect(read("source=b&source=a")).toEqual(read("source=a,b"));
  });

  it("asks for further columns by name and value", () => {
    expect(read("x:tone=warm, mostly&x=tone=cold").filter.x).toEqual(["tone=cold", "tone=warm, mostly"]);
    expect(formatView(read("x:tone=warm"))).toBe("x=tone%3Dwarm");
  });

  it("takes numbers as people and programs write them", () => {
    for (const text of [".5", "0.5", "0.50"])
      expect(read(`minConfidence=${encodeURIComponent(text)}`).filter.minConfidence).toBe(0.5);
  });

  it("tells an unasked polarity from any", () => {
    expect(read("").filter.polarity).toEqual([]);
    expect(read("polarity=any").filter.polarity).toEqual(["support", "oppose", "neutral"]);
    expect(formatView(read("polarity=neutral,oppose,support"))).toBe("polarity=any");
  });

  it.each([
    ["colour=red", "unknown-parameter", "colour", "bad-parameter"],
    ["__proto__=1", "unknown-parameter", "__proto__", "bad-parameter"],
    ["toString=1", "unknown-parameter", "toString", "bad-parameter"],
    ["polarity=for", "bad-parameter", "polarity", "bad-parameter"],
    ["polarity=support,", "bad-parameter", "polarity", "bad-parameter"],
    ["since=yesterday", "bad-parameter", "since", "bad-parameter"],
    ["since=2025-02-30", "bad-parameter", "since", "bad-parameter"],
    ["since=", "bad-parameter", "since", "bad-parameter"],
    ["minConfidence=high", "bad-parameter", "minConfidence", "bad-parameter"],
    ["minConfidence=-1", "bad-parameter", "minConfidence", "bad-parameter"],
    ["minConfidence=2", "bad-parameter", "minConfidence", "bad-parameter"],
    ["depth=4", "bad-parameter", "depth", "bad-parameter"],
    ["depth=1.5", "bad-parameter", "depth", "bad-parameter"],
    ["depth=1&depth=2", "repeated-parameter", "depth", "bad-parameter"],
    ["structure=yes", "bad-parameter", "structure", "bad-parameter"],
    ["layout=spiral", "bad-parameter", "layout", "bad-parameter"],
    ["v=2", "bad-parameter", "v", "bad-parameter"],
    ["actor=", "bad-parameter", "actor", "bad-parameter"],
    ["intensity=strong", "bad-parameter", "intensity", "bad-parameter"],
    ["genre=", "bad-parameter", "genre", "bad-parameter"],
    ["since=2026&until=2025", "bad-parameter", "since", "bad-parameter"],
    ["x=tone", "bad-parameter", "x", "bad-parameter"],
    ["x:tone=", "bad-parameter", "x", "bad-parameter"],
  ])("refuses %s", (query, code, parameter, faultClass) => {
    const fault = faultOf(query);
    expect([fault.code, fault.parameter, fault.class]).toEqual([code, parameter, faultClass]);
    expect(fault.remedy).not.toBe("");
  });

  it("says what a parameter takes", () => {
    expect(faultOf("rollup=all").remedy).toBe("Give rollup as one of none, body, top.");
    expect(faultOf("minConfidence=2").remedy).toBe("Give minConfidence as a number from 0 to 1.");
  });

  const id = fc
    .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
    .filter((text) => !/[;,]/.test(text));
  const ids = fc
    .uniqueArray(id, { maxLength: 3 })
    .map((list) => list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  const since = fc.constantFrom("", "2024", "2024-02-29");
  const until = fc.constantFrom("", "2025", "2025-11");
  const view: fc.Arbitrary<View> = fc.record({
    filter: fc.record({
      actors: fc.constantFrom("stakeholders", "all"),
      actor: ids,
      kind: ids,
      issue: ids,
      relation: ids,
      source: ids,
      genre: ids.map((names) => names.map((name) => `${name}, or so`)),
      polarity: fc.subarray(["support", "oppose", "neutral"] as const),
      modality: fc.subarray(["position", "forecast", "allegation", "fact"] as const),
      intensity: fc.subarray(["1", "2", "3"]),
      voice: fc.constantFrom("reported", "author", "any"),
      minConfidence: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
      since,
      until,
      undated: fc.constantFrom("show", "hide"),
      offTopic: fc.constantFrom("show", "hide"),
      repeats: fc.constantFrom("show", "hide"),
      x: ids.map((names) => names.map((name) => `${name.replaceAll("=", "-")}=one, or = two`)),
    }),
    rollup: fc.constantFrom("none", "body", "top"),
    projection: fc.constantFrom("bundled", "statements", "agreement"),
    ego: ids,
    depth: fc.integer({ min: 1, max: 3 }),
    expand: ids,
    structure: fc.boolean(),
    layout: fc.constantFrom("force", "circular"),
    theme: fc.constantFrom("light", "dark"),
    detail: fc.constantFrom("auto", "reduced", "all"),
  });

  it("reads back every view it writes", () => {
    fc.assert(
      fc.property(view, (value) => {
        expect(read(formatView(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it("writes equal views as equal text, whatever the order of the pairs", () => {
    fc.assert(
      fc.property(view, fc.infiniteStream(fc.nat()), (value, random) => {
        const shuffled = viewPairs(value)
          .map((pair): readonly [number, Pair] => [random.next().value, pair])
          .sort(([a], [b]) => a - b)
          .map(([, pair]) => pair);
        expect(formatView(parseView(shuffled))).toBe(formatView(value));
      }),
    );
  });

  it("covers every parameter of the contract, and the few beside it", () => {
    const contract =
      "actor actors depth detail ego expand genre intensity issue kind layout minConfidence modality offTopic polarity projection relation repeats rollup since source structure theme undated until v voice x";
    expect(Object.keys(VIEW_PARAMETERS).sort().join(" ")).toBe(contract);
    expect(Object.keys(DEFAULT_FILTER).every((name) => name in VIEW_PARAMETERS)).toBe(true);
  });
});
