/** The path panel's helpers: suggestions, relaxations, the mark on the map. */

import { describe, expect, it } from "vitest";
import { highlightOf } from "../../../src/browser/panels/path/highlight.ts";
import { leftOut, toExpand } from "../../../src/browser/panels/path/left-out.ts";
import { reasonInSteps } from "../../../src/browser/panels/path/no-path.tsx";
import { optionsInWords } from "../../../src/browser/panels/path/option-words.ts";
import { suggestionsOf } from "../../../src/browser/panels/path/path-failure.tsx";
import { ALL, liftsOf, relaxed } from "../../../src/browser/panels/path/relax.ts";
import {
  exactNode,
  shownName,
  suggestionIndex,
  suggestNodes,
} from "../../../src/browser/panels/path/suggest.ts";
import { TEXTS } from "../../../src/browser/panels/texts.ts";
import { DEFAULT_QUESTION, QUESTION_PARAMETERS } from "../../../src/browser/state/question.ts";
import type { Hop, Path, PathAnswer } from "../../../src/model/path.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";
import { actor, issue } from "./records.ts";

const names = suggestionIndex(
  {
    actors: [
      actor("pakistan", { label: "Pakistan", aliases: ["Islamabad"], statements: 3 }),
      actor("pakistan-today", { label: "Pakistan Today" }),
      actor("turkey", { label: "Turkey", aliases: ["Türkiye"], statements: 9 }),
    ],
    issues: [
      issue("pakistan-troops", { label: "Pakistan contributes troops", statements: 5 }),
      issue("heading", { label: "Pakistan heading", container: true }),
    ],
  },
  "Issue",
);
const found = (text: string) => suggestNodes(names, text, 5).map(({ key }) => key);

describe("suggestions", () => {
  it("puts the whole name first, then evidence; headings of issues are no ends of paths", () => {
    expect(found("pakistan")).toEqual(["actor:pakistan", "issue:pakistan-troops", "actor:pakistan-today"]);
    expect(found("troops")).toEqual(["issue:pakistan-troops"]);
  });

  it("finds aliases, without case and accents, and says so", () => {
    expect(suggestNodes(names, "turkiye", 5)).toMatchObject([{ key: "actor:turkey", via: "Türkiye" }]);
    expect(suggestNodes(names, "ISLAM", 5)).toMatchObject([{ key: "actor:pakistan", via: "Islamabad" }]);
    expect(suggestNodes(names, "Turkey", 5)[0]?.via).toBeNull();
  });

  it("offers the best evidenced for an empty text, and nothing for one that fits nobody", () => {
    expect(found("")[0]).toBe("actor:turkey");
    expect(found("zzz")).toEqual([]);
    expect(suggestNodes(names, "", 2)).toHaveLength(2);
  });

  it("takes a name only where it is one node's alone", () => {
    expect(exactNode(names, "islamabad")).toBe("actor:pakistan");
    expect(exactNode(names, "actor:turkey")).toBe("actor:turkey");
    expect(exactNode(names, "pakist")).toBeNull();
    expect(exactNode(names, "")).toBeNull();
  });

  it("shows labels for keys and leaves other texts alone", () => {
    expect(shownName(names, "actor:turkey")).toBe("Turkey");
    expect(shownName(names, "actor:nobody")).toBe("actor:nobody");
    expect(shownName(names, "turkey")).toBe("turkey");
  });
});

describe("relaxation", () => {
  const question = { ...DEFAULT_QUESTION, from: "a", to: "b", directed: true, avoid: ["actor:x", "actor:y"] };

  it("changes the one parameter of the question", () => {
    expect(relaxed(question, DEFAULT_VIEW, { parameter: "directed", value: "" })?.question).toEqual({
      ...question,
      directed: false,
    });
    expect(relaxed(question, DEFAULT_VIEW, { parameter: "avoid", value: "actor:y" })?.question.avoid).toEqual(
      ["actor:y"],
    );
    expect(relaxed(question, DEFAULT_VIEW, { parameter: "maxLength", value: "5" })?.question.maxLength).toBe(
      5,
    );
  });

  it("changes the one parameter of the view and nothing else", () => {
    const view = { ...DEFAULT_VIEW, filter: { ...DEFAULT_VIEW.filter, since: "2025", minConfidence: 0.5 } };
    const change = relaxed(question, view, { parameter: "since", value: "" });
    expect(change?.view).toEqual({ ...view, filter: { ...view.filter, since: "" } });
    expect(change?.question).toBe(question);
    expect(relaxed(question, view, { parameter: "voice", value: "any" })?.view.filter.voice).toBe("any");
  });

  it("is said in the words of the page, never in ids", () => {
    const words = (parameter: string, value: string) =>
      TEXTS.loosenBy(parameter, value, (key) => ({ "actor:turkey": "Turkey" })[key] ?? key);
    expect(words("via", "stance,relation,membership")).toBe(
      "Walks over positions on issues, relations between actors, memberships.",
    );
    expect(words("avoid", "actor:turkey")).toBe("Changes what is avoided to Turkey.");
    expect(words("polarity", "any")).toBe("Counts every statement, also those that take no side.");
    for (const parameter of [...QUESTION_PARAMETERS, ...Object.keys(DEFAULT_VIEW.filter)])
      expect(words(parameter, ""), parameter).toMatch(/^Lifts the restriction: [a-z -]+\.$/);
    expect(reasonInSteps("A and B have no edge at all; there is one of 2 hops.")).toBe(
      "A and B have no line at all; there is one of 2 steps.",
    );
  });

  it("does not follow what it cannot read", () => {
    expect(relaxed(question, DEFAULT_VIEW, { parameter: "nonsense", value: "1" })).toBeNull();
    expect(relaxed(question, DEFAULT_VIEW, { parameter: "mode", value: "sideways" })).toBeNull();
  });
});

describe("mark on the map", () => {
  const path = {
    nodes: ["actor:a", "issue:i", "actor:b"],
    hops: [
      { from: "actor:a", to: "issue:i", statements: ["s1"], structure: [] },
      { from: "issue:i", to: "actor:b", statements: ["s2"], structure: ["structure:x:member-of:y"] },
    ],
  } as unknown as Path;
  const edge = (key: string, source: string, target: string, statements: string[]) =>
    ({ key, source, target, attributes: { statements } }) as never;

  it("takes the edges that carry the hops' statements, whichever way they point", () => {
    const graph = {
      edges: [
        edge("e1", "actor:a", "issue:i", ["s1", "s9"]),
        edge("e2", "actor:b", "issue:i", ["s2"]),
        edge("e3", "actor:a", "issue:i", ["s8"]),
        edge("e4", "actor:c", "issue:i", ["s1"]),
        edge("structure:x:member-of:y", "issue:i", "actor:b", []),
      ],
    };
    expect(highlightOf(path, graph)).toEqual({
      nodes: path.nodes,
      edges: ["e1", "e2", "structure:x:member-of:y"],
      statements: ["s1", "s2"],
    });
  });

  it("marks the nodes where the graph is not there", () => {
    expect(highlightOf(path, undefined)).toMatchObject({ edges: [], nodes: path.nodes });
  });
});

describe("what the map leaves out of a path", () => {
  const hop = (from: string, to: string, statements = ["s"]) =>
    ({ from, to, statements, structure: [] }) as unknown as Hop;
  const hops = [hop("a", "b"), hop("b", "c"), hop("c", "d")];
  const path = { nodes: ["a", "b", "c", "d"], hops } as unknown as Path;
  const edge = { key: "e", source: "b", target: "a", attributes: { statements: ["s"] } };

  it("is the nodes and the hops that are not in the graph, also between nodes that are", () => {
    const graph = { nodes: ["a", "b", "c"].map((key) => ({ key })), edges: [edge] } as never;
    expect(leftOut(path, graph)).toEqual({ nodes: ["d"], hops: hops.slice(1) });
    const whole = { nodes: path.nodes.map((key) => ({ key })), edges: [] } as never;
    expect(leftOut({ ...path, hops: [] }, whole)).toEqual({ nodes: [], hops: [] });
  });

  it("comes with few nodes that have little around them", () => {
    const weight = (key: string) => ({ a: 9, b: 2, c: 8, d: 1 })[key] ?? 0;
    expect(toExpand(hops.slice(1), weight)).toEqual(["c"]);
    expect(toExpand(hops, weight)).toEqual(["b", "d"]);
    expect(toExpand([hop("a", "b")], weight)).toEqual(["b"]);
    expect(toExpand([hop("a", "b", [])], weight)).toEqual([]);
  });

  it("is said in numbers", () => {
    expect(TEXTS.leftOut(1, 4, 2, 3)).toBe("The map leaves out 1 of its 4 nodes and 2 of its 3 steps.");
    expect(TEXTS.leftOut(0, 4, 1, 3)).toBe("The map leaves out 1 of its 3 steps.");
  });
});

describe("words", () => {
  it("says only the options that are not as usual", () => {
    expect(optionsInWords(DEFAULT_QUESTION)).toBe("");
    expect(optionsInWords({ ...DEFAULT_QUESTION, maxLength: 4, weighted: true, avoid: ["actor:x"] })).toBe(
      "at most 4 steps; better evidenced first; avoiding 1",
    );
  });

  it("reads the names that a failure proposes", () => {
    expect(suggestionsOf({ details: { suggestions: ["actor:a", 3] } })).toEqual(["actor:a"]);
    expect(suggestionsOf({ details: { matches: ["actor:a", "actor:b"] } })).toEqual(["actor:a", "actor:b"]);
    expect(suggestionsOf({ details: {} })).toEqual([]);
  });
});

describe("filters to lift where there is no path", () => {
  const tried = ["since", "actor", ALL].map((id) => ({ id, label: id, view: DEFAULT_VIEW }));
  const answer = (length: number | null) =>
    ({ paths: length === null ? [] : [{ length }] }) as unknown as PathAnswer;
  const ids = (lengths: readonly (number | null)[], hint: Parameters<typeof liftsOf>[2] = null) =>
    liftsOf(tried, lengths.map(answer), hint).map(({ id }) => id);

  it("puts the shortest path first, and all together only where that alone gives it", () => {
    expect(ids([5, 3, 3])).toEqual(["actor", "since"]);
    expect(ids([null, null, 2])).toEqual([ALL]);
    expect(ids([5, null, 2])).toEqual([ALL, "since"]);
    expect(liftsOf(tried, [undefined, undefined, undefined], null)).toEqual([]);
  });

  it("leaves out what the hint offers", () => {
    const hint = { reason: "", relax: { parameter: "actor", value: "" }, length: 3 };
    expect(ids([5, 3, 3], hint)).toEqual(["since"]);
  });
});
