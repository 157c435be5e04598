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
const story = fc.array(fc.record({ note: text, query: text }), { maxLength: 5 });

describe("a story", () => {
  it("comes back from the address and from its file", () => {
    fc.assert(
      fc.property(story, (scenes) => {
        expect(parseStory(formatStory(scenes))).toEqual(scenes);
        const plain = scenes.map(({ note, query }) => ({ note, query: sceneQuery(query) }));
        expect(readStoryFile(storyFile(plain, "d", "v"))?.story).toEqual(plain);
      }),
    );
  });

  it("keeps no story within a scene", () => {
    expect(sceneQuery("?polarity=oppose&story=a%3Db&embed=1")).toBe("polarity=oppose");
  });

  it("refuses files that are none", () => {
    for (const file of ["", "[]", "null", "{}", '{"kind":"stancegraph-story","dataset":"d","scenes":[1]}'])
      expect(readStoryFile(file)).toBeNull();
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
