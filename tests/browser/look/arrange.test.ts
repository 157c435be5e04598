import { beforeEach, describe, expect, it } from "vitest";
import { APPEARANCE_COMMANDS } from "../../../src/browser/commands/appearance.ts";
import { arrange, issueAtHand, issueChoices } from "../../../src/browser/look/arrange.ts";
import { useMapMode } from "../../../src/browser/state/map-mode.ts";
import { INITIAL_STATE, useExplorer } from "../../../src/browser/state/store.ts";
import { LAYOUTS } from "../../../src/layout/catalogue.ts";
import { GRAPH } from "../fixtures.ts";

const state = useExplorer.getState;

beforeEach(() => {
  useExplorer.setState(INITIAL_STATE);
  useMapMode.setState({ locked: false });
});

describe("arranging", () => {
  it("puts moved nodes back, shows everything and takes off the lock", () => {
    useMapMode.setState({ locked: true });
    state().setSetting("pins", "actor:a=1,2");
    state().setSetting("camera", "1,2,3");
    arrange("spectrum", "dam");
    expect(state().view.layout).toBe("spectrum:dam");
    expect(state().settings).toMatchObject({ pins: "", camera: "" });
    expect(useMapMode.getState().locked).toBe(false);
    expect(state().step).toBe("push");
  });

  it("knows the issue at hand: shown, else selected, else the filter's only one", () => {
    expect(issueAtHand(state())).toBe("");
    state().setFilter({ issue: ["toll"] });
    expect(issueAtHand(state())).toBe("toll");
    state().select({ type: "node", key: "issue:dam" });
    expect(issueAtHand(state())).toBe("dam");
    arrange("spectrum", "height");
    expect(issueAtHand(state())).toBe("height");
    state().setFilter({ issue: ["toll", "dam"] });
    state().select(null);
    arrange("force");
    expect(issueAtHand(state())).toBe("");
  });

  it("offers the issues that someone takes a position on, the most first", () => {
    const choices = issueChoices(GRAPH);
    for (const [at, { positions }] of choices.entries()) {
      expect(positions).toBeGreaterThan(0);
      expect(positions).toBeLessThanOrEqual(choices[at - 1]?.positions ?? Number.POSITIVE_INFINITY);
    }
    expect(choices.length).toBeGreaterThan(0);
  });

  it("is a command for every layout, the spectrum's only with an issue", () => {
    const commands = new Map(APPEARANCE_COMMANDS.map((command) => [command.id, command]));
    for (const { id, label, needsIssue } of LAYOUTS) {
      const command = commands.get(`arrange-${id}`);
      expect(command?.label).toContain(label);
      expect(command?.available?.(state())).toBe(!needsIssue);
    }
    commands.get("arrange-time")?.run?.(state());
    expect(state().view.layout).toBe("time");
    state().select({ type: "node", key: "issue:dam" });
    expect(commands.get("arrange-spectrum")?.available?.(state())).toBe(true);
    commands.get("arrange-spectrum")?.run?.(state());
    expect(state().view.layout).toBe("spectrum:dam");
  });
});
