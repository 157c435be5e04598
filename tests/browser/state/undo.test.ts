import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { INITIAL_STATE, useExplorer } from "../../../src/browser/state/store.ts";
import { recordSteps, redo, undo, useUndo } from "../../../src/browser/state/undo.ts";

const state = () => useExplorer.getState();
let clock = 0;
let stop = () => {};

beforeEach(() => {
  clock = 0;
  useUndo.setState({ past: [], future: [] });
  useExplorer.setState({ ...INITIAL_STATE, resolved: true });
  stop = recordSteps(() => clock);
});
afterEach(() => stop());

describe("undo and redo", () => {
  it("go through filters, layout, question and moved nodes, and back again", () => {
    state().setFilter({ polarity: ["oppose"] });
    state().setView({ layout: "circular" });
    state().ask({ from: "a", to: "b" });
    state().setSetting("pins", "actor:a=1,2");
    const end = { view: state().view, question: state().question, settings: state().settings };
    for (let step = 0; step < 4; step++) expect(undo()).toBe(true);
    expect(undo()).toBe(false);
    expect(state().view).toEqual(INITIAL_STATE.view);
    expect(state().settings).toEqual(INITIAL_STATE.settings);
    for (let step = 0; step < 4; step++) expect(redo()).toBe(true);
    expect(redo()).toBe(false);
    expect({ view: state().view, question: state().question, settings: state().settings }).toEqual(end);
  });

  it("take a change of the selection along with the step it came after", () => {
    state().setFilter({ polarity: ["oppose"] });
    state().select({ type: "node", key: "actor:a" });
    undo();
    expect(state().view.filter.polarity).toEqual([]);
    expect(undo()).toBe(false);
  });

  it("count Back and Forward of the browser as undo and redo", () => {
    const place = () => {
      const { dataset, view, tab, selection, question, settings, embed } = state();
      return { dataset, view, tab, selection, question, settings, embed };
    };
    const arrive = (there: ReturnType<typeof place>) => {
      state().arrive(there, []);
      state().settle(there, []);
    };
    const places = [place()];
    for (const since of ["2023", "2024", "2025"]) {
      state().setFilter({ since });
      places.push(place());
    }
    const [, , third, last] = places;
    if (!third || !last) throw new Error("four places");
    arrive(third);
    expect(undo()).toBe(true);
    expect(state().view.filter.since).toBe("2023");
    arrive(last);
    expect(redo()).toBe(false);
    for (const since of ["2024", "2023", ""]) {
      expect(undo()).toBe(true);
      expect(state().view.filter.since).toBe(since);
    }
    expect(undo()).toBe(false);
  });

  it("take a place that the browser brings from elsewhere as a step", () => {
    state().setFilter({ since: "2025" });
    const { dataset, view, tab, selection, question, settings, embed } = state();
    const other = { ...view, filter: { ...view.filter, since: "2001" } };
    state().arrive({ dataset, view: other, tab, selection, question, settings, embed }, []);
    state().settle({ view: other, question, selection: null, settings }, []);
    expect(undo()).toBe(true);
    expect(state().view.filter.since).toBe("2025");
  });

  it("forget the future after a new change", () => {
    state().setFilter({ polarity: ["oppose"] });
    undo();
    state().setFilter({ since: "2025" });
    expect(redo()).toBe(false);
  });

  it("count what slides as one step, and a pause as the end of it", () => {
    for (const text of ["a=1", "a=2", "a=3"]) {
      clock += 100;
      state().setSetting("look", text);
    }
    clock += 5000;
    state().setSetting("look", "a=4");
    undo();
    expect(state().settings.look).toBe("a=3");
    undo();
    expect(state().settings.look).toBe("");
  });

  it("start anew with another dataset", () => {
    state().setFilter({ since: "2025" });
    state().setDataset("other");
    expect(undo()).toBe(false);
  });
});
