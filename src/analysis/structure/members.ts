/** One member of statements, without their records where there are columns: a record made for one member is kept ever after. */

import type { Dataset, Statement } from "../../model/dataset.ts";

/** By statement number. */
export function memberReader<Property extends keyof Statement>(
  { columns, statements }: Pick<Dataset, "columns" | "statements">,
  property: Property,
): (at: number) => Statement[Property] {
  if (columns?.records !== statements) return (at) => (statements[at] as Statement)[property];
  const { codes, value } = columns.column(property);
  return (at) => value(codes[at] as number);
}
