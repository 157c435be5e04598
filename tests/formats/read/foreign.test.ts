/** Files as other programs write them, written by hand here. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { csvEdgesReader } from "../../../src/formats/read/csv-edges.ts";
import { gexfReader } from "../../../src/formats/read/gexf.ts";
import { graphmlReader } from "../../../src/formats/read/graphml.ts";
import { requires } from "../../support/require.ts";
import { convert } from "../convert/conversions.ts";
import { named, recordsOf } from "./records.ts";

const GEPHI_12 = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" xmlns:viz="http://www.gexf.net/1.2draft/viz">
  <meta lastmodifieddate="2020-01-02"><creator>Gephi 0.9</creator><description></description></meta>
  <graph defaultedgetype="undirected" timeformat="double" mode="dynamic">
    <attributes class="node" mode="static">
      <attribute id="modularity_class" title="Modularity Class" type="integer"><default>7</default></attribute>
    </attributes>
    <attributes class="node" mode="dynamic"><attribute id="score" title="Score" type="float"/></attributes>
    <nodes>
      <node id="1" label="One &lt;1&gt;" start="2000.0" end="2003.5">
        <attvalues><attvalue for="score" value="1.5" start="2000.0" end="2001.0"/><attvalue for="score" value="2.5" start="2001.0"/></attvalues>
        <viz:size value="4.5"/><viz:position x="1.5" y="-2" z="0.0"/><viz:color r="239" g="173" b="66" a="0.5"/>
        <nodes><node id="2"><attvalues><attvalue for="modularity_class" value="3"/></attvalues></node></nodes>
      </node>
      <node id="3" pid="1"><spells><spell start="1.0" end="2.0"/><spell start="5.0"/></spells></node>
    </nodes>
    <edges><edge id="0" source="1" target="2" weight="2.5"/><edge source="2" target="3" type="directed"/></edges>
  </graph>
</gexf>`;

const GEPHI_13 = `<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:v="http://gexf.net/1.3/viz">
<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="timestamp">
<attributes class="node"><attribute id="tags" title="Tags" type="liststring"/><attribute id="big" title="Big" type="long"/></attributes>
<nodes>
<node id="a" label="A" timestamps="&lt;[2020-01-01, 2020-02-01]&gt;"><attvalues><attvalue for="tags" value="[x, &quot;y, z&quot;, 'it''s']"/><attvalue for="big" value="9007199254740993"/></attvalues><v:color hex="#FF00aa"/><v:shape value="diamond"/></node>
<node id="b" intervals="&lt;[2020-01-01, 2020-01-31]; [2020-03-01, Infinity]&gt;"/>
</nodes>
<edges><edge id="e1" source="a" target="b" kind="likes"/><edge id="e2" source="a" target="b" kind="cites" timestamp="2020-01-01"/></edges>
</graph></gexf>`;

const YED = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <!--Created by yEd-->
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:Geometry height="100.0" width="100.0" x="0.0" y="0.0"/><y:Fill color="#F5F5F5" transparent="false"/><y:NodeLabel>Group</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n0:"><node id="n0::n0"><data key="d4"><![CDATA[http://a/?b&c]]></data><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="40.0" x="10.0" y="20.0"/><y:Fill color="#FFCC00"/><y:NodeLabel>Leaf<y:LabelModel/></y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node></graph>
    </node>
    <edge id="e0" source="n0" target="n0::n0"><data key="d10"><y:PolyLineEdge><y:LineStyle color="#000000" type="dashed" width="2.0"/><y:EdgeLabel>owns</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>
</graphml>`;

describe("files of other programs", () => {
  it.each([1, 65_536])("Gephi's GEXF 1.2: hierarchy, times, defaults, looks (chunks of %i)", async (size) => {
    const { nodes, edges, nodeAttributes, about } = await recordsOf(gexfReader, GEPHI_12, size);
    const by = new Map(nodes.map((node) => [node.id, node]));
    const values = (id: string) => Object.fromEntries(named(nodeAttributes, by.get(id) as never));
    expect(by.get("1")).toMatchObject({
      label: "One <1>",
      x: 1.5,
      y: -2,
      z: null,
      size: 4.5,
      color: "#efad4280",
    });
    expect(by.get("1")?.spells).toEqual([["2000.0", "2003.5"]]);
    expect(by.get("3")?.spells).toEqual([
      ["1.0", "2.0"],
      ["5.0", ""],
    ]);
    expect(values("1")).toEqual({
      "Modularity Class": 7,
      Score: {
        timed: [
          { start: "2000.0", end: "2001.0", value: 1.5 },
          { start: "2001.0", end: "", value: 2.5 },
        ],
      },
    });
    expect(values("2")).toEqual({ "Modularity Class": 3, parent_node: "1" });
    expect(values("3")).toEqual({ "Modularity Class": 7, parent_node: "1" });
    expect(edges.map(({ id, directed, weight }) => [id, directed, weight])).toEqual([
      ["0", false, 2.5],
      [null, true, null],
    ]);
    expect(about.get("creator")).toBe("Gephi 0.9");
  });

  it("GEXF 1.1 with slices, and weights that are none", async () => {
    const text = `<gexf xmlns="http://www.gexf.net/1.1draft" version="1.1"><graph mode="dynamic" timeformat="date">
      <nodes><node id="a"><slices><slice start="2001-01-01" end="2002-01-01"/></slices></node><node id="b"/></nodes>
      <edges><edge id="0" source="a" target="b" weight="NaN"><slices><slice start="2003-01-01"/></slices></edge>
      <edge id="1" source="b" target="a" weight="NaN"/><edge id="2" source="b" target="a" weight="2"/></edges></graph></gexf>`;
    const { nodes, edges, lost } = await recordsOf(gexfReader, text);
    expect(nodes[0]?.spells).toEqual([["2001-01-01", "2002-01-01"]]);
    expect(edges.map(({ spells, weight }) => [spells, weight])).toEqual([
      [[["2003-01-01", ""]], null],
      [[], null],
      [[], 2],
    ]);
    expect([...new Set(lost)]).toEqual(["weights that are no finite numbers"]);
  });

  it("Gephi's GEXF 1.2 as GEXF 1.3, JSON and back keeps what changes in time", async () => {
    const { text } = await convert(GEPHI_12, "gexf", "json");
    const back = await convert(text, "json", "gexf");
    expect(back.text).toContain('timeformat="double"');
    expect(back.text).toContain('value="2.5" start="2001.0"/>');
    expect(back.text).toContain('<edge id="e2" source="2" target="3"');
    expect(back.text).toContain('type="undirected"');
  });

  it.each([1, 65_536])(
    "Gephi's GEXF 1.3: timestamps, intervals, lists, kinds, any prefix (chunks of %i)",
    async (size) => {
      const { nodes, edges, nodeAttributes } = await recordsOf(gexfReader, GEPHI_13, size);
      expect(nodes[0]).toMatchObject({ color: "#ff00aa", shape: "diamond" });
      expect(nodes[0]?.spells).toEqual([
        ["2020-01-01", "2020-01-01"],
        ["2020-02-01", "2020-02-01"],
      ]);
      expect(nodes[1]?.spells).toEqual([
        ["2020-01-01", "2020-01-31"],
        ["2020-03-01", ""],
      ]);
      expect(named(nodeAttributes, nodes[0] as never).get("Big")).toBe("9007199254740993");
      expect(edges.map(({ kind, spells }) => [kind, spells.length])).toEqual([
        ["likes", 0],
        ["cites", 1],
      ]);
    },
  );

  it.each([1, 65_536])("yEd's GraphML: groups, CDATA, graphics (chunks of %i)", async (size) => {
    const { nodes, edges, nodeAttributes } = await recordsOf(graphmlReader, YED, size);
    const leaf = nodes.find(({ id }) => id === "n0::n0");
    expect(leaf).toMatchObject({ label: "Leaf", x: 30, y: -35, size: 20, color: "#ffcc00", shape: "square" });
    expect(Object.fromEntries(named(nodeAttributes, leaf as never))).toEqual({
      url: "http://a/?b&c",
      parent_node: "n0",
    });
    expect(nodes.find(({ id }) => id === "n0")).toMatchObject({ label: "Group", color: "#f5f5f5" });
    expect(edges[0]).toMatchObject({ label: "owns", line: "dashed", size: 2, directed: true });
  });

  it("edge lists with other separators, orders and names", async () => {
    const semicolon = await recordsOf(
      csvEdgesReader,
      "\ufeffweight;from;to;note\r\n1.5;a,1;b;=x\r\n;b;c;\r\n",
      1,
    );
    expect(semicolon.edges.map(({ source, target, weight }) => [source, target, weight])).toEqual([
      ["a,1", "b", 1.5],
      ["b", "c", null],
    ]);
    const { text } = await convert("Source\tTarget\tn\tcode\nx\ty\t3\t007\n", "csv", "json");
    expect(JSON.parse(text).edges[0].attributes).toEqual({ n: 3, code: "007" });
  });

  it("GraphML with edges before their nodes becomes GEXF with nodes first", async () => {
    const file =
      '<graphml><graph edgedefault="undirected"><edge source="a" target="b"/><node id="b"/><node id="a"/></graph></graphml>';
    const { text } = await convert(file, "graphml", "gexf");
    expect(text.replace(/\n/g, "")).toMatch(
      /<node id="b"><\/node><node id="a"><\/node><\/nodes><edges count="1"><edge id="e1"/,
    );
  });
});

const python = requires("peers");

describe.skipIf(!python)("NetworkX", () => {
  const run = (script: string, input = ""): string => {
    const { stdout, stderr, status } = spawnSync(python as string, ["-c", script], {
      input,
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  const MAKE = `import networkx as nx, sys
g = nx.MultiDiGraph(); g.add_node("a", n=1, ok=True, label="Ä & <b>"); g.add_node("b", w=0.5)
g.add_edge("a", "b", weight=2.0, since="x"); g.add_edge("a", "b"); g.add_edge("b", "a")
`;

  it("writes GEXF that we read, and reads the 1.2 that we write", async () => {
    const file = run(`${MAKE}print("\\n".join(nx.generate_gexf(g)))`);
    const { nodes, edges, nodeAttributes } = await recordsOf(gexfReader, file);
    expect(nodes.map(({ id, label }) => [id, label])).toEqual([
      ["a", "Ä & <b>"],
      ["b", "b"],
    ]);
    expect(Object.fromEntries(named(nodeAttributes, nodes[0] as never))).toMatchObject({ n: 1, ok: true });
    expect(edges).toHaveLength(3);
    const { text } = await convert(file, "gexf", "gexf", "1.2");
    const again = run(
      "import networkx as nx, sys, io\ng = nx.read_gexf(io.BytesIO(sys.stdin.buffer.read()))\nprint(g.number_of_edges(), g.nodes['a']['n'], g.nodes['a']['label'])",
      text,
    );
    expect(again.trim()).toBe("3 1 Ä & <b>");
  });

  it("writes GraphML with numbers for parallel edges, and reads what we write", async () => {
    const file = run(`${MAKE}print("\\n".join(nx.generate_graphml(g)))`);
    const { text, notices } = await convert(file, "graphml", "graphml");
    expect(notices.map(({ count }) => count)).toEqual([1]);
    const again = run(
      "import networkx as nx, sys, io\ng = nx.read_graphml(io.BytesIO(sys.stdin.buffer.read()), force_multigraph=True)\nprint(g.number_of_edges(), g.nodes['a']['n'], g.nodes['a']['ok'])",
      text,
    );
    expect(again.trim()).toBe("3 1 True");
  });
});
