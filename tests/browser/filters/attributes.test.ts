import { describe, expect, it } from "vitest";
import {
  type Attribute,
  attributesOf,
  bareView,
  barsOf,
  chosenWords,
  FEW,
  shownBars,
  toggled,
} from "../../../src/browser/filters/attributes.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter } from "../../../src/model/view.ts";

const attributes = attributesOf(["tone", "to"]);
const named = (id: string): Attribute => attributes.find((one) => one.id === id) as Attribute;
const press = (id: string, filter: Filter, value: string): Filter => ({
  ...filter,
  ...toggled(named(id), filter, value),
});
const result = (...values: readonly (readonly [value: string, statements: number])[]) => ({
  tables: [
    {
      id: "values",
      title: "",
      columns: [],
      rows: values.map(([value, statements]) => ({
        cells: { value, label: `The ${value}`, statements },
        statements: [],
      })),
    },
  ],
});

describe("filters by any attribute", () => {
  it.each([
    ["source", "s1", "s2"],
    ["kind", "state", "body"],
    ["genre", "news, brief", "speech"],
    ["relation", "meets", "warns"],
    ["modality", "fact", "position"],
    ["intensity", "1", "3"],
    ["x:tone", "warm", "a=b"],
  ])(
    "a press on a value of %s asks for it, another for both, and each again for neither",
    (id, one, other) => {
      const first = press(id, DEFAULT_FILTER, one);
      expect(named(id).chosen(first)).toEqual([one]);
      const second = press(id, first, other);
      expect([...named(id).chosen(second)].sort()).toEqual([one, other].sort());
      expect(press(id, press(id, second, other), one)).toEqual(DEFAULT_FILTER);
      expect(bareView({ ...DEFAULT_VIEW, filter: second }, named(id))).toEqual(DEFAULT_VIEW);
    },
  );

  it("has a voice, the other, or both", () => {
    expect(named("voice").chosen(DEFAULT_FILTER)).toEqual(["reported"]);
    const any = press("voice", DEFAULT_FILTER, "author");
    expect(any.voice).toBe("any");
    expect(press("voice", any, "author").voice).toBe("author");
    expect(press("voice", DEFAULT_FILTER, "reported").voice).toBe("any");
  });

  it("says in its heading what is asked for, and nothing of what is usual", () => {
    const words = (id: string, change: Partial<Filter>) =>
      chosenWords(named(id), { ...DEFAULT_FILTER, ...change });
    expect(words("voice", {})).toBe("");
    expect(words("voice", { voice: "any" })).toBe("any");
    expect(words("voice", { voice: "author" })).toBe("1");
    expect(words("genre", { genre: ["a", "b"] })).toBe("2");
    expect(words("confidence", { minConfidence: 0.8 })).toBe("≥ 0.8");
  });

  it("leaves conditions on other columns alone, also where one name begins with another", () => {
    const filter = { ...DEFAULT_FILTER, x: ["to=x", "tone=warm"] };
    expect(press("x:to", filter, "x").x).toEqual(["tone=warm"]);
    expect(bareView({ ...DEFAULT_VIEW, filter }, named("x:tone")).filter.x).toEqual(["to=x"]);
  });

  it("counts relations whatever issues are asked for", () => {
    const filter = { ...DEFAULT_FILTER, issue: ["i"], relation: ["meets"] };
    expect(bareView({ ...DEFAULT_VIEW, filter }, named("relation")).filter).toEqual(DEFAULT_FILTER);
  });

  it("shows bars in the order they come, and what is chosen without any statement last", () => {
    const filter = { ...DEFAULT_FILTER, kind: ["gone", "state"] };
    const bars = barsOf(result(["state", 5], ["body", 2]), named("kind"), filter);
    expect(bars).toEqual([
      { value: "state", label: "The state", statements: 5, chosen: true },
      { value: "body", label: "The body", statements: 2, chosen: false },
      { value: "gone", label: "gone", statements: 0, chosen: true },
    ]);
  });

  it("marks the steps of confidence that count", () => {
    const bars = barsOf(result(["0.5", 1], ["0.7", 2]), named("confidence"), {
      ...DEFAULT_FILTER,
      minConfidence: 0.6,
    });
    expect(bars.map(({ chosen }) => chosen)).toEqual([false, true]);
  });

  it("folds all but the first few and the chosen ones, and finds the others by a word", () => {
    const many = result(...Array.from({ length: 300 }, (_, at) => [`v${at}`, 300 - at] as const));
    const bars = barsOf(many, named("genre"), { ...DEFAULT_FILTER, genre: ["v250"] });
    expect(shownBars(bars, false, "").map(({ value }) => value)).toEqual([
      ...Array.from({ length: FEW }, (_, at) => `v${at}`),
      "v250",
    ]);
    const some = barsOf(
      result(...Array.from({ length: FEW + 2 }, (_, at) => [`v${at}`, 1] as const)),
      named("genre"),
      DEFAULT_FILTER,
    );
    expect(shownBars(some, false, "")).toEqual(some);
    expect(shownBars(bars, true, "").length).toBe(200);
    expect(shownBars(bars, true, "thé V29").map(({ value }) => value)).toContain("v299");
    expect(shownBars(bars, true, "nothing")).toEqual([]);
  });
});
