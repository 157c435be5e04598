import { describe, expect, it } from "vitest";
import { detailNote } from "../../../src/browser/map/detail.ts";
import type { GraphAttributes, Reduction } from "../../../src/model/graph.ts";
import { DEFAULT_VIEW, type View } from "../../../src/model/view.ts";

const attributes = (reduced: Partial<Reduction> | null, shown = 300_000): GraphAttributes => ({
  title: "",
  dataset: "d",
  version: "",
  view: "",
  description: "",
  counts: { total: shown, shown, repeats: 0, undated: 0, rolledTogether: 0, filtered: 0 },
  ...(reduced
    ? {
        reduced: {
          reason: "",
          rule: "best-evidenced",
          shown: { nodes: 300, edges: 4321 },
          of: { nodes: 6403, edges: 50_000 },
          ...reduced,
        },
      }
    : {}),
});

const note = (
  given: GraphAttributes,
  view: Partial<View> = {},
  selected: { key: string; label: string } | null = null,
  size = { nodes: 300, edges: 4321 },
  few: Parameters<typeof detailNote>[1]["few"] = null,
) =>
  detailNote(
    { attributes: given, size },
    { view: { ...DEFAULT_VIEW, ...view }, selected, grouped: false, few, actors: 200 },
  );
const ids = (made: ReturnType<typeof note>) => made?.choices.map(({ id }) => id);

describe("the note on a large view", () => {
  it("says what is drawn, of how much, and offers the rest", () => {
    const made = note(attributes({}));
    expect(made?.isPart).toBe(true);
    expect(made?.words).toBe(
      "This view has 6,403 nodes and 50,000 lines, too much to be drawn at once. Drawn: the 300 nodes with most statements and 4,321 lines among them.",
    );
    expect(ids(made)).toEqual(["agreement", "everything"]);
    expect(made?.choices.map(({ view }) => view)).toEqual([{ projection: "agreement" }, { detail: "all" }]);
  });

  it("does not call everything drawn of which only the strongest lines are", () => {
    const shown = { attributes: attributes(null), size: { nodes: 10_000, edges: 50_000 } };
    const asked = {
      view: { ...DEFAULT_VIEW, detail: "all" as const },
      selected: null,
      grouped: false,
      actors: 6000,
      few: null,
    };
    const words = "Everything is drawn: 10,000 nodes and 50,000 lines.";
    expect(detailNote(shown, asked)).toMatchObject({ words, saysLines: false });
    expect(detailNote({ ...shown, strongest: 60_000 }, asked)).toMatchObject({ words, saysLines: false });
    expect(detailNote({ ...shown, strongest: 2500 }, asked)).toMatchObject({
      words:
        "All 10,000 nodes are drawn, and of 50,000 lines the 2,500 with most statements; point at a node for all of its own.",
      saysLines: true,
    });
    const few = { drawn: 25, all: 10_000, reduced: true };
    expect(detailNote({ ...shown, strongest: 2500 }, { ...asked, few })?.saysLines).toBe(false);
  });

  it("says what has no place beside the whole time", () => {
    const shown = { attributes: attributes({}), size: { nodes: 300, edges: 4321 }, placeless: 1200 };
    const asked = { view: DEFAULT_VIEW, selected: null, grouped: false, few: null, actors: 200 };
    expect(detailNote(shown, asked)?.words).toContain(
      "1,200 nodes of these, with their lines, have no place",
    );
    expect(detailNote({ ...shown, placeless: 0 }, asked)?.words).not.toContain("no place");
  });

  it("says what expanded nodes add to what the rule draws", () => {
    const added = { nodes: 20, edges: 21, of: 80 };
    expect(note(attributes({ added }))?.words).toBe(
      "This view has 6,403 nodes and 50,000 lines, too much to be drawn at once. Drawn: the 280 nodes with most statements and 4,300 lines among them. Added: 20 of 80 further neighbours of expanded nodes.",
    );
    expect(note(attributes({ added, rule: "expanded" }))?.words).toContain(
      "Drawn: the view without expanded nodes",
    );
  });

  it("offers what a rule put another thing in place of", () => {
    const made = note(attributes({ rule: "agreement", least: 12 }));
    expect(made?.words).toContain("ties of at least 12 issues");
    expect(made?.choices.map(({ view }) => view)).toEqual([{ projection: "statements" }, { detail: "all" }]);
    expect(note(attributes({ rule: "strongest-ties", least: 3 }))?.words).toContain("at least 3 issues");
  });

  it("offers everything only where a page can hold it", () => {
    expect(ids(note(attributes({ of: { nodes: 6403, edges: 870_109 } })))).not.toContain("everything");
    expect(ids(note(attributes({ of: { nodes: 30_000, edges: 100 } })))).not.toContain("everything");
  });

  it("offers the surroundings of what is selected, but not within surroundings", () => {
    const france = { key: "actor:france", label: "France" };
    const [first] = note(attributes({}), {}, france)?.choices ?? [];
    expect(first).toEqual({
      id: "around",
      label: "Around France",
      view: { ego: ["actor:france"], depth: 1, expand: [] },
    });
    expect(ids(note(attributes({}), { ego: ["actor:france"] }, france))).toEqual(["everything"]);
  });

  it("offers communities where the server looks for them", () => {
    expect(ids(note(attributes({}, 250_000)))).toContain("communities");
    expect(ids(note(attributes({}, 250_001)))).not.toContain("communities");
  });

  it("says when everything of much is drawn, and leads back", () => {
    const everything = note(attributes(null), { detail: "all" }, null, { nodes: 10_000, edges: 50_000 });
    expect(everything?.isPart).toBe(false);
    expect(everything?.words).toBe("Everything is drawn: 10,000 nodes and 50,000 lines.");
    expect(everything?.choices[0]?.view).toEqual({ detail: "auto" });
  });

  it("is none for a view of common size, and where only lists are short", () => {
    expect(note(attributes(null))).toBeNull();
    expect(note(attributes(null), { detail: "all" })).toBeNull();
    expect(note(attributes({ rule: "short-lists", listed: 20 }))).toBeNull();
  });

  it("says on a small screen what is drawn of it there, and of all nothing else", () => {
    const size = { nodes: 9995, edges: 20_000 };
    const few = { drawn: 25, all: 9995, reduced: true };
    const made = note(attributes(null), { detail: "all" }, null, size, few);
    expect(made?.words).toBe("25 of 9,995 nodes, best-evidenced and joined first.");
    expect(made?.choices[0]).toEqual({ id: "few", label: "Show all 9,995", view: null });
    const opened = note(attributes(null), { detail: "all" }, null, size, { ...few, reduced: false });
    expect(opened?.words).toBe("Everything is drawn: 9,995 nodes and 20,000 lines.");
    expect(opened?.choices[0]?.label).toBe("Show fewer");
    const part = note(attributes({}), {}, null, undefined, { drawn: 25, all: 300, reduced: true });
    expect(part?.words).toContain("A small screen shows 25 of these");
    expect(ids(part)).toContain("few");
  });
});
