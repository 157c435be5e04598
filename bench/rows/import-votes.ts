/** From the packed table of all UN General Assembly votes to a package on disk, every row checked, and to the open package: seconds and memory. */

import { existsSync } from "node:fs";
import path from "node:path";
import { inChild } from "../children/child.ts";
import type { ImportVotes } from "../children/import-votes.ts";
import { absent, type BenchRow, limited, median } from "../harness.ts";
import { DATA_FOLDER, NO_DATA } from "../shared-data.ts";

export const importVotesRow: BenchRow = {
  id: "import-votes",
  async run({ quick }) {
    const work = "import of the 870,109 UN votes from .csv.gz, with dates";
    if (!existsSync(path.join(DATA_FOLDER, "un-votes.csv.gz"))) return [absent(this.id, work, NO_DATA)];
    const runs: ImportVotes[] = [];
    for (let round = 0; round < (quick ? 1 : 7); round++)
      runs.push(await inChild<ImportVotes>("import-votes.ts", [DATA_FOLDER]));
    return [
      limited({ id: this.id, work, unit: "s", bar: 15 }, median(runs.map(({ seconds }) => seconds))),
      limited(
        { id: `${this.id}-memory`, work: `${work}: memory at most`, unit: "MB", bar: null },
        median(runs.map(({ peakMegabytes }) => peakMegabytes)),
      ),
      limited(
        {
          id: `${this.id}-open`,
          work: "opening of their package: read, checked, indexed",
          unit: "s",
          bar: 8,
        },
        median(runs.map(({ openSeconds }) => openSeconds)),
      ),
      limited(
        { id: `${this.id}-open-memory`, work: "the open package: memory retained", unit: "MB", bar: 1500 },
        median(runs.map(({ openMegabytes }) => openMegabytes)),
      ),
    ];
  },
};
