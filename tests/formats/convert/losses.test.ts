/** What a format cannot hold as it is: it becomes something that readers of the format take, or is counted and said. */
import { describe, expect, it } from "vitest";
import type { Notice } from "../../../src/formats/format.ts";
import { csvEdgesReader } from "../../../src/formats/read/csv-edges.ts";
import { gexfReader } from "../../../src/formats/read/gexf.ts";
import { graphJsonReader } from "../../../src/formats/read/graph-json.ts";
import { graphmlReader } from "../../../src/formats/read/graphml.ts";
import type { GraphReader } from "../../../src/formats/read/reader.ts";
import { readerOfFile } from "../../../src/formats/read/registry.ts";
import { named, recordsOf } from "../read/records.ts";
import { convert } from "./conversions.ts";

const gexf = (nodes: string, edges = "", declared = ""): string =>
  `<gexf version="1.3"><graph defaultedgetype="directed">${declared}<nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`;

describe("values that change in time", () => {
  const text = gexf(
    '<node id="a"><attvalues><attvalue for="0" value="1" start="2000-01-01" end="2000-12-31"/><attvalue for="0" value="2" start="2001-01-01"/></attvalues></node><node id="b"><attvalues><attvalue for="0" value="3.5"/></attvalues></node>',
    '<edge source="a" target="b"><attvalues><attvalue for="0" value="true" end="2000-12-31"/></attvalues></edge>',
    '<attributes class="node" mode="dynamic"><attribute id="0" title="power" type="double"/></attributes><attributes class="edge" mode="dynamic"><attribute id="0" title="open" type="boolean"/></attributes>',
  );

  it("are texts in GraphML, declared as such, and readable", async () => {
    const there = await convert(text, "gexf", "graphml");
    expect(there.text).toContain('attr.name="power" attr.type="string"');
    expect(there.text).toContain('attr.name="open" attr.type="string"');
    const { nodes, nodeAttributes } = await recordsOf(graphmlReader, there.text);
    expect(nodes.map((node) => named(nodeAttributes, node).get("power"))).toEqual([
      "2000-01-01/2000-12-31=1;2001-01-01/=2",
      "3.5",
    ]);
  });

  it("are texts in CSV and come back as such", async () => {
    const { text: there } = await convert(text, "gexf", "csv");
    const { text: back } = await convert(there, "csv", "gexf");
    const { edges, edgeAttributes } = await recordsOf(gexfReader, back);
    expect(named(edgeAttributes, edges[0] as never).get("open")).toBe("/2000-12-31=true");
  });
});

const json = (...values: readonly string[]): string =>
  `{"options":{"type":"directed"},"nodes":[${values.map((value, at) => `{"key":"n${at}","attributes":{"big":${value}}}`).join(",")}],"edges":[]}`;

describe("integers beyond 2^53", () => {
  it.each(["gexf", "graphml", "json"])("keep their digits from JSON to %s and on to JSON", async (to) => {
    const there = await convert(json("12345678901234567890", "-9007199254740993", "7"), "json", to);
    const { text } = await convert(there.text, to, "json");
    expect(text).toContain('"big":"12345678901234567890"');
    expect(text).toContain('"big":"-9007199254740993"');
  });

  it("are integers among integers, of a type that holds them, and texts beside fractions", async () => {
    const declared = async (to: string, version: "1.2" | "1.3", ...values: readonly string[]) =>
      /(?:title|attr\.name)="big" (?:attr\.)?type="(\w+)"/.exec(
        (await convert(json(...values), "json", to, version)).text,
      )?.[1];
    expect(await declared("gexf", "1.3", "9223372036854775807", "1")).toBe("long");
    expect(await declared("gexf", "1.3", "9223372036854775808", "1")).toBe("biginteger");
    expect(await declared("gexf", "1.2", "9223372036854775808", "1")).toBe("string");
    expect(await declared("graphml", "1.3", "-9223372036854775808", "1")).toBe("long");
    expect(await declared("graphml", "1.3", "-9223372036854775809", "1")).toBe("string");
    expect(await declared("graphml", "1.3", "9007199254740993", "1.5")).toBe("string");
    expect(await declared("graphml", "1.3", "1e300", "1")).toBe("double");
  });

  it("keep their digits from CSV, also beside fractions", async () => {
    const rows = "Source,Target,Id,big,mixed\na,b,1,9007199254740993,9007199254740993\na,b,2,5,0.5\n";
    const { text } = await convert(rows, "csv", "json");
    expect(text).toContain('"big":"9007199254740993","mixed":"9007199254740993"');
    expect(text).toContain('"big":5,"mixed":"0.5"');
    const gexf = await convert(rows, "csv", "gexf");
    expect(gexf.text).toContain('title="big" type="long"');
  });

  it("tell keys of JSON apart", async () => {
    const text =
      '{"nodes":[{"key":9007199254740992},{"key":9007199254740993}],"edges":[{"source":9007199254740993,"target":9007199254740992,"attributes":{"weight":9007199254740993}}]}';
    const { nodes, edges } = await recordsOf(graphJsonReader, text);
    expect(nodes.map(({ id }) => id)).toEqual(["9007199254740992", "9007199254740993"]);
    expect(edges[0]).toMatchObject({ source: "9007199254740993", weight: 2 ** 53 });
  });
});

describe("decimals of GEXF that a double does not hold", () => {
  const declared =
    '<attributes class="node"><attribute id="0" title="exact" type="bigdecimal"/></attributes>';
  const lost = async (...values: readonly string[]) => {
    const nodes = values
      .map(
        (value, at) => `<node id="${at}"><attvalues><attvalue for="0" value="${value}"/></attvalues></node>`,
      )
      .join("");
    return (await recordsOf(gexfReader, gexf(nodes, "", declared))).lost.length;
  };

  it("are counted, each of them", async () => {
    expect(await lost("1.00000000000000000001", "1.00000000000000000001", "1e400")).toBe(3);
    expect(await lost("1.50", "+007", "-0.0", "1e3", "1000", "0.1", ".5", "1e-7", "NaN", "INF")).toBe(0);
  });

  it("are refused soon when they are none", async () => {
    await expect(lost(`${"1".repeat(1_000_000)}x`)).rejects.toThrow("is no double");
  });
});

describe("what is longer than readers take", () => {
  const LIMIT = 1_048_576;
  const counted = (notices: readonly Notice[]) => notices.map(({ message }) => message);

  it("spells: left out of GraphML and CSV, and said; JSON and GEXF hold them", async () => {
    const spells = Array.from(
      { length: 110_000 },
      (_, at) => `<spell start="${at * 10}" end="${at * 10 + 5}"/>`,
    );
    const text = gexf(
      '<node id="a"/>',
      `<edge id="1" source="a" target="a"><spells>${spells.join("")}</spells></edge>`,
    );
    for (const [to, kept] of [
      ["graphml", 0],
      ["csv", 0],
      ["json", spells.length],
      ["gexf", spells.length],
    ] as const) {
      const there = await convert(text, "gexf", to);
      const reader = readerOfFile(`f.${to}`) as GraphReader;
      expect((await recordsOf(reader, there.text)).edges[0]?.spells).toHaveLength(kept);
      expect(counted(there.notices)).toEqual(
        kept > 0
          ? []
          : [
              `Left out: 1 × lists of spells of more than ${LIMIT} characters, which readers refuse (GEXF and JSON hold them).`,
            ],
      );
    }
  });

  it("values that grow when they are written: left out and said", async () => {
    const quotes = '""'.repeat(400_000);
    const csv = `Source,Target,Label,q\na,b,"${quotes}","${quotes}"\n`;
    for (const [to, times] of [
      ["gexf", 2],
      ["graphml", 0],
      ["json", 0],
      ["csv", 0],
    ] as const) {
      const there = await convert(csv, "csv", to);
      expect(counted(there.notices)).toHaveLength(times);
      await recordsOf(readerOfFile(`f.${to}`) as GraphReader, there.text);
    }
    const marks = await convert(
      gexf(`<node id="a" label="${"'".repeat(600_000)}${"\\".repeat(440_000)}"/>`),
      "gexf",
      "json",
    );
    expect(counted(marks.notices)).toEqual([
      `Left out: 1 × values of more than ${LIMIT} characters, which readers refuse.`,
    ]);
  });

  it("ids, for which nothing stands: refused with their place", async () => {
    const text = `Source,Target\na,b\na,${"x".repeat(200_000)}\n`;
    await expect(convert(text, "csv", "gexf")).rejects.toThrow(
      /^line 3, column 3: the id has more than 174762/,
    );
  });

  it("columns: an edge list has as many as its reader takes", async () => {
    const attributes = Array.from({ length: 10_100 }, (_, at) => `"c${at}":1`);
    const text = `{"nodes":[{"key":"a"}],"edges":[{"source":"a","target":"a","attributes":{${attributes.join(",")}}}]}`;
    const there = await convert(text, "json", "csv");
    expect(counted(there.notices)).toEqual(["Left out: 106 × columns beyond 10000, which readers refuse."]);
    expect((await recordsOf(csvEdgesReader, there.text)).edges).toHaveLength(1);
  });
});
