/** Columns give back what was put into them, whatever they make of repeats. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { GraphColumn } from "../../bench/graph-columns.ts";

const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("yes", "no", "a text of more than thirteen units"),
  fc.boolean(),
  fc.double({ noNaN: true }),
  fc.array(fc.string(), { maxLength: 3 }),
);

it("gives back each value at its place", () => {
  fc.assert(
    fc.property(fc.array(fc.option(value, { nil: undefined }), { maxLength: 200, size: "max" }), (values) => {
      const column = new GraphColumn("x");
      values.forEach((each, at) => {
        if (each !== undefined) column.put(at, each);
      });
      expect(values.map((_, at) => column.get(at))).toEqual(values);
    }),
  );
});

it("gives back ids and prose, of which there are too many to look for repeats", () => {
  for (const repeated of [0, 400, 3000]) {
    const column = new GraphColumn("x");
    const values = Array.from({ length: 6000 }, (_, at) =>
      at < repeated ? "again" : `text number ${at % 5000}`,
    );
    values.forEach((each, at) => {
      column.put(at, each);
    });
    expect(values.map((_, at) => column.get(at))).toEqual(values);
  }
});
