/** GEXF whose tags come again and again: read as if each were read for the first time, however the file is cut into chunks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gexfFormat } from "../../../src/formats/gexf/format.ts";
import { gexfReader } from "../../../src/formats/read/gexf.ts";
import { contextFor, textOf } from "../fixture.ts";
import { hostilePicture } from "../hostile.ts";
import { faultOf, recordsOf } from "./records.ts";

/** The same file with no two tags alike. */
function unlike(text: string): string {
  let count = 0;
  return text.replace(/"\/?>/g, (end) => `"${" ".repeat(++count)}${end.slice(1)}`);
}

describe("tags that come again", () => {
  it("give what tags that come once give", async () => {
    await fc.assert(
      fc.asyncProperty(hostilePicture, fc.integer({ min: 1, max: 99 }), async (graph, size) => {
        const text = textOf(gexfFormat.write(graph, contextFor().context));
        const records = await recordsOf(gexfReader, text);
        expect(await recordsOf(gexfReader, unlike(text))).toEqual(records);
        expect(await recordsOf(gexfReader, text, size)).toEqual(records);
      }),
      { numRuns: 60 },
    );
  });

  const attvalue = '<attvalues><attvalue for="0" value="007"/></attvalues>';
  const file = (nodes: string, edges: string): string =>
    `<gexf version="1.3"><graph><attributes class="node"><attribute id="0" title="n" type="integer"/></attributes><attributes class="edge"><attribute id="0" title="t" type="string"/></attributes><nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`;
  const nodes = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<node id="${at}">${attvalue}</node>`).join("");

  it("mean what their place says: the same tag in nodes and edges", async () => {
    const edge = `<edge source="0" target="1" start="2020-01-01">${attvalue}<viz:color r="1" g="2" b="3"/></edge>`;
    const read = await recordsOf(gexfReader, file(nodes(4), edge.repeat(4)));
    expect(read.nodes.map(({ values }) => values)).toEqual([[7], [7], [7], [7]]);
    expect(read.edges.map(({ values }) => values)).toEqual([["007"], ["007"], ["007"], ["007"]]);
    expect(read.edges.map(({ color }) => color)).toEqual(new Array(4).fill("#010203"));
    expect(read.edges.map(({ spells }) => spells)).toEqual(new Array(4).fill([["2020-01-01", ""]]));
  });

  it("add to the spells of their own node or edge only", async () => {
    const spell = (year: number): string => `<spell start="${year}" end="${year}"/>`;
    const spells = (...years: number[]): string => `<spells>${years.map(spell).join("")}</spells>`;
    const given = [[2020], [2020, 2021], [2020], [2020, 2021, 2022], [2020, 2021], [2020]];
    const edges = given.map((years) => `<edge source="0" target="1">${spells(...years)}</edge>`).join("");
    const read = await recordsOf(gexfReader, file(nodes(2), edges));
    expect(read.edges.map((edge) => edge.spells.map(([start]) => Number(start)))).toEqual(given);
  });

  it("have their own places in messages", async () => {
    const text = file(`${nodes(3)}\n<attvalue for="0" value="007"/>`, "");
    expect(await faultOf(gexfReader, text)).toMatch(/^line 2, column 1: <attvalue> stands outside/);
  });
});
