import { describe, expect, it } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/browser/state/question.ts";
import { resolveQuestion, resolveSelection, resolveView } from "../../../src/browser/state/resolve.ts";
import { resolveSettings } from "../../../src/browser/state/resolve-settings.ts";
import { NO_SETTINGS } from "../../../src/browser/state/settings.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW } from "../../../src/model/view.ts";
import { actor, dataset, issue } from "../fixtures.ts";

const directory = {
  actors: [
    actor("us", "United States", { aliases: ["Washington"] }),
    actor("egypt", "Égypt"),
    actor("x1", "Twin"),
    actor("x2", "Twin"),
  ],
  issues: [issue("isf", "The force is deployed", { shortLabel: "ISF" })],
};
const view = (filter: Partial<typeof DEFAULT_FILTER>, ego: readonly string[] = []) => ({
  ...DEFAULT_VIEW,
  ego,
  filter: { ...DEFAULT_FILTER, ...filter },
});

describe("nodes in settings of the address", () => {
  it("are left out and noticed where the dataset does not have them", () => {
    const { settings, notices } = resolveSettings(
      {
        ...NO_SETTINGS,
        hidden: "actor:egypt;actor:nowhere",
        pins: "actor:us=1,2;issue:none=3,4",
        path: "actor:us;actor:nowhere;actor:egypt",
        compare: "by=actors;a=us;b=nobody",
      },
      directory,
      dataset(),
    );
    expect(settings).toEqual({
      ...NO_SETTINGS,
      hidden: "actor:egypt",
      pins: "actor:us=1,2",
      path: "",
      compare: "by=actors;a=us",
    });
    expect(notices.map(({ parameter }) => parameter).sort()).toEqual(["compare", "hidden", "path", "pins"]);
  });

  it("stay as they are where it has them", () => {
    const sound = {
      ...NO_SETTINGS,
      hidden: "actor:egypt",
      path: "none",
      compare: "by=periods;a=2025%2F2026",
    };
    expect(resolveSettings(sound, directory, dataset())).toEqual({ settings: sound, notices: [] });
  });
});

describe("names in an address", () => {
  it("become ids by id, label, short label and alias, without case and accents", () => {
    const { view: resolved, notices } = resolveView(
      view({ actor: ["washington", "EGYPT"], issue: ["isf"], kind: ["state"], source: ["second text"] }, [
        "ISF",
        "us",
      ]),
      directory,
      dataset(),
    );
    expect(notices).toEqual([]);
    expect(resolved.filter.actor).toEqual(["egypt", "us"]);
    expect(resolved.filter.issue).toEqual(["isf"]);
    expect(resolved.filter.source).toEqual(["s2"]);
    expect(resolved.ego).toEqual(["actor:us", "issue:isf"]);
    const expanded = resolveView({ ...DEFAULT_VIEW, expand: ["ISF", "nobody"] }, directory, dataset());
    expect(expanded.view.expand).toEqual(["issue:isf"]);
    expect(expanded.notices.map(({ parameter }) => parameter)).toEqual(["expand"]);
  });

  it("are left out and noticed when unknown or ambiguous", () => {
    const { view: resolved, notices } = resolveView(
      view({ actor: ["Twin", "nobody", "us"] }),
      directory,
      dataset(),
    );
    expect(resolved.filter.actor).toEqual(["us"]);
    expect(notices.map(({ parameter }) => parameter)).toEqual(["actor", "actor"]);
    expect(notices[0]?.message).toContain("x1 or x2");
  });

  it("leave a view of ids as it is", () => {
    const sound = view({ actor: ["egypt", "us"] }, ["actor:us"]);
    expect(resolveView(sound, directory, dataset()).view).toEqual(sound);
  });

  it("find the issue of a layout by name, or in the filter, and are noticed when there is none", () => {
    const layoutOf = (layout: string, issues: readonly string[] = []) => {
      const { view: resolved, notices } = resolveView(
        { ...view({ issue: issues }), layout },
        { actors: directory.actors, issues: [issue("dam", "The dam")] },
        dataset(),
      );
      return [resolved.layout, notices.map(({ parameter }) => parameter)];
    };
    expect(layoutOf("spectrum:the DAM")).toEqual(["spectrum:dam", []]);
    expect(layoutOf("spectrum:issue:dam")).toEqual(["spectrum:dam", []]);
    expect(layoutOf("spectrum", ["dam"])).toEqual(["spectrum:dam", []]);
    expect(layoutOf("spectrum")).toEqual(["force", ["layout"]]);
    expect(layoutOf("spectrum:nowhere")).toEqual(["force", ["layout"]]);
    expect(layoutOf("time")).toEqual(["time", []]);
  });

  it("do not select a node that is not there", () => {
    expect(resolveSelection({ type: "node", key: "actor:us" }, directory).selection).not.toBeNull();
    const gone = resolveSelection({ type: "node", key: "actor:nobody" }, directory);
    expect(gone.selection).toBeNull();
    expect(gone.notices[0]?.parameter).toBe("select");
  });
});

describe("a selected statement", () => {
  const selection = { type: "statement", id: "s1" } as const;

  it("stays when the dataset has it, and is noticed when not", () => {
    expect(resolveSelection(selection, directory).selection).toEqual(selection);
    const gone = resolveSelection(selection, directory, false);
    expect(gone.selection).toBeNull();
    expect(gone.notices.map(({ parameter }) => parameter)).toEqual(["select"]);
  });
});

describe("names in a path question", () => {
  it("become node keys, so that the form shows whom they mean, unless nobody or several bear them", () => {
    const question = { ...DEFAULT_QUESTION, from: "washington", to: "isf", avoid: ["egypt", "Twin"] };
    expect(resolveQuestion(question, directory)).toEqual({
      ...question,
      from: "actor:us",
      to: "issue:isf",
      avoid: ["actor:egypt", "Twin"],
    });
    const other = { ...DEFAULT_QUESTION, from: "actor:us", to: "nowhere" };
    expect(resolveQuestion(other, directory)).toBe(other);
  });
});
