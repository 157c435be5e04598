/** How often each two countries voted alike and how often not, over all UN General Assembly votes: ours against numpy. */

import { computeNetwork } from "../../src/analysis/networks/compute-network.ts";
import type { NetworkQuestion } from "../../src/analysis/networks/settings.ts";
import { absent, alternate, type BenchRow, compared, here, limited, median } from "../harness.ts";
import { mustAgree } from "../path-data.ts";
import { pythonWith, startPython } from "../peers/python.ts";
import { NO_DATA, readTable } from "../shared-data.ts";
import { tableOf } from "../vote-table.ts";

const QUESTION: NetworkQuestion = {
  type: "one-mode",
  rows: "country",
  columns: "rcid",
  qualifier: "vote",
  qualifierType: "text",
};

export const unVotesRow: BenchRow = {
  id: "un-votes",
  async run(options) {
    const work = "congruence and conflict of the UN votes";
    const votes = readTable("un-votes.csv.gz");
    const rolls = readTable("un-roll-calls.csv.gz");
    if (!votes || !rolls) return [absent(this.id, work, NO_DATA)];
    const moments = new Map(rolls.map((row) => [row[0], Date.parse(`${row[2]}T00:00:00Z`) / 1000]));
    const column = (at: number): string[] => votes.map((row) => row[at] as string);
    const table = tableOf({
      name: "UN votes",
      values: { rcid: column(0), country: column(1), vote: column(3) },
      documents: column(0),
      time: Float64Array.from(votes, (row) => moments.get(row[0] as string) ?? Number.NaN),
    });
    // Like the peer, each batch starts from coded columns: what is kept of a table from question to question is not kept of a new one.
    const both = (question: Partial<NetworkQuestion>): number[] => {
      const fresh = { ...table };
      return (["congruence", "conflict"] as const).map((aggregation) =>
        computeNetwork(fresh, { ...QUESTION, ...question, aggregation }).networks.reduce(
          (sum, { cells }) => cells.reduce((total, cell) => total + cell, sum),
          0,
        ),
      );
    };
    const found = both({});
    const codes = (name: string) => table.column(name, "rows");
    const python = pythonWith("numpy");
    const peer =
      python === null
        ? null
        : await startPython(python, "votes.py", {
            country: [...codes("country").codes],
            roll: [...codes("rcid").codes],
            vote: [...codes("vote").codes],
            countries: codes("country").labels.length,
            rolls: codes("rcid").labels.length,
            votes: codes("vote").labels.length,
          });
    const [own, other] = await alternate(
      [
        here(() => {
          both({});
          return 1;
        }),
        ...(peer ? [peer] : []),
      ],
      options,
    );
    if (peer) mustAgree("sums of both matrices", found, peer.found() as number[]);
    peer?.close();
    const whole = own as NonNullable<typeof own>;
    const window = await alternate(
      [
        here(() => {
          both({ since: "1985", until: "1985" });
          return 1;
        }),
      ],
      options,
    );
    return [
      compared({ id: this.id, work, unit: "ms", per: "unit", bar: 2.5 }, whole, "numpy", other ?? null),
      limited(
        {
          id: `${this.id}-window`,
          work: `${work}: one year by the time of all years`,
          unit: "share",
          bar: 0.2,
          note: `${median(window.map(({ wallMsPerUnit }) => wallMsPerUnit)).toFixed(1)} ms for one year`,
        },
        (window[0] as NonNullable<(typeof window)[0]>).wallMsPerUnit / whole.wallMsPerUnit,
      ),
    ];
  },
};
