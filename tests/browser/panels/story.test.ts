import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatStory,
  moved,
  parseStory,
  readStoryFile,
  sceneQuery,
  storyFile,
} from "../../../src/browser/panels/story/story.ts";

const text = fc.string({ unit: "grapheme" }).map((one) => one.toWellFormed().trim());
const story = fc.record({
  title: text,
  scenes: fc.array(fc.record({ note: text, query: text }), { maxLength: 5 }),
});

describe("a story", () => {
  it("comes back from the address and from its file", () => {
    fc.assert(
      fc.property(story, ({ title, scenes }) => {
        expect(parseStory(formatStory({ title, scenes }))).toEqual({ title, scenes });
        const plain = {
          title,
          scenes: scenes.map(({ note, query }) => ({ note, query: sceneQuery(query) })),
        };
        expect(readStoryFile(storyFile(plain, "d", "v")).story).toEqual(plain);
      }),
    );
  });

  it("lets a note end in a space while the next word is typed", () => {
    const typed = { title: "A ", scenes: [{ note: "one ", query: "tab=matrix" }] };
    expect(parseStory(formatStory(typed))).toEqual(typed);
  });

  it("is not what a word alone says; a title without scenes ends in a semicolon", () => {
    const reported: string[] = [];
    const report = (part: string) => void reported.push(part);
    expect(parseStory("AAAA", report)).toEqual({ title: "", scenes: [] });
    expect(reported).toEqual(["AAAA"]);
    expect(parseStory("AAAA;", report)).toEqual({ title: "AAAA", scenes: [] });
    expect(parseStory("one=tab%3Dmatrix", report).scenes).toHaveLength(1);
    expect(reported).toEqual(["AAAA"]);
    expect(parseStory("AAAA;;", report).title).toBe("AAAA");
    expect(reported.length).toBeGreaterThan(1);
  });

  it("keeps no story within a scene", () => {
    expect(sceneQuery("?polarity=oppose&story=a%3Db&embed=1")).toBe("polarity=oppose");
  });

  it("refuses files that are none", () => {
    const of = (members: object) => JSON.stringify({ kind: "stancegraph-story", format: 1, ...members });
    const broken: readonly (readonly [file: string, place: string])[] = [
      ["", "file"],
      ["[]", "kind"],
      ["null", "kind"],
      ["{}", "kind"],
      [of({ format: 2 }), "format"],
      [of({ title: 1 }), "title"],
      [of({}), "dataset"],
      [of({ dataset: "d" }), "scenes"],
      [of({ dataset: "d", scenes: [{ note: "", query: "" }, 1] }), "scene 2"],
    ];
    for (const [file, place] of broken)
      expect(() => readStoryFile(file)).toThrow(
        expect.objectContaining({ parameter: place, remedy: expect.stringMatching(/./) }),
      );
  });

  it("moves scenes within its bounds", () => {
    const [a, b, c] = ["a", "b", "c"].map((note) => ({ note, query: "" }));
    const scenes = [a, b, c] as never;
    expect(moved(scenes, 0, 1)).toEqual([b, a, c]);
    expect(moved(scenes, 2, -1)).toEqual([a, c, b]);
    expect(moved(scenes, 0, -1)).toBe(scenes);
    expect(moved(scenes, 2, 1)).toBe(scenes);
  });
});
