/** Statements are put in order by counting; the same as by comparing them two by two. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { statementOrder } from "../../../src/analysis/networks/table.ts";

it("orders by moment, document and offset, those without a moment last", () => {
  const moment = fc.constantFrom(Number.NaN, -0, 0, -86_400, 86_400, 1.5, 4e9);
  const statement = fc.record({ moment, rank: fc.nat(3), start: fc.oneof(fc.constant(-1), fc.nat(2 ** 31)) });
  fc.assert(
    fc.property(fc.array(statement), (all) => {
      const later = (at: number): number => {
        const time = all[at]?.moment ?? 0;
        return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time + 0;
      };
      const order = statementOrder(
        Float64Array.from(all, (each) => each.moment),
        all.map(({ rank }) => rank),
        all.map(({ start }) => start),
      );
      const compared = all
        .map((_, at) => at)
        .sort((a, b) => {
          const [one, other] = [later(a), later(b)];
          if (one !== other) return one < other ? -1 : 1;
          const [first, second] = [all[a], all[b]];
          return (
            (first?.rank ?? 0) - (second?.rank ?? 0) || (first?.start ?? 0) - (second?.start ?? 0) || a - b
          );
        });
      expect([...order]).toEqual(compared);
    }),
  );
});
