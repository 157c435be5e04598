/** What a format cannot hold as it is: it becomes something that readers of the format take, or is counted and said. */
import { describe, expect, it } from "vitest";
import { gexfReader } from "../../../src/formats/read/gexf.ts";
import { graphmlReader } from "../../../src/formats/read/graphml.ts";
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
