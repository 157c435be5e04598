/** Pages: together they are the list, cursors belong to their question and survive a change of the data. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/model/problem.ts";
import { pageOf } from "../../../src/view/records/paging.ts";

const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
const question = "statements";

function allPages(items: readonly { readonly id: string }[], limit: number): string[] {
  const seen: string[] = [];
  let cursor = "";
  do {
    const page = pageOf(items, { limit, cursor, question });
    expect(page.total).toBe(items.length);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? "";
  } while (cursor !== "");
  return seen;
}

describe("pages", () => {
  it("together are the list, in order and without doubles", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: "grapheme" })),
        fc.integer({ min: 1, max: 7 }),
        (ids, limit) => {
          expect(allPages(named(ids), limit)).toEqual(ids);
        },
      ),
    );
  });
  it("end without a cursor, also when the last page is full", () => {
    expect(pageOf(named(["a", "b"]), { limit: 2, cursor: "", question }).nextCursor).toBeNull();
    expect(pageOf([], { limit: 2, cursor: "", question })).toEqual({ items: [], total: 0, nextCursor: null });
  });
  it("go on after the last item seen when the data have changed", () => {
    const { nextCursor } = pageOf(named(["a", "b", "c"]), { limit: 2, cursor: "", question });
    const goOn = (ids: readonly string[]) =>
      pageOf(named(ids), { limit: 2, cursor: nextCursor ?? "", question }).items.map(({ id }) => id);
    expect(goOn(["new", "a", "b", "c"])).toEqual(["c"]);
    expect(goOn(["b", "c"])).toEqual(["c"]);
    expect(goOn(["a", "c", "d"])).toEqual(["d"]);
  });
  it("refuse cursors of other questions and foreign texts", () => {
    const { nextCursor } = pageOf(named(["a", "b"]), { limit: 1, cursor: "", question });
    const use = (cursor: string, asked: string) => () =>
      pageOf(named(["a", "b"]), { limit: 1, cursor, question: asked });
    expect(use(nextCursor ?? "", "actors")).toThrow(expect.objectContaining({ code: "bad-cursor" }));
    for (const cursor of ["x", "%%", "e30", "W10", btoa('["a",-1,"b"]').replaceAll("=", "")])
      expect(use(cursor, question)).toThrow(Fault);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (cursor) => {
        expect(use(cursor, question)).toThrow(Fault);
      }),
    );
  });
});
