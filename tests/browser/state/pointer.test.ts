/** What the pointer marks: who goes away takes back only its own mark. */
import { beforeEach, describe, expect, it } from "vitest";
import { type Target, usePointer } from "../../../src/browser/state/pointer.ts";

describe("the mark of a row that goes away", () => {
  const [mine, other]: readonly Target[] = [
    { type: "node", key: "actor:a" },
    { type: "node", key: "actor:a" },
  ] as const;
  const { point, leave } = usePointer.getState();

  beforeEach(() => point(null));

  it("goes with it", () => {
    point(mine ?? null);
    leave(mine ?? null);
    expect(usePointer.getState().target).toBeNull();
  });

  it("leaves what the map or another row has marked since", () => {
    point(mine ?? null);
    point(other ?? null);
    leave(mine ?? null);
    expect(usePointer.getState().target).toBe(other);
  });
});
