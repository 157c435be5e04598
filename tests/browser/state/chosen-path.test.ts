import { beforeEach, describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/browser/state/address.ts";
import { chosenPath, formatChosen, NO_PATH } from "../../../src/browser/state/chosen-path.ts";
import { addressOf } from "../../../src/browser/state/history.ts";
import { INITIAL_STATE, useExplorer } from "../../../src/browser/state/store.ts";
import type { Path } from "../../../src/model/path.ts";

const way = (...nodes: readonly string[]): Path => ({ nodes }) as unknown as Path;
const short = way("actor:a", "actor:b");
const long = way("actor:a", "issue:i", "actor:b");
const earlier = way("actor:a", "actor:c", "actor:b");

describe("the path that is marked", () => {
  it("comes back from its text, whichever answer it is in", () => {
    for (const path of [short, long, earlier]) {
      const text = formatChosen(path, [short, long]);
      expect(chosenPath(text, [short, long], [earlier])).toEqual({ path, missing: false });
    }
    expect(formatChosen(short, [short, long])).toBe("");
    expect(chosenPath(NO_PATH, [short], [])).toEqual({ path: null, missing: false });
  });

  it("is the first, and said to be missing, when no answer has it", () => {
    expect(chosenPath("actor:a;actor:x;actor:b", [short], [])).toEqual({ path: short, missing: true });
    expect(chosenPath("", [], [])).toEqual({ path: null, missing: false });
  });
});

describe("the choice of a path", () => {
  const state = () => useExplorer.getState();
  beforeEach(() => useExplorer.setState(INITIAL_STATE));

  it("is in the address and an entry of the history; another question forgets it", () => {
    state().ask({ from: "actor:a", to: "actor:b" });
    state().choosePath(formatChosen(long, [short, long]));
    expect(state().step).toBe("push");
    const address = new URL(addressOf(state()), "http://page/");
    expect(address.search).toContain("path=actor:a%3Bissue:i%3Bactor:b");
    expect(parseAddress("/", address.search).settings.path).toBe("actor:a;issue:i;actor:b");
    state().ask({ to: "actor:c" });
    expect(state().settings.path).toBe("");
  });

  it("takes a filter of the question at once, whatever its ends in the form", () => {
    state().filterQuestion({ via: ["relation"] });
    expect(state()).toMatchObject({ step: "none", draft: { via: ["relation"] } });
    state().ask({ from: "actor:a", to: "actor:b" });
    state().editQuestion({ to: "actor:c" });
    state().filterQuestion({ avoid: ["actor:x"] });
    expect(state()).toMatchObject({
      step: "push",
      question: { to: "actor:b", avoid: ["actor:x"], via: ["relation"] },
      draft: { to: "actor:c", avoid: ["actor:x"] },
    });
  });

  it("gives way to what a result marks, and goes with the question", () => {
    state().ask({ from: "actor:a", to: "actor:b" });
    state().showOnMap(["actor:c"], []);
    expect(state().settings.path).toBe(NO_PATH);
    state().closePath();
    expect(state().settings.path).toBe("");
    state().showOnMap(["actor:c"], []);
    expect(state().settings.path).toBe("");
  });
});
