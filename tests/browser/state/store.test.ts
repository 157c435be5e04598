import { beforeEach, describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/browser/state/address.ts";
import { addressOf } from "../../../src/browser/state/history.ts";
import { INITIAL_STATE, useExplorer } from "../../../src/browser/state/store.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";

const state = () => useExplorer.getState();

beforeEach(() => useExplorer.setState(INITIAL_STATE));

describe("the store", () => {
  it("makes a history entry of filters, selections, questions and tabs, and none of forms and panels", () => {
    state().setFilter({ polarity: ["support"] });
    expect(state().step).toBe("push");
    state().editQuestion({ from: "egypt" });
    expect(state().step).toBe("none");
    state().ask({ to: "qatar" });
    expect(state().step).toBe("push");
    expect(state().question).toMatchObject({ from: "egypt", to: "qatar" });
    state().openDialog("about");
    expect(state().step).toBe("none");
    state().select({ type: "node", key: "actor:a" });
    expect(state().step).toBe("push");
    state().select({ type: "node", key: "actor:a" });
    expect(state().step).toBe("none");
    state().setTheme("dark");
    expect(state().step).toBe("replace");
  });

  it("opens details with a selection and closes them without", () => {
    state().select({ type: "node", key: "actor:a" });
    expect(state().panels.details).toBe(true);
    state().select(null);
    expect(state().panels.details).toBe(false);
  });

  it("clears every filter but keeps theme, layout and projection", () => {
    state().setTheme("dark");
    state().setView({
      layout: "circular",
      projection: "agreement",
      rollup: "top",
      ego: ["actor:a"],
      depth: 2,
      expand: ["actor:b"],
    });
    state().setFilter({ since: "2025", kind: ["state"] });
    state().clearFilters();
    expect(state().view).toEqual({
      ...DEFAULT_VIEW,
      theme: "dark",
      layout: "circular",
      projection: "agreement",
    });
  });

  it("asks for a new flight each time the same node is wished for", () => {
    state().goTo("actor:a");
    const first = state().flight;
    state().goTo("actor:a");
    expect(state().flight).not.toEqual(first);
  });

  it("writes a theme into the address only when the reader chose it", () => {
    const { notices, ...place } = parseAddress("/", "");
    state().arrive({ ...place, view: { ...DEFAULT_VIEW, theme: "dark" } }, notices);
    expect(addressOf(state())).toBe("/");
    state().setFilter({ polarity: ["support"] });
    expect(addressOf(state())).toBe("/?polarity=support");
    state().setTheme("dark");
    expect(addressOf(state())).toBe("/?polarity=support&theme=dark");
  });

  it("gives the focus to the path form once each time it is opened", () => {
    state().openPath({ from: "actor:a" });
    expect(state().pathFocus).toBe(true);
    state().tookPathFocus();
    state().editQuestion({ to: "b" });
    expect(state().pathFocus).toBe(false);
  });
});
