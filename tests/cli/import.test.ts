/** `import` of tables through the command line: the folder appears whole or not at all. */
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { requires } from "../support/require.ts";
import { cli, inFolder } from "./support.ts";

const VOTES = "rcid,country,code,vote\n3,Egypt,EG,yes\n3,Cuba,CU,no\n4,Egypt,EG,abstain\n";
const FLAGS = [
  "--map",
  "actor=country,issue=rcid,polarity=vote",
  "--values",
  "yes=support,no=oppose,abstain=neutral",
];

/** Runs `import` where votes.csv and dates.csv are. */
const imported = (
  argv: readonly string[],
  use: (ran: { code: number; out: string; err: string }, folder: string) => Promise<void> | void,
  world: Partial<Io> = {},
) =>
  inFolder(async (folder) => {
    await writeFile(path.join(folder, "votes.csv"), VOTES);
    await writeFile(path.join(folder, "votes.csv.gz"), gzipSync(VOTES));
    await writeFile(path.join(folder, "dates.csv"), "rcid,date\n3,2001-02-03\n4,2001-02-04\n");
    await use(await cli(["import", ...argv], { cwd: folder, ...world }), folder);
  });

describe("import of a table", () => {
  it("makes a package that passes the check, plain or packed", async () => {
    for (const name of ["votes.csv", "votes.csv.gz"])
      await imported(
        [name, "--to", "deep/er/out", ...FLAGS, "--dates", "dates.csv"],
        async ({ code, out, err }, folder) => {
          expect([code, out]).toEqual([0, ""]);
          expect(err).toBe(
            `not taken from ${name}: “code”. Keep it with --map x:NAME=COLUMN.\n3 statements by 2 actors on 2 issues in 1 sources.\n`,
          );
          const to = path.join(folder, "deep/er/out");
          expect((await readdir(to)).sort()).toEqual([
            "actors.csv",
            "datapackage.json",
            "issues.csv",
            "sources.csv",
            "statements.csv",
          ]);
          expect(await readFile(path.join(to, "statements.csv"), "utf8")).toContain(
            "\ns2,votes,cuba,oppose,3,2001-02-03\n",
          );
          expect((await readdir(folder)).sort()).toEqual(["dates.csv", "deep", "votes.csv", "votes.csv.gz"]);
          const checked = await cli(["check", to, "--json"]);
          expect(JSON.parse(checked.out)).toMatchObject({ ok: true, problems: [], warnings: [] });
          const info = await cli(["info", to, "--json"]);
          expect(JSON.parse(info.out)).toMatchObject({ id: "out", counts: { statements: 3 } });
        },
      );
  });

  it("fills a folder that is empty, and leaves one with content alone", async () => {
    await inFolder(async (folder) => {
      await writeFile(path.join(folder, "votes.csv"), VOTES);
      await mkdir(path.join(folder, "empty"));
      const before = (await stat(path.join(folder, "empty"))).ino;
      expect((await cli(["import", "votes.csv", "--to", "empty", ...FLAGS], { cwd: folder })).code).toBe(0);
      expect((await stat(path.join(folder, "empty"))).ino).toBe(before);
      expect(await readdir(path.join(folder, "empty"))).toHaveLength(5);
      const again = await cli(["import", "votes.csv", "--to", "empty", ...FLAGS], { cwd: folder });
      expect([again.code, again.err]).toEqual([1, expect.stringContaining("is not empty")]);
      expect(await readdir(path.join(folder, "empty"))).toHaveLength(5);
    });
  });

  it("shows a bar on a terminal and wipes it", async () => {
    let now = 0;
    const world = { errIsTerminal: true, now: () => (now += 1000) };
    await imported(
      ["votes.csv", "--to", "out", ...FLAGS],
      ({ code, err }) => {
        expect(code).toBe(0);
        expect(err).toMatch(/\rvotes\.csv|votes\.csv \[[█░]{30}\] +\d+ % \d+ rows/);
        expect(err).toContain("\r\u001b[Knot taken");
      },
      world,
    );
  });

  it("lists everything that is wrong and writes nothing", async () => {
    await imported(
      ["votes.csv", "--to", "a/out", "--map", "actor=country,issue=rcid,polarity=vote"],
      async (ran, folder) => {
        expect(ran.code).toBe(1);
        expect(ran.err).toContain(
          "row 2, column vote, problem: “yes” says no polarity (1 row, first in row 2)",
        );
        expect(ran.err).toContain("Say what it means with --values");
        expect(ran.err).toContain("Nothing was written: 3 problems.");
        expect((await readdir(folder)).sort()).toEqual(["dates.csv", "votes.csv", "votes.csv.gz"]);
      },
    );
    await imported(["votes.csv", "--to", "out", "--map", "actor=land"], ({ code, err }) => {
      expect([code, err]).toEqual([
        1,
        expect.stringContaining("column land, problem: there is no column “land”"),
      ]);
    });
  });

  it("says what cannot be read", async () => {
    await inFolder(async (folder) => {
      const packed = gzipSync(VOTES.repeat(1000));
      await writeFile(path.join(folder, "cut.csv.gz"), packed.subarray(0, packed.length - 20));
      await writeFile(path.join(folder, "plain.csv.gz"), VOTES);
      await mkdir(path.join(folder, "folder.csv"));
      for (const [name, words] of [
        ["cut.csv.gz", /no whole gzip file.*\n.*\nNothing was written/],
        ["plain.csv.gz", /no whole gzip file/],
        ["missing.csv", /missing\.csv cannot be read: no such file/],
        ["folder.csv", /folder\.csv cannot be read: it is a folder/],
      ] as const) {
        const { code, err } = await cli(["import", name, "--to", "out", ...FLAGS], { cwd: folder });
        expect(err).toMatch(words);
        expect(code).toBe(1);
      }
      expect(await readdir(folder)).not.toContain("out");
    });
  });

  it("refuses wrong usage", async () => {
    for (const [flags, words] of [
      [["votes.csv"], "--to FOLDER"],
      [["votes.txt", "--to", "out"], "must end in .csv"],
      [["votes.csv", "--to", "out", "--map", "nobody=country"], 'the field "nobody"'],
      [["votes.csv", "--to", "out", "--map", "actor"], "FIELD=COLUMN"],
      [["votes.csv", "--to", "out", "--map", "actor=a,actor=b"], "names actor twice"],
      [["votes.csv", "--to", "out", "--values", "yes=good"], "VALUE=POLARITY"],
      [["votes.csv", "--to", "out", "--dates-map", "date=day"], "--dates FILE"],
      [["votes.csv", "--to", "out", "--with-texts"], "for .dna files"],
      [["x.dna", "--to", "out", "--dates", "d.csv"], "is for tables"],
    ] as const)
      await imported(flags, ({ code, err }) => {
        expect(err).toContain(words);
        expect(code).toBe(2);
      });
  });
});

const data = requires("data");
describe.skipIf(!data)("a large table", () => {
  it("of DNA's shape is imported", async () => {
    await inFolder(async (folder) => {
      const table = gunzipSync(await readFile(path.join(data ?? "", "statements-100k.csv.gz"))).toString(
        "utf8",
      );
      await writeFile(path.join(folder, "coded.csv"), table.split("\n").slice(0, 3001).join("\n"));
      const map = "id=id,actor=organization,issue=concept,polarity=agreement,source=documentId";
      const argv = ["import", "coded.csv", "--to", "out", "--map", map, "--values", "1=support,0=oppose"];
      const bad = await cli(argv, { cwd: folder });
      expect([bad.code, bad.err]).toEqual([
        1,
        expect.stringContaining("column organization, problem: actor is empty"),
      ]);
      expect(await readdir(folder)).toEqual(["coded.csv"]);
      const { code, err } = await cli([...argv, "--skip-incomplete"], { cwd: folder });
      const [, left = ""] = /(\d+) rows are left out/.exec(err) ?? [];
      expect([code, Number(left) > 0]).toEqual([0, true]);
      const report = JSON.parse((await cli(["check", path.join(folder, "out"), "--json"])).out);
      expect(report).toMatchObject({ ok: true, problems: [], counts: { statements: 3000 - Number(left) } });
    });
  });
});

describe("import of a graph", () => {
  const GEXF = `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
<nodes><node id="1" label="Ada"/><node id="2" label="Bob"/></nodes><edges><edge id="e" source="1" target="2"/></edges></graph></gexf>`;
  it("makes a package that passes the check; a broken file leaves nothing", () =>
    inFolder(async (folder) => {
      await writeFile(path.join(folder, "net.gexf"), GEXF);
      await writeFile(path.join(folder, "bad.gexf"), GEXF.replace("</nodes>", ""));
      const good = await cli(["import", "net.gexf", "--to", "net"], { cwd: folder });
      expect([good.code, good.err]).toEqual([0, "1 statements by 2 actors on 0 issues in 1 sources.\n"]);
      expect((await cli(["check", path.join(folder, "net")])).code).toBe(0);
      const bad = await cli(["import", "bad.gexf", "--to", "other"], { cwd: folder });
      expect(bad.code).toBe(1);
      expect(bad.err).toMatch(/line 2, column \d+/);
      expect((await readdir(folder)).sort()).toEqual(["bad.gexf", "net", "net.gexf"]);
      expect((await cli(["import", "net.gexf", "--to", "x", "--map", "actor=a"], { cwd: folder })).code).toBe(
        2,
      );
    }));
});
