/** What is compared, the views it is made of, and the differences found. */
import { describe, expect, it } from "vitest";
import { composePicture, type PictureEdge } from "../../../../src/browser/map/picture.ts";
import { choiceOf, formatCompare, parseCompare } from "../../../../src/browser/panels/compare/choice.ts";
import {
  changeKinds,
  differences,
  heldBy,
  heldOn,
  tallyOf,
} from "../../../../src/browser/panels/compare/differences.ts";
import { isChosen, setAside, sharedView, sideView } from "../../../../src/browser/panels/compare/sides.ts";
import { sideText } from "../../../../src/browser/panels/compare/texts.ts";
import { NO_PINS } from "../../../../src/browser/state/pins.ts";
import { DEFAULT_VIEW, type View } from "../../../../src/model/view.ts";
import { GRAPH } from "../../fixtures.ts";

describe("what is compared", () => {
  it("is kept in the address; keys and ids are both read", () => {
    const choice = { by: "periods", a: "../2025-10", b: "2025-11/.." } as const;
    expect(parseCompare(formatCompare(choice))).toEqual(choice);
    expect(parseCompare("by=actors;a=actor:egypt;b=qatar")).toEqual({ by: "actors", a: "egypt", b: "qatar" });
    expect(parseCompare("by=sources")).toEqual({ by: "sources", a: "", b: "" });
    for (const text of ["", "by=planets;a=x", "a=x;b=y"]) expect(parseCompare(text)).toBeNull();
  });

  it("is proposed by what is selected", () => {
    expect(choiceOf({ type: "pair", from: "actor:a", to: "actor:b" })).toEqual({
      by: "actors",
      a: "a",
      b: "b",
    });
    expect(choiceOf({ type: "node", key: "issue:i" })).toEqual({ by: "issues", a: "i", b: "" });
    expect(choiceOf({ type: "nodes", keys: ["issue:i", "actor:a", "issue:j"] })).toEqual({
      by: "issues",
      a: "i",
      b: "j",
    });
    expect(choiceOf({ type: "pair", from: "actor:a", to: "issue:i" })).toBeNull();
    expect(choiceOf({ type: "edge", key: "x" })).toBeNull();
    expect(choiceOf(null)).toBeNull();
  });
});

describe("the views of a comparison", () => {
  const view: View = {
    ...DEFAULT_VIEW,
    projection: "agreement",
    filter: { ...DEFAULT_VIEW.filter, since: "2025", source: ["s1"], actor: ["z"], polarity: ["support"] },
  };

  it("share one layout and keep the other filters", () => {
    const actors = sharedView(view, { by: "actors", a: "b", b: "a" });
    expect(actors).toMatchObject({ ego: ["actor:a", "actor:b"], depth: 1, projection: "bundled" });
    expect(actors?.filter).toMatchObject({ actor: [], source: ["s1"], polarity: ["support"], since: "2025" });
    expect(sharedView(view, { by: "sources", a: "s2", b: "s1" })?.filter.source).toEqual(["s1", "s2"]);
    expect(sharedView(view, { by: "actors", a: "", b: "" })).toBeNull();
  });

  it("span both periods, open where one of them is", () => {
    const span = (a: string, b: string) => {
      const { since, until } = sharedView(view, { by: "periods", a, b })?.filter ?? {};
      return [since, until];
    };
    expect(span("2025-03/2025-05", "2024/2025-04-10")).toEqual(["2024", "2025-05"]);
    expect(span("../2025-10", "2025-11/..")).toEqual(["", ""]);
    expect(span("2025", "nonsense")).toEqual(["2025", "2025"]);
  });

  it("show one side each, where it is a part of the statements", () => {
    expect(sideView(view, { by: "sources", a: "s1", b: "s2" }, "s2")?.filter.source).toEqual(["s2"]);
    expect(sideView(view, { by: "periods", a: "2024", b: "../2025" }, "../2025")?.filter).toMatchObject({
      since: "",
      until: "2025",
    });
    expect(sideView(view, { by: "actors", a: "a", b: "b" }, "a")).toBeNull();
    expect(isChosen({ by: "periods", a: "", b: "" }, "2025/2024")).toBe(false);
  });

  it("say which filter of the view they set aside", () => {
    const aside = (by: "actors" | "issues" | "sources" | "periods") => setAside(view, { by, a: "", b: "" });
    expect([aside("actors"), aside("issues"), aside("sources"), aside("periods")]).toEqual([
      "actor",
      null,
      "source",
      "dates",
    ]);
  });
});

describe("differences", () => {
  const edge = (
    from: string,
    polarity: "support" | "oppose" | "neutral",
    to: string,
    more = {},
  ): PictureEdge => ({
    ...(composePicture(GRAPH, "light", NO_PINS).edges[0] as PictureEdge),
    key: `${from};${polarity};${to}`,
    source: from as PictureEdge["source"],
    target: to as PictureEdge["target"],
    polarity,
    label: "mediates with",
    count: 1,
    listed: { statements: [`${from}${polarity}${to}`] },
    ...more,
  });

  it("tell opposite, mixed, conditional, one-sided and equal positions apart", () => {
    const rows = differences(
      [
        edge("actor:a", "support", "issue:opposite"),
        edge("actor:a", "support", "issue:same"),
        edge("actor:a", "support", "issue:mixed"),
        edge("actor:a", "oppose", "issue:mixed"),
        edge("actor:a", "support", "issue:if", { conditional: true }),
        edge("actor:a", "oppose", "issue:first"),
        edge("actor:a", "neutral", "issue:none"),
      ],
      [
        edge("actor:b", "oppose", "issue:opposite"),
        edge("actor:b", "support", "issue:same", { count: 2, statements: ["x", "y"] }),
        edge("actor:b", "oppose", "issue:mixed"),
        edge("actor:b", "support", "issue:if"),
        edge("actor:b", "support", "issue:second"),
        edge("actor:b", "neutral", "issue:none"),
      ],
      "target",
    );
    expect(rows.map(({ to, kind }) => [to.slice(6), kind])).toEqual([
      ["opposite", "opposite"],
      ["mixed", "mixed"],
      ["if", "condition"],
      ["first", "onlyA"],
      ["second", "onlyB"],
      ["same", "same"],
      ["none", "neutral"],
    ]);
    expect([...tallyOf(rows)].length).toBe(7);
    expect(rows[1]?.a && sideText(rows[1].a)).toBe("supports (1), opposes (1)");
    expect(rows[2]?.a && sideText(rows[2].a)).toBe("supports (1), with a condition");
  });

  it("keep relations apart by what they are, and holders where both sides have many", () => {
    const rows = differences(
      [edge("actor:a", "support", "actor:c"), edge("actor:b", "support", "issue:i")],
      [edge("actor:a", "oppose", "actor:c", { label: "criticises" }), edge("actor:c", "support", "issue:i")],
      "both",
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["onlyA", "onlyA", "onlyB", "onlyB"]);
    const relation = rows.find(({ to }) => to === "actor:c")?.a;
    expect(relation && sideText(relation)).toBe("mediates with (1)");
    expect(
      differences(
        [edge("actor:a", "support", "issue:i")],
        [edge("actor:a", "oppose", "issue:j")],
        "holder",
      )[0]?.kind,
    ).toBe("opposite");
  });

  it("leave structure out, and take what is held, not what is told of a node", () => {
    expect(differences([edge("actor:a", "support", "issue:i", { structural: true })], [], "both")).toEqual(
      [],
    );
    const picture = composePicture(GRAPH, "light", NO_PINS);
    expect(heldBy(picture, "actor:b").map(({ key }) => key)).toEqual(["ba", "bi"]);
    expect(heldOn(picture, "issue:i").map(({ key }) => key)).toEqual(["ai+", "ai-", "bi", "ci"]);
  });

  it("know what happened to a position between two periods", () => {
    const row = { nodes: ["actor:a", "issue:i"], cells: { kind: "hardened" }, statements: ["s1"] };
    const table = { id: "changes", title: "", columns: [], rows: [row, { ...row, nodes: ["actor:b"] }] };
    expect([...changeKinds({ tables: [table] })]).toEqual([["actor:a;issue:i;", "hardened"]]);
    expect(changeKinds({ tables: [] }).size).toBe(0);
  });
});
