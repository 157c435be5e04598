import { describe, expect, it } from "vitest";
import { composePicture } from "../../../src/browser/map/picture.ts";
import { keepPlaces, pinned, withoutHidden } from "../../../src/browser/map/places.ts";
import { relaxed } from "../../../src/browser/map/relax.ts";
import { formatHidden, parseHidden } from "../../../src/browser/state/hidden.ts";
import { GRAPH } from "../fixtures.ts";

const picture = composePicture(GRAPH, "light", new Map());
const at = (one: typeof picture, key: string) => {
  const node = one.nodeByKey.get(key);
  if (!node) throw new Error(key);
  return { x: node.x, y: node.y };
};

describe("hidden nodes", () => {
  it("are gone with their lines, and come back from the address", () => {
    const hidden = parseHidden(formatHidden(["issue:i", "actor:c"]));
    const shown = withoutHidden(picture, hidden);
    expect(shown.nodes.map(({ key }) => key)).toEqual(["actor:a", "actor:b"]);
    expect(shown.edges.map(({ key }) => key)).toEqual(["ab", "ba"]);
    expect(withoutHidden(picture, new Set(["actor:gone"]))).toBe(picture);
    expect([...parseHidden("actor:a;nonsense;;issue:i")]).toEqual(["actor:a", "issue:i"]);
  });
});

describe("nodes put somewhere by hand", () => {
  const pins = new Map([["actor:c", { x: 400, y: -300 }]]);

  it("stand there, the others where they were", () => {
    const shown = pinned(picture, pins);
    expect(at(shown, "actor:c")).toEqual({ x: 400, y: -300 });
    expect(at(shown, "actor:a")).toEqual(at(picture, "actor:a"));
    expect(pinned(picture, new Map())).toBe(picture);
  });

  it("draw their neighbours after them, the nearer ones more, always alike", () => {
    const shown = relaxed(picture, pins);
    expect(at(shown, "actor:c")).toEqual({ x: 400, y: -300 });
    const shift = (key: string) => at(shown, key).x - at(picture, key).x;
    expect(shift("issue:i")).toBeGreaterThan(0);
    expect(shift("issue:i")).toBeLessThan(400);
    expect(shift("actor:a")).toBeGreaterThan(0);
    expect(shift("actor:a")).toBeLessThan(shift("issue:i"));
    expect(relaxed(picture, pins).nodes).toEqual(shown.nodes);
    expect(relaxed(picture, new Map())).toBe(picture);
  });

  it("are made room for", () => {
    const on = at(picture, "actor:b");
    const shown = relaxed(picture, new Map([["actor:c", on]]));
    const b = at(shown, "actor:b");
    expect(Math.hypot(b.x - on.x, b.y - on.y)).toBeGreaterThan(16);
    for (const { x, y } of shown.nodes) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });
});

describe("a lock", () => {
  it("keeps places, and puts a newcomer beside its neighbours", () => {
    const places = new Map([
      ["actor:a", { x: 1, y: 2 }],
      ["issue:i", { x: 900, y: 900 }],
    ]);
    const shown = keepPlaces(picture, places);
    expect(at(shown, "actor:a")).toEqual({ x: 1, y: 2 });
    // c has one neighbour, the issue.
    const c = at(shown, "actor:c");
    expect(Math.hypot(c.x - 900, c.y - 900)).toBeLessThan(100);
  });
});
