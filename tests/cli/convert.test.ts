/** `convert` on the command line: files in, files out, and nothing half written. */
import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cli, inFolder } from "./support.ts";

const CSV = "Source,Target,Weight\nada,bo,2\nbo,cy,1\n";

describe("convert", () => {
  it("goes through every format and back", async () => {
    await inFolder(async (cwd) => {
      await writeFile(path.join(cwd, "a.csv"), CSV);
      for (const [from, to] of [
        ["a.csv", "b.GEXF"],
        ["b.GEXF", "c.graphml"],
        ["c.graphml", "d.json"],
        ["d.json", "e.csv"],
      ] as const)
        expect(await cli(["convert", from, to], { cwd })).toMatchObject({ code: 0, out: "" });
      expect(await readFile(path.join(cwd, "b.GEXF"), "utf8")).toContain('version="1.3"');
      expect(await readFile(path.join(cwd, "e.csv"), "utf8")).toBe(
        "Source,Target,Type,Id,Weight\nada,bo,Directed,e1,2\nbo,cy,Directed,e2,1\n",
      );
      await cli(["convert", "a.csv", "a.gexf", "--gexf-version", "1.2"], { cwd });
      expect(await readFile(path.join(cwd, "a.gexf"), "utf8")).toContain('version="1.2"');
    });
  });

  it("says line, column and reason, and leaves what was there", async () => {
    await inFolder(async (cwd) => {
      await writeFile(path.join(cwd, "bad.csv"), `${CSV}only-one\n`);
      await writeFile(path.join(cwd, "out.gexf"), "before");
      const { code, err, out } = await cli(["convert", "bad.csv", "out.gexf"], { cwd });
      expect(code).toBe(1);
      expect(out).toBe("");
      expect(err).toMatch(
        /^bad\.csv, line 4, column 1: the row has 1 cells, the header 3\.\n.* Nothing was written\.\n$/,
      );
      expect(await readFile(path.join(cwd, "out.gexf"), "utf8")).toBe("before");
      expect((await readdir(cwd)).sort()).toEqual(["bad.csv", "out.gexf"]);
    });
  });

  it("writes over the file it reads, and through a link", async () => {
    await inFolder(async (cwd) => {
      await writeFile(path.join(cwd, "a.csv"), CSV);
      await symlink(path.join(cwd, "a.csv"), path.join(cwd, "link.csv"));
      expect((await cli(["convert", "a.csv", "link.csv"], { cwd })).code).toBe(0);
      expect(await readFile(path.join(cwd, "a.csv"), "utf8")).toMatch(/^Source,Target,Type,Id,Weight\n/);
    });
  });

  it("refuses what it cannot use", async () => {
    await inFolder(async (cwd) => {
      await writeFile(path.join(cwd, "a.csv"), CSV);
      for (const [args, code, words] of [
        [["a.csv"], 2, /missing required argument/],
        [
          ["a.xlsx", "b.csv"],
          2,
          /a\.xlsx names no format: it must be one of \.gexf, \.graphml, \.json, \.csv/,
        ],
        [["a.csv", "b.svg"], 2, /b\.svg names no format/],
        [["a.csv", "b.csv", "--gexf-version", "1.2"], 2, /for files to write that end in \.gexf/],
        [["a.csv", "b.gexf", "--gexf-version", "2"], 2, /1\.2 or 1\.3, not 2/],
        [["none.csv", "b.gexf"], 1, /none\.csv cannot be read: no such file/],
        [["a.csv", "none/b.gexf"], 1, /cannot be written: no such file or folder/],
        [[".", "b.gexf"], 2, /names no format/],
      ] as const) {
        const ran = await cli(["convert", ...args], { cwd });
        expect(ran.err).toMatch(words);
        expect(ran.code).toBe(code);
      }
      expect(await readdir(cwd)).toEqual(["a.csv"]);
    });
  });

  it("shows how far it is on a terminal only", async () => {
    await inFolder(async (cwd) => {
      await writeFile(path.join(cwd, "a.csv"), CSV);
      expect((await cli(["convert", "a.csv", "b.json"], { cwd })).err).toBe("");
      expect((await cli(["convert", "a.csv", "b.json"], { cwd, errIsTerminal: true })).err).toContain(
        " 100 % checked",
      );
    });
  });

  it("says what the other format cannot hold", async () => {
    await inFolder(async (cwd) => {
      await writeFile(
        path.join(cwd, "a.json"),
        '{"nodes":[{"key":"a","attributes":{"n":1}},{"key":"\\u0001"}],"edges":[]}',
      );
      expect((await cli(["convert", "a.json", "b.csv"], { cwd })).err).toMatch(/2 × nodes without edges/);
      expect((await cli(["convert", "a.json", "b.gexf"], { cwd })).err).toMatch(
        /1 character .* replaced by U\+FFFD/,
      );
    });
  });
});
