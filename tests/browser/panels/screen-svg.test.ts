import { describe, expect, it } from "vitest";
import { dressingOf, PLAIN } from "../../../src/browser/look/dressing.ts";
import { DEFAULT_LOOK } from "../../../src/browser/look/look.ts";
import { composePicture } from "../../../src/browser/map/picture.ts";
import { pictureQuery } from "../../../src/browser/panels/export/picture-query.ts";
import { screenSvg } from "../../../src/browser/panels/export/screen-svg.ts";
import { parseAddress } from "../../../src/browser/state/address.ts";
import { CATEGORY_COLORS, PALETTES } from "../../../src/view/appearance.ts";
import { dataset, GRAPH } from "../fixtures.ts";

const NOTHING = { groups: null, metrics: null, order: [] };
const drawn = (
  look: Partial<typeof DEFAULT_LOOK>,
  hidden = "",
  groups: Parameters<typeof screenSvg>[0]["groups"] = [],
  marks: Partial<Parameters<typeof screenSvg>[0]> = {},
) => {
  const dressing = dressingOf(GRAPH, { ...DEFAULT_LOOK, ...look }, "dark", NOTHING);
  const { nodes } = composePicture(GRAPH, "dark", new Map(), dressing);
  const places = new Map<string, { x: number; y: number }>(
    nodes.filter(({ key }) => key !== hidden).map(({ key, x, y }) => [key, { x, y }]),
  );
  return screenSvg(
    {
      graph: GRAPH,
      dressing,
      theme: "dark",
      places,
      guides: null,
      groups,
      highlight: null,
      selection: null,
      hidden: hidden === "" ? 0 : 1,
      query: "",
      ...marks,
    },
    dataset(),
    "2026-01-02",
  );
};

describe("the picture of the screen", () => {
  it("has the theme and the look of the screen, with its legend", () => {
    const svg = drawn({ color: "kind" });
    expect(svg).toContain(`fill="${PALETTES.dark.background}"`);
    expect(svg).toContain(CATEGORY_COLORS.dark[0]);
    expect(svg).toContain(">Colour: kind of actor</text>");
    expect(svg).toContain("drawn 2026-01-02");
    expect(drawn({})).not.toContain("Colour:");
  });

  it("leaves out what is hidden, and names where none are wanted", () => {
    const count = (svg: string) => svg.split("<title>").length;
    expect(count(drawn({}, "actor:a"))).toBeLessThan(count(drawn({})));
    const label = GRAPH.nodes[0]?.attributes.short_label ?? "";
    const named = (svg: string) => new RegExp(`<tspan[^>]*>${label}</tspan>`).test(svg);
    expect(named(drawn({}))).toBe(true);
    expect(named(drawn({ label: "none" }))).toBe(false);
  });

  it("names what of the address makes it what it is, and nothing else", () => {
    const query = (search: string) => pictureQuery(parseAddress("/d/x", search));
    expect(query("")).toBe("");
    expect(query("?tab=table&table=sort%3Ddate&story=A;n%3Dx&camera=zoom%3D2")).toBe("");
    const search = "?select=actor%3Aa&look=color%3Dkind&since=2025-10&tab=matrix&hidden=actor%3Ab";
    const found = query(search);
    expect(Object.fromEntries(new URLSearchParams(found))).toEqual({
      since: "2025-10",
      select: "actor:a",
      look: "color=kind",
      hidden: "actor:b",
    });
    expect(found.startsWith("since=2025-10&")).toBe(true);
    const escaped = found.replaceAll("&", "&amp;");
    expect(drawn({}, "", [], { query: found })).toContain(`· view ${escaped}`);
  });

  it("says that nodes are hidden by hand", () => {
    expect(drawn({}, "actor:a")).toContain("1 node hidden by hand.");
    expect(drawn({})).not.toContain("hidden by hand");
  });

  it("lets selection and path stand out, in words too, and the rest step back", () => {
    const pale = (svg: string) => [...svg.matchAll(/ opacity="0\.3"/g)].length;
    const plain = drawn({});
    expect(pale(plain)).toBe(0);
    expect(plain).not.toMatch(/Selected:|Path marked:/);
    const [edge] = GRAPH.edges;
    if (!edge) throw new Error("the fixture has no edge");
    const selected = drawn({}, "", [], { selection: { type: "node", key: edge.source } });
    expect(pale(selected)).toBeGreaterThan(0);
    expect(selected.match(/<circle [^>]*stroke-width="2\.5"\/>/g)).toHaveLength(1);
    expect(selected).toContain("Selected: ");
    const nodes = [edge.source, edge.target];
    const path = drawn({}, "", [], { highlight: { nodes, edges: [edge.key], statements: [] } });
    expect(path).toMatch(/Path marked: [^<]* → /);
    expect(pale(path)).toBe(GRAPH.nodes.length - 2);
  });

  it("draws the lines that stand out in full, as the map does, however unsure they are", () => {
    const [edge] = GRAPH.edges;
    if (!edge) throw new Error("the fixture has no edge");
    const unsure = { ...edge, attributes: { ...edge.attributes, confidence: 0.1 } };
    const graph = { ...GRAPH, edges: [unsure] };
    const lines = (svg: string) => [...svg.matchAll(/<g opacity="([^"]+)"><title>/g)].map(([, one]) => one);
    const highlight = { nodes: [edge.source, edge.target], edges: [edge.key], statements: [] };
    expect(Number(lines(drawn({}, "", [], { graph }))[0])).toBeLessThan(1);
    expect(lines(drawn({}, "", [], { graph, highlight }))).toEqual(["1"]);
  });

  it("writes the names of groups whole where kinds leave them the room", () => {
    const label = "Coalition 1: a group with a name of some length, b and 3 more";
    const group = (place: number) => ({ label, keys: ["actor:a", "actor:b"], place });
    const svg = drawn(
      {},
      "",
      Array.from({ length: 8 }, (_, place) => group(place)),
    );
    expect(svg.split(label)).toHaveLength(9);
  });

  it("writes names from right to left where they are", () => {
    const [first] = GRAPH.nodes;
    const graph = {
      ...GRAPH,
      nodes: GRAPH.nodes.map((node) =>
        node === first ? { ...node, attributes: { ...node.attributes, short_label: "مصر (1)" } } : node,
      ),
    };
    expect(drawn({}, "", [], { graph, dressing: PLAIN })).toMatch(
      /<text [^>]*direction="rtl"[^>]*><tspan[^>]*>مصر/,
    );
    expect(drawn({})).not.toContain('direction="rtl"');
  });

  it("outlines groups under the nodes, and names them in the legend", () => {
    const groups = [{ label: "Coalition 1: a and b", keys: ["actor:a", "actor:b"], place: 0 }];
    const svg = drawn({}, "", groups);
    expect(svg).toMatch(/<path d="M[^"]+Z" fill-rule="evenodd" fill="#[0-9a-f]{6}" fill-opacity="0\.14"/);
    expect(svg).toContain("Coalition 1: a and b");
    expect(svg.indexOf('fill-opacity="0.14"')).toBeLessThan(svg.indexOf('<g fill="none">'));
    expect(drawn({})).not.toContain('fill-opacity="0.14"');
    // One of them is hidden: nothing is left to outline.
    expect(drawn({}, "actor:a", groups)).not.toContain('fill-opacity="0.14"');
  });
});
