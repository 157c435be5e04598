/** The XML formats are well-formed for every string, and GEXF 1.3 is valid by its schema. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GexfVersion } from "../../src/formats/format.ts";
import { formatById } from "../../src/formats/registry.ts";
import { requires } from "../support/require.ts";
import { contextFor, edge, node, picture, smallPicture, textOf } from "./fixture.ts";
import { hostilePicture } from "./hostile.ts";
import { elements, readXml } from "./xml-reader.ts";

const schemas = requires("schemas");
const xmllint = requires("xmllint");

const write = (id: string, graph = smallPicture(), gexfVersion: GexfVersion = "1.3") => {
  const { context, notices } = contextFor({ gexfVersion });
  const format = formatById(id);
  if (!format) throw new Error(id);
  return { text: textOf(format.write(graph, context)), notices };
};

const xmlFormats: [string, GexfVersion][] = [
  ["gexf", "1.3"],
  ["gexf", "1.2"],
  ["graphml", "1.3"],
  ["svg", "1.3"],
];

describe.each(xmlFormats)("%s %s", (id, version) => {
  it("is well-formed for every string", () => {
    fc.assert(
      fc.property(hostilePicture, (graph) => {
        readXml(write(id, graph, version).text);
      }),
      { numRuns: 200 },
    );
  });

  it("says how many characters it had to replace, and nothing when there were none", () => {
    const graph = picture([node("actor:a", { label: "a\u0001b\ud800c", short_label: "s" })], []);
    const { text, notices } = write(id, graph, version);
    const [notice] = notices;
    expect(notice?.code).toBe("illegal-characters");
    expect(notice?.count).toBeGreaterThanOrEqual(2);
    expect(notice?.message).toContain(String(notice?.count));
    const remark = `<!-- ${notice?.count} characters that XML cannot hold were replaced by U+FFFD -->\n`;
    expect(text.endsWith(`>\n${remark}`)).toBe(true);
    const clean = write(id, smallPicture(), version);
    expect(clean.notices).toEqual([]);
    expect(clean.text).not.toContain("U+FFFD");
  });
});

describe.each(["gexf", "graphml"])("keys in %s", (id) => {
  it("stay distinct when what tells them apart is illegal in XML", () => {
    const keys = ["actor:a\u0001", "actor:a\u0002", "actor:a\ufffd", "actor:a\ufffd~2"] as const;
    const graph = picture(
      keys.map((key) => node(key)),
      keys.map((key) => edge(`e${key}`, [key, keys[0]])),
    );
    const { text, notices } = write(id, graph);
    const root = readXml(text);
    const ids = elements(root, "node").map(({ attributes }) => attributes["id"]);
    expect(new Set(ids).size).toBe(4);
    expect(elements(root, "edge").map(({ attributes }) => attributes["source"])).toEqual(ids);
    expect(new Set(elements(root, "edge").map(({ attributes }) => attributes["id"])).size).toBe(4);
    expect(notices[0]?.code).toBe("illegal-characters");
  });
});

describe.skipIf(!schemas || !xmllint)("GEXF 1.3 by RelaxNG", () => {
  it("is valid, on a sample of hostile pictures and on the small one", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "gexf-"));
    try {
      const pictures = [smallPicture(), picture([], []), ...fc.sample(hostilePicture, 60)];
      const files = pictures.map((graph, at) => {
        const file = path.join(folder, `${at}.gexf`);
        writeFileSync(file, write("gexf", graph).text);
        return file;
      });
      const schema = path.join(schemas ?? "", "gexf-1.3", "gexf.rng");
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--relaxng", schema, ...files], {
        encoding: "utf8",
      });
      expect(stderr.split("\n").filter((line) => line && !line.endsWith("validates"))).toEqual([]);
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
