/** From the CSV of a package to the index, checks and all, against adding as many edges to graphology; and what is retained. */

import { inChild } from "../children/child.ts";
import type { IndexBuild } from "../children/index-build.ts";
import { type BenchRow, compared, limited } from "../harness.ts";

export const indexBuildRow: BenchRow = {
  id: "index-build",
  async run(options) {
    const size = options.quick ? 100_000 : 1_000_000;
    const args = [String(size), ...(options.quick ? ["quick"] : [])];
    const built = await inChild<IndexBuild>("index-build.ts", args);
    const work = `index of ${size / 1000}k statements`;
    const peer = "graphology, edges added one by one";
    return [
      compared(
        {
          id: this.id,
          work: `${work} from CSV (${Math.round(built.csvMegabytes)} MB), all checks made`,
          unit: "ms",
          per: "unit",
          bar: 10,
        },
        built.fromCsv,
        peer,
        built.peer,
      ),
      compared(
        {
          id: `${this.id}-from-dataset`,
          work: `${work} from a dataset in memory`,
          unit: "ms",
          per: "unit",
          bar: null,
        },
        built.fromDataset,
        peer,
        built.peer,
      ),
      limited(
        {
          id: `${this.id}-memory`,
          work: `${work}: memory retained with the dataset`,
          unit: "MB",
          bar: options.quick ? null : 150,
        },
        built.retainedMegabytes,
      ),
    ];
  },
};
