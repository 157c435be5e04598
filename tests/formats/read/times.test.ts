/** Spells and hierarchies of GEXF that cannot be: said with their place, or counted. */
import { describe, expect, it } from "vitest";
import { csvEdgesReader } from "../../../src/formats/read/csv-edges.ts";
import { gexfReader } from "../../../src/formats/read/gexf.ts";
import { isReversed } from "../../../src/formats/read/moments.ts";
import { convert } from "../convert/conversions.ts";
import { faultOf, named, recordsOf } from "./records.ts";

const gexf = (nodes: string): string =>
  `<gexf version="1.3"><graph>\n<attributes class="node" mode="dynamic"><attribute id="0" title="n" type="integer"/></attributes><nodes>\n${nodes}\n</nodes></graph></gexf>`;

describe("a spell", () => {
  it.each([
    ["2001-01-02", "2001-01-01"],
    ["2001", "2000.5"],
    ["10", "9"],
    ["-5", "-7"],
    ["2001-01-02T00:00", "2001-01-01"],
    ["2001-01-01T12:00:00Z", "2001-01-01T12:30:00+01:00"],
    ["2001-01-01T12:00:00.5", "2001-01-01T12:00:00.250"],
    ["10000-01-01", "9999-01-01"],
    ["-0043-01-01", "-0044-01-01"],
  ])("from %s to %s ends before it begins, and not the other way round", (start, end) => {
    expect(isReversed(start, end)).toBe(true);
    expect(isReversed(end, start)).toBe(false);
  });

  it.each([
    ["2001-01-01T12:00", "2001-01-01"],
    ["2001-01-01", "2001-01-01T00:00"],
    ["2001-01-01T12:00:00+0100", "2001-01-01T11:00:00Z"],
    ["2001-01-01", "5"],
    ["999999-01-01", "999998-01-01"],
    ["", "1"],
    ["1", ""],
  ])("from %s to %s is none to complain of", (start, end) => {
    expect(isReversed(start, end)).toBe(false);
  });

  it.each([
    ['<node id="a" start="2001-01-01" end="2000-01-01"/>', 1],
    ['<node id="a"><spells>\n<spell start="2001-01-01" end="2000-01-01"/></spells></node>', 2],
    ['<node id="a">\n\n<attvalue for="0" value="1" start="2001-01-01" end="2000-01-01"/></node>', 3],
    ['<node id="a" intervals="[2001-01-01, 2000-01-01]"/>', 1],
  ])("that ends before it begins is refused where it stands: %s", async (nodes, line) => {
    expect(await faultOf(gexfReader, gexf(nodes))).toMatch(
      new RegExp(`^line ${line + 2}, column 1: the spell begins at "2001-01-01", after its end "2000-01-01"`),
    );
  });

  it("is refused by the very text that is no time", async () => {
    for (const times of ['start="tomorrow"', 'start="2001" end="tomorrow"', 'intervals="tomorrow"'])
      expect(await faultOf(gexfReader, gexf(`<node id="a" ${times}/>`))).toContain(': "tomorrow" is no time');
  });

  it("the wrong way round is a text like others in an edge list", async () => {
    const { edges, edgeAttributes } = await recordsOf(
      csvEdgesReader,
      "Source,Target,spells\na,b,2001/2000\n",
    );
    expect(edges[0]?.spells).toEqual([]);
    expect(named(edgeAttributes, edges[0] as never).get("spells")).toBe("2001/2000");
  });
});

describe("spells of one node or edge, written as GEXF", () => {
  const written = async (...spells: readonly (readonly [string, string])[]) => {
    const bounds = spells.map(
      ([start, end]) =>
        `<spell${start === "" ? "" : ` start="${start}"`}${end === "" ? "" : ` end="${end}"`}/>`,
    );
    const { text } = await convert(
      gexf(`<node id="a"><spells>${bounds.join("")}</spells></node>`),
      "gexf",
      "gexf",
    );
    return (await recordsOf(gexfReader, text)).nodes[0]?.spells;
  };

  it("are in order, and made one where they overlap or touch", async () => {
    expect(await written(["5", "7"], ["1", "3"], ["3", "4"], ["2", "2"])).toEqual([
      ["1", "4"],
      ["5", "7"],
    ]);
    expect(await written(["2000-01-01", "2000-06-30"], ["2000-06-30T12:00", "2000-07-02T00:00"])).toEqual([
      ["2000-01-01", "2000-07-02T00:00"],
    ]);
    expect(await written(["9", "10"], ["", "5"], ["8", ""], ["", "4"])).toEqual([
      ["", "5"],
      ["8", ""],
    ]);
    expect(await written(["", "5"], ["4", ""])).toEqual([]);
  });

  it("stay as they are where dates and numbers do not compare", async () => {
    expect(await written(["2000-01-01", ""], ["5", "6"])).toEqual([
      ["2000-01-01", ""],
      ["5", "6"],
    ]);
  });
});

describe("parents of nodes", () => {
  const lost = async (nodes: string) => (await recordsOf(gexfReader, gexf(nodes))).lost;

  it("that are no node are counted, whatever the order", async () => {
    expect(await lost('<node id="a" pid="b"/><node id="b"/><node id="c" pid="b"/>')).toEqual([]);
    expect(await lost('<node id="a" pid="gone"/><node id="b" pid="gone"/>')).toEqual([
      "parents that are no node of the file (kept as texts)",
      "parents that are no node of the file (kept as texts)",
    ]);
  });

  it("that go round are counted once a circle", async () => {
    const circles = await lost(
      '<node id="a" pid="b"/><node id="b" pid="c"/><node id="c" pid="b"/><node id="d" pid="d"/><node id="e" pid="a"/>',
    );
    expect(circles).toEqual([
      "circles of nodes that lie within each other (kept as texts)",
      "circles of nodes that lie within each other (kept as texts)",
    ]);
  });

  it("are said by convert", async () => {
    const { notices } = await convert(gexf('<node id="a" pid="gone"/>'), "gexf", "graphml");
    expect(notices.map(({ message }) => message)).toEqual([
      "Left out: 1 × parents that are no node of the file (kept as texts).",
    ]);
  });
});
