import { describe, expect, it } from "vitest";

import { keyText } from "../../../src/browser/commands/command.ts";
import { COMMANDS, commandOfKey } from "../../../src/browser/commands/registry.ts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keyText({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe("commands", () => {
  it("have ids and keys of their own", () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = COMMANDS.flatMap(({ keys: own }) => own ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("say what they do", () => {
    for (const { label, keys, run } of COMMANDS) {
      expect(label).not.toBe("");
      expect(run !== undefined || keys !== undefined).toBe(true);
    }
  });

  it("are found by their key", () => {
    expect(commandOfKey(press("z", { ctrlKey: true }))?.id).toBe("undo");
    expect(commandOfKey(press("Z", { metaKey: true, shiftKey: true }))?.id).toBe("redo");
    expect(commandOfKey(press("?", { shiftKey: true }))?.id).toBe("shortcuts");
    expect(commandOfKey(press("g"))?.id).toBe("tab-graph");
    // The map's own.
    expect(commandOfKey(press("ArrowLeft"))).toBeUndefined();
  });

  it("writes keys as the sheet prints them", () => {
    expect([press("ArrowUp", { shiftKey: true }), press(" "), press("+", { shiftKey: true })]).toEqual([
      "Shift ArrowUp",
      "Space",
      "+",
    ]);
  });
});
