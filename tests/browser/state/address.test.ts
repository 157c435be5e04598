import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAddress, type Place, parseAddress } from "../../../src/browser/state/address.ts";
import { DEFAULT_QUESTION, type Question } from "../../../src/browser/state/question.ts";
import { parseSelection, type Selection } from "../../../src/browser/state/selection.ts";
import { NO_SETTINGS, SETTING_NAMES } from "../../../src/browser/state/settings.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW } from "../../../src/model/view.ts";

const read = (address: string) => {
  const { pathname, search } = new URL(address, "http://page.test");
  return parseAddress(pathname, search);
};

const id = fc.constantFrom("egypt", "constructor", "__proto__", "a b", "é&=?#%", "100");
const ids = fc.uniqueArray(id, { maxLength: 3 }).map((list) => list.sort());
const selection: fc.Arbitrary<Selection | null> = fc.oneof(
  fc.constant(null),
  id.map((key): Selection => ({ type: "node", key: `actor:${key}` })),
  id.map((key): Selection => ({ type: "edge", key: `actor:${key};support;issue:x` })),
  id.map((key): Selection => ({ type: "statement", id: key })),
);
const question: fc.Arbitrary<Question> = fc
  .record({
    from: id,
    to: id,
    mode: fc.constantFrom("k", "shortest", "all"),
    maxLength: fc.constantFrom(null, 4),
    directed: fc.boolean(),
    weighted: fc.boolean(),
    avoid: ids,
    through: ids,
    via: fc.constantFrom(["stance", "relation"], ["stance"], ["relation", "membership"]),
  })
  .map((some): Question => ({ ...some, k: some.mode === "k" ? 3 : null }) as Question);

describe("the page's address", () => {
  it("is the bare path for the default place", () => {
    const { notices, ...place } = read("/");
    expect(formatAddress(place)).toBe("/");
    expect(notices).toEqual([]);
    expect(place.view).toEqual(DEFAULT_VIEW);
    expect(place.question).toEqual(DEFAULT_QUESTION);
  });

  it("gives back every place it was written from", () => {
    fc.assert(
      fc.property(
        fc.record({
          dataset: fc.option(id),
          selection,
          question,
          tab: fc.constantFrom("graph" as const, "table" as const),
          actor: ids,
          polarity: fc.constantFrom([], ["support" as const], ["oppose" as const, "neutral" as const]),
          theme: fc.constantFrom("light" as const, "dark" as const),
          since: fc.constantFrom("", "2025-11"),
          network: fc.constantFrom("", "type=one-mode"),
          analysis: fc.constantFrom("", "name=degree"),
          pins: fc.constantFrom("", "actor:egypt=12,-30"),
          embed: fc.boolean(),
        }),
        ({ actor, polarity, theme, since, network, analysis, pins, ...rest }) => {
          const place: Place = {
            ...rest,
            settings: { ...NO_SETTINGS, network, analysis, pins },
            view: { ...DEFAULT_VIEW, theme, filter: { ...DEFAULT_FILTER, actor, polarity, since } },
          };
          const { notices, ...again } = read(formatAddress(place));
          expect(notices).toEqual([]);
          expect(again).toEqual(place);
        },
      ),
    );
  });

  it("has its parameters in alphabetical order, whatever they belong to", () => {
    const address = formatAddress(
      read("/?theme=dark&to=b&tab=table&since=2025&select=actor:a&from=a&avoid=issue:x&network=rows=n"),
    );
    const names = [...new URL(address, "http://page.test").searchParams.keys()];
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength(8);
  });

  it("names each broken parameter with a remedy and keeps the sound ones", () => {
    const {
      notices,
      view,
      question: asked,
      tab,
    } = read("/?polarity=sideways&since=2025-11&k=1000&from=egypt&tab=map&select=nonsense&foo=1&depth=9");
    expect(notices.map(({ parameter }) => parameter).sort()).toEqual([
      "depth",
      "foo",
      "k",
      "polarity",
      "select",
      "tab",
    ]);
    for (const { message, remedy } of notices)
      expect([message, remedy].every((text) => text !== "")).toBe(true);
    expect(view.filter.since).toBe("2025-11");
    expect(view.filter.polarity).toEqual([]);
    expect(asked.from).toBe("egypt");
    expect(asked.k).toBe(DEFAULT_QUESTION.k);
    expect(tab).toBe("graph");
  });

  it.each([
    ["look", "color=kind;colour=red;size=huge", "color=kind", 2],
    ["look", "x", "", 1],
    ["story", "AAAA", "", 1],
    ["story", "A%20title;one=tab=matrix;nonsense", "A%20title;one=tab%3Dmatrix", 1],
    ["pins", "actor:a=1,2;actor:b=x;nonsense", "actor:a=1,2", 2],
    ["time", "window=sliding;speed=99", "window=sliding", 1],
    ["network", "type=three-mode;rows=actor;foo=1;isolates=yes", "rows=actor", 3],
    ["camera", "1,2", "", 1],
    ["compare", "by=planets;a=x", "", 1],
    ["compare", "a=x", "", 1],
    ["compare", "by=periods;a=2025-10/2025-11;b=yesterday", "by=periods;a=2025-10%2F2025-11", 1],
    ["hidden", "actor:a;nonsense", "actor:a", 1],
    ["table", "by=size;columns=actor,x:mood;descending=1", "columns=actor,x:mood", 1],
    ["matrix", "order=name;cells=none;most=many", "order=name", 2],
    ["analysis", "alignment", "", 1],
    ["kept", "from=actor:a&to=actor:b&k=1000&since=never", "from=actor:a&to=actor:b", 2],
    ["kept", "from=actor:a", "", 1],
    ["path", "actor:a;nonsense", "", 1],
    ["relax", "yes", "", 1],
  ] as const)("says what of %s=%s cannot be followed, and keeps the rest", (name, text, kept, faults) => {
    const { settings, notices } = parseAddress("/", `?${new URLSearchParams([[name, text]])}`);
    expect(settings[name]).toBe(kept);
    expect(notices.map(({ parameter }) => parameter)).toEqual(Array(faults).fill(name));
    for (const { message, remedy } of notices) expect([message, remedy]).not.toContain("");
  });

  it("checks every setting, and says when one is given twice", () => {
    for (const name of SETTING_NAMES) {
      expect(read(`/?${name}=%25`).notices.length, name).toBeGreaterThan(0);
      expect(read(`/?${name}=`).notices).toEqual([]);
    }
    expect(read("/?relax=1&relax=1").notices).toHaveLength(1);
  });

  it("never throws, whatever the address holds", () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        expect(() => parseAddress(path, `?${query}`)).not.toThrow();
      }),
    );
    expect(parseAddress("/d/%E0%A4%A", "").dataset).toBeNull();
  });

  it("reads selections of three kinds and nothing else", () => {
    expect(parseSelection("issue:x")).toEqual({ type: "node", key: "issue:x" });
    expect(parseSelection("edge:a;support;b")).toEqual({ type: "edge", key: "a;support;b" });
    expect(parseSelection("statement:s1")).toEqual({ type: "statement", id: "s1" });
    for (const text of ["", "statement:", "edge:", "egypt", "source:x"])
      expect(parseSelection(text)).toBeNull();
  });
});
