/** Dates that are tried out on the time line, and how they become the view's. */
import { beforeEach, describe, expect, it } from "vitest";
import { INITIAL_STATE, useExplorer } from "../../../src/browser/state/store.ts";
import {
  arrangeAnew,
  clearDates,
  settleDates,
  togglePlay,
  tryDates,
  useTime,
} from "../../../src/browser/state/time.ts";

const dates = () => {
  const { since, until } = useExplorer.getState().view.filter;
  return [since, until];
};

beforeEach(() => {
  useExplorer.setState(INITIAL_STATE);
  useTime.setState({ window: null, playing: false, steady: false });
});

describe("dates that are tried out", () => {
  it("are not the view's until they are settled, in one step of the history", () => {
    tryDates({ since: "2025-10", until: "" });
    tryDates({ since: "2025-11", until: "" });
    expect(dates()).toEqual(["", ""]);
    expect(useTime.getState().steady).toBe(true);
    settleDates();
    expect(dates()).toEqual(["2025-11", ""]);
    expect(useExplorer.getState().step).toBe("push");
    expect(useTime.getState().window).toBeNull();
  });

  it("make no step when they are what the view has", () => {
    tryDates({ since: "", until: "" });
    settleDates();
    expect(useExplorer.getState().view).toBe(INITIAL_STATE.view);
  });

  it("are settled when playing stops, and forgotten when cleared", () => {
    togglePlay();
    tryDates({ since: "", until: "2025-04" });
    expect(useTime.getState().playing).toBe(true);
    togglePlay();
    expect(dates()).toEqual(["", "2025-04"]);
    togglePlay();
    clearDates();
    expect(dates()).toEqual(["", ""]);
    expect(useTime.getState()).toMatchObject({ playing: false, window: null, steady: true });
    arrangeAnew();
    expect(useTime.getState().steady).toBe(false);
  });
});
