/** Broken and hostile files: each is refused with line, column and reason, however it is cut into chunks. */
import { describe, expect, it } from "vitest";
import { csvEdgesReader } from "../../../src/formats/read/csv-edges.ts";
import { gexfReader } from "../../../src/formats/read/gexf.ts";
import { graphJsonReader } from "../../../src/formats/read/graph-json.ts";
import { graphmlReader } from "../../../src/formats/read/graphml.ts";
import type { GraphReader } from "../../../src/formats/read/reader.ts";
import { faultOf } from "./records.ts";

const gexf = (nodes: string, edges = "", head = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf version="1.3">\n<graph>${head}\n<nodes>\n${nodes}\n</nodes>\n<edges>\n${edges}\n</edges>\n</graph>\n</gexf>`;
const graphml = (body: string, keys = ""): string =>
  `<graphml>\n${keys}\n<graph edgedefault="directed">\n${body}\n</graph>\n</graphml>`;
const long = "x".repeat(10_000_000);
const A = '<node id="a"/>';
const LAUGHS = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>\n`;

const CASES: readonly (readonly [string, GraphReader, string, RegExp])[] = [
  ["billion laughs", gexfReader, `${LAUGHS}<gexf>&lol2;</gexf>`, /^line 2, column 1: a document type/],
  [
    "an external DTD",
    graphmlReader,
    '<!DOCTYPE graphml SYSTEM "x.dtd"><graphml/>',
    /^line 1, column 1: a document type/,
  ],
  ["an entity", gexfReader, gexf('<node id="&secret;"/>'), /^line 5, column 1: the entity &secret;/],
  ["a bare &", gexfReader, gexf('<node id="a&b"/>'), /^line 5, column 1: there is a bare &/],
  [
    "a reference to no character",
    gexfReader,
    gexf('<node id="&#0;"/>'),
    /^line 5, column 1: &#0; is no character/,
  ],
  [
    "a control character",
    gexfReader,
    gexf('<node id="\u0001"/>'),
    /^line 5, column 11: the character U\+0001/,
  ],
  [
    "a long attribute",
    gexfReader,
    gexf(`<node id="${long}"/>`),
    /^line 5, column 11: the value of id in <node> has more/,
  ],
  [
    "a long text",
    graphmlReader,
    graphml(`<node id="a"><data key="k">${long}</data></node>`, '<key id="k"/>'),
    /^line 4.*: the text of <data> has more/,
  ],
  [
    "a long JSON text",
    graphJsonReader,
    `{"nodes":[\n{"key":"${long}"}]}`,
    /^line 2, column 8: the text has more/,
  ],
  ["a long cell", csvEdgesReader, `Source,Target\n${long},b\n`, /^line 2, column 1: the cell has more/],
  ["a long quoted cell", csvEdgesReader, `Source,Target\n"${long}`, /^line 2, column 1: the cell has more/],
  [
    "a cut off file",
    gexfReader,
    gexf(A).slice(0, -20),
    /^line 9, column 6: the file ends within <edges>: it is cut off/,
  ],
  [
    "a file cut off in a tag",
    gexfReader,
    gexf(A).slice(0, -55),
    /the file ends within <nodes>: it is cut off/,
  ],
  ["cut off JSON", graphJsonReader, '{"nodes":[\n{"key":"a"', /^line 2, column 11: the file ends.*cut off/],
  ["JSON cut off in a text", graphJsonReader, '{"nodes":[\n{"key":"a', /^line 2.*: the file ends.*cut off/],
  ["cut off CSV", csvEdgesReader, 'Source,Target\na,"b', /^line 2, column 3: the double quote.*never closed/],
  [
    "an unknown attribute",
    gexfReader,
    gexf('<node id="a"><attvalues><attvalue for="q" value="1"/></attvalues></node>'),
    /^line 5, column 25: no attribute "q" is declared for nodes/,
  ],
  [
    "an unknown key",
    graphmlReader,
    graphml('<node id="a"><data key="q">1</data></node>'),
    /^line 4, column 14: no key "q"/,
  ],
  ["a node twice", gexfReader, gexf(`${A}\n${A}`), /^line 6, column 1: there is a node "a" already/],
  [
    "an edge twice",
    gexfReader,
    gexf(A, '<edge id="e" source="a" target="a"/>\n<edge id="e" source="a" target="a"/>'),
    /^line 9, column 1: there is an edge "e"/,
  ],
  [
    "a GraphML edge twice",
    graphmlReader,
    graphml(`${A}<edge id="e" source="a" target="a"/>\n<edge id="e" source="a" target="a"/>`),
    /^line 5, column 1: there is an edge "e"/,
  ],
  [
    "an edge to nowhere",
    gexfReader,
    gexf(A, '<edge id="e" source="a" target="b"/>'),
    /^line 8, column 1: the edge ends at "b", but/,
  ],
  [
    "a JSON edge to nowhere",
    graphJsonReader,
    '{"nodes":[{"key":"a"}],\n"edges":[{"source":"b","target":"a"}]}',
    /^line 2, column 10: the edge ends at "b"/,
  ],
  [
    "an attribute declared twice",
    gexfReader,
    gexf(
      A,
      "",
      '<attributes class="node"><attribute id="1" title="a" type="string"/><attribute id="1" title="b" type="string"/></attributes>',
    ),
    /^line 3.*: there is an attribute "1" already/,
  ],
  [
    "a wrong number",
    gexfReader,
    gexf(
      '<node id="a"><attvalues><attvalue for="1" value="many"/></attvalues></node>',
      "",
      '<attributes class="node"><attribute id="1" title="n" type="integer"/></attributes>',
    ),
    /^line 5, column 25: "many" is no integer/,
  ],
  [
    "a wrong type",
    gexfReader,
    gexf(A, "", '<attributes class="node"><attribute id="1" title="n" type="thing"/></attributes>'),
    /^line 3.*: the type "thing"/,
  ],
  ["a wrong time", gexfReader, gexf('<node id="a" start="once"/>'), /^line 5, column 1: "once" is no time/],
  [
    "a wrong weight",
    gexfReader,
    gexf(A, '<edge source="a" target="a" weight="much"/>'),
    /^line 8, column 1: the weight "much"/,
  ],
  [
    "wrong nesting",
    gexfReader,
    gexf("<node id='a'></edge>"),
    /^line 5, column 14: <\/edge> stands where <\/node> must/,
  ],
  [
    "an attribute twice",
    gexfReader,
    gexf('<node id="a" id="b"/>'),
    /^line 5, column 14: the attribute id stands there twice/,
  ],
  ["no quotes", gexfReader, gexf("<node id=a/>"), /^line 5, column 10: the value of id is not in quotes/],
  ["a nameless tag", gexfReader, gexf("< node/>"), /^line 5, column 2: "" is no name/],
  ["deep nesting", gexfReader, gexf(`${"<nodes>".repeat(5000)}`), /nested more than 1000 deep/],
  ["another document", gexfReader, "<html></html>", /^line 1, column 1: the outermost element is <html>/],
  ["an empty file", gexfReader, "", /^line 1, column 1: there is no element/],
  [
    "another encoding said",
    gexfReader,
    '<?xml version="1.0" encoding="ISO-8859-1"?><gexf/>',
    /ISO-8859-1; only UTF-8/,
  ],
  [
    "two roots",
    gexfReader,
    "<gexf><graph/></gexf><gexf/>",
    /^line 1, column 22: there is a second outermost/,
  ],
  ["deep JSON", graphJsonReader, `{"nodes":${"[".repeat(5000)}`, /nested more than 100 deep/],
  [
    "a JSON comma too many",
    graphJsonReader,
    '{"nodes":[{"key":"a"},]}',
    /^line 1, column 23: "\]" stands where a value must/,
  ],
  [
    "a JSON escape",
    graphJsonReader,
    '{"nodes":[{"key":"\\q"}]}',
    /^line 1, column 18: the text holds an escape/,
  ],
  ["JSON without nodes", graphJsonReader, "[1, 2]", /there is no list of nodes/],
  [
    "a node without key",
    graphJsonReader,
    '{"nodes":[\n {"attributes":{}}]}',
    /^line 2, column 2: the node has no key/,
  ],
  ["no Source", csvEdgesReader, "a,b\n1,2\n", /^line 1, column 1: no column is named Source/],
  [
    "a short row",
    csvEdgesReader,
    "Source,Target,Weight\na,b\n",
    /^line 2, column 1: the row has 2 cells, the header 3/,
  ],
  ["a stray quote", csvEdgesReader, 'Source,Target\na"b,c\n', /^line 2, column 2: there is a double quote/],
  ["an empty end", csvEdgesReader, "Source,Target\na,\n", /^line 2, column 3: the cell of "Target" is empty/],
  [
    "an edge of CSV twice",
    csvEdgesReader,
    "Source,Target,Id\na,b,1\na,b,1\n",
    /^line 3, column 5: there is an edge "1"/,
  ],
];

describe("a broken file", () => {
  it.each(CASES)("with %s", async (_, reader, text, reason) => {
    expect(await faultOf(reader, text)).toMatch(reason);
    // The same place, however the chunks fall; long ones are refused on the way.
    if (text.length < 10_000) expect(await faultOf(reader, text, 1)).toMatch(reason);
  });

  it.each([1, 3, 65_536])("with bytes that are not UTF-8, in chunks of %i", async (size) => {
    const bytes = Buffer.concat([Buffer.from(gexf('<node id="é')), Buffer.from([0xc3, 0x28])]);
    const begin = Buffer.from('<gexf version="1.3">\n<graph><nodes>\n<node id="é');
    expect(await faultOf(gexfReader, Buffer.concat([begin, Buffer.from([0xc3, 0x28]), bytes]), size)).toBe(
      "line 3, column 12: the file is not UTF-8: byte 0xC3",
    );
    expect(await faultOf(csvEdgesReader, Buffer.from("\ufeffSource,Target\n", "utf16le"), size)).toMatch(
      /UTF-16|not UTF-8/,
    );
  });
});
