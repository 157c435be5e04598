/** The page's payload: size, and time to decode, against the same graph as graphology JSON. */

import { MultiDirectedGraph } from "graphology";
import type { SerializedGraph } from "graphology-types";
import { decodeColumns } from "../../src/formats/columns/decode.ts";
import { encodeColumns } from "../../src/formats/columns/encode.ts";
import { serializeGraph } from "../../src/formats/graph-json.ts";
import { randomGraph } from "../data.ts";
import { alternate, type BenchRow, compared, here } from "../harness.ts";
import { pictureOf } from "../picture-data.ts";

export const payloadRow: BenchRow = {
  id: "payload",
  async run(options) {
    const size = options.quick ? 20_000 : 100_000;
    const picture = pictureOf(randomGraph(size / 10, size));
    const bytes = encodeColumns(picture);
    const json = JSON.stringify(serializeGraph(picture));
    const peerBytes = Buffer.byteLength(json);
    const decodings = 5;
    const [own, parse, graph] = await alternate(
      [
        here(() => {
          for (let at = 0; at < decodings; at++) decodeColumns(bytes);
          return decodings;
        }),
        here(() => {
          JSON.parse(json);
          return 1;
        }),
        here(() => {
          new MultiDirectedGraph().import(JSON.parse(json) as SerializedGraph);
          return 1;
        }),
      ],
      options,
    );
    const work = `payload of ${size / 10_000}k nodes / ${size / 1000}k edges`;
    const mine = own as NonNullable<typeof own>;
    const time = { unit: "ms", per: "unit", bar: 20 } as const;
    const ratio = Number((peerBytes / bytes.length).toPrecision(4));
    return [
      {
        id: `${this.id}-size`,
        work: `${work}: size`,
        value: bytes.length / 1e6,
        unit: "MB",
        peer: "graphology JSON",
        peerValue: peerBytes / 1e6,
        ratio,
        bar: 5,
        ok: ratio >= 5,
      },
      compared(
        { ...time, id: `${this.id}-decode`, work: `${work}: decode` },
        mine,
        "graphology JSON, parsed and imported",
        graph ?? null,
      ),
      compared(
        { ...time, id: `${this.id}-parse`, work: `${work}: decode`, bar: null },
        mine,
        "JSON.parse alone",
        parse ?? null,
      ),
    ];
  },
};
