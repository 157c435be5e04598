/** The commands over an invented dataset: data on standard output, messages on standard error, exit codes. */
import { chmod, cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../server/support.ts";
import { type Rivers, riversFolder, TEXT_D1 } from "../support/rivers.ts";
import { cli, inFolder } from "./support.ts";

let rivers: Rivers;
beforeAll(async () => {
  rivers = await riversFolder();
});
afterAll(() => rivers.remove());

describe("check", () => {
  it("says OK, and gives exactly the report as JSON", async () => {
    const plain = await cli(["check", rivers.folder, "--corpus", rivers.corpus]);
    expect(plain.err).toBe("");
    expect(plain.out).toMatch(/OK: 0 problems, \d+ warnings? in 8 actors/);
    expect(plain.code).toBe(0);
    const { code, out } = await cli(["check", "rivers", "--json"], { cwd: rivers.root });
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(["ok", "problems", "warnings", "counts"]);
    expect(JSON.parse(out)).toMatchObject({ ok: true, problems: [], counts: { statements: 12 } });
  });
  it("lists all problems with place and remedy and ends with 1", async () => {
    await inFolder(async (folder) => {
      await writeFile(path.join(folder, "actors.csv"), "id,label\na,A\na,B\n");
      const { code, out, err } = await cli(["check", folder]);
      expect([code, err]).toEqual([1, ""]);
      expect(out).toMatch(
        /actors\.csv\n {2}row 3, column id, problem: .*\(duplicate-id\)\n {4}Give each record/,
      );
      expect(out).toContain("datapackage.json");
      const json = JSON.parse((await cli(["check", folder, "--json"])).out);
      expect(json.ok).toBe(false);
      expect(json.problems).toContainEqual(
        expect.objectContaining({
          file: "actors.csv",
          row: 3,
          column: "id",
          code: "duplicate-id",
          remedy: expect.stringMatching(/./),
        }),
      );
    });
  });
  it("reports a folder or a corpus that is not there", async () => {
    expect(JSON.parse((await cli(["check", "/no/such/folder", "--json"])).out).problems[0].code).toBe(
      "missing-folder",
    );
    const { code, out } = await cli(["check", rivers.folder, "--corpus", "/no/such/corpus", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).problems[0].code).toBe("missing-folder");
  });
  it("finds a passage that is not in the text", async () => {
    await inFolder(async (corpus) => {
      await writeFile(path.join(corpus, "d1.txt"), TEXT_D1.replace("the dam", "no dams"));
      const { code, out } = await cli(["check", rivers.folder, "--corpus", corpus, "--json"]);
      expect(code).toBe(1);
      expect(JSON.parse(out).problems.map(({ code: problem }: { code: string }) => problem)).toContain(
        "passage-stale",
      );
    });
  });
});

describe("info", () => {
  it("says what the dataset is", async () => {
    const { code, out, err } = await cli(["info", rivers.folder]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Rivers\n/);
    expect(out).toMatch(/dates +2025-02-01 to 2025-05-01/);
    const json = JSON.parse((await cli(["info", rivers.folder, "--json"])).out);
    expect(json).toMatchObject({ id: "rivers", counts: { actors: 8 }, pendingProblems: [] });
  });
  it("takes the house dataset when none is named, wherever it is run", async () => {
    const { code, out } = await cli(["info", "--json"], { cwd: "/" });
    expect(code).toBe(0);
    expect(JSON.parse(out).id).toBe("gaza-stabilization-force");
  });
  it("ends with 1 when the dataset cannot be used", async () => {
    const { code, out, err } = await cli(["info", "/no/such/folder"]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/there is no folder \/no\/such\/folder.*cannot be used: 1 problem/s);
  });
});

describe("statements", () => {
  const statements = (...flags: string[]) => cli(["statements", rivers.folder, ...flags]);
  it("are a table for people; the count is a message", async () => {
    const { code, out, err } = await statements();
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toMatch(/^id +source +said +actor +position +target +summary$/);
    expect(out).toMatch(
      /^s1 +d1 +2025-03-01 +Ada +supports \(if\) +The dam is built +Ada favours building it$/m,
    );
    expect(out.trim().split("\n")).toHaveLength(10);
    expect(err).toBe("9 of 12 statements\n");
  });
  it("obey the view by flags, lists by comma and repetition", async () => {
    const ids = async (...flags: string[]) =>
      JSON.parse((await statements("--json", ...flags)).out).items.map(({ id }: { id: string }) => id);
    expect(await ids("--actor", "Ada,bo")).toEqual(["s1", "s2", "s5", "__proto__"]);
    expect(await ids("--actor", "ada", "--actor", "bo", "--polarity", "support")).toEqual(["s1"]);
    expect(await ids("--off-topic", "show", "--issue", "toll")).toEqual(["s3", "s4", "s11"]);
    expect(await ids("--min-confidence", "0.95", "--actor", "ada")).toEqual(["s5", "__proto__"]);
    expect(JSON.parse((await statements("--json", "--actor", "hermit")).out)).toEqual({
      items: [],
      total: 0,
    });
  });
  it("without a date are counted where a date is asked for", async () => {
    const line = /^3 statements without a date are left out; --undated show keeps them\.$/m;
    expect((await statements("--since", "2025")).err).toMatch(line);
    expect((await statements("--until", "2026", "--csv")).err).toMatch(line);
    expect((await statements("--since", "2025", "--undated", "show")).err).not.toContain("undated");
    expect((await statements()).err).not.toContain("undated");
    expect((await statements("--since", "2025", "--actor", "river-league")).err).toMatch(
      /^1 statement without a date is left out; --undated show keeps it\.$/m,
    );
    const path = await cli(["path", "ada", "bo", "--since", "2025", "--dataset", rivers.folder]);
    expect(path.err).toMatch(line);
    await inFolder(async (folder) => {
      const written = await cli(["export", rivers.folder, "-o", "a.gexf", "--since", "2025"], {
        cwd: folder,
      });
      expect(written.err).toMatch(line);
    });
  });
  it("are the CSV of the export", async () => {
    const { out } = await statements("--csv", "--actor", "bo");
    const file = path.join(rivers.root, "bo.csv");
    await cli(["export", rivers.folder, "-o", file, "--what", "statements", "--actor", "bo"]);
    expect(out).toBe(await readFile(file, "utf8"));
  });
  it("are clipped to a terminal and only there", async () => {
    const { out } = await cli(["statements", rivers.folder], { columns: 100 });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
  it.each([
    ["--actor", "nobody"],
    ["--source", "d9"],
    ["--kind", "fish"],
  ])("%s %s is a question about something that is not there: 1", async (...flags) => {
    const { code, out, err } = await statements(...flags);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/There is no/);
  });
});

describe("path", () => {
  const paths = (...rest: string[]) => cli(["path", ...rest, "--dataset", rivers.folder]);
  it("answers in sentences with statement ids", async () => {
    const { code, out, err } = await paths("Ada", "river league");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Ada – River League: \d paths?; \d with the fewest hops\.\n/);
    expect(out).toMatch(
      /1\. Ada – Republic of Northland – River League \(2 hops.*\)\n {3}.*Ada.*\[__proto__\]\n {3}.*\[s6\]\n/,
    );
  });
  it("gives the API's answer as JSON", async () => {
    const { out } = await paths("ada", "river-league", "--json");
    expect(Object.keys(JSON.parse(out))).toEqual([
      "from",
      "to",
      "query",
      "total",
      "paths",
      "truncated",
      "hint",
    ]);
  });
  it("takes flags before and after the names", async () => {
    const answer = async (...rest: string[]) => JSON.parse((await paths("--json", ...rest)).out);
    expect((await answer("--directed", "bo", "ada", "--via", "relation")).paths).toEqual([]);
    expect((await answer("--directed", "0", "bo", "ada")).paths).not.toEqual([]);
    expect(
      (await answer("ada", "bo", "-k", "1", "--via", "stance", "--avoid", "constructor")).query,
    ).toMatchObject({
      k: 1,
      via: ["stance"],
      avoid: ["actor:constructor"],
    });
  });
  it("without a path says why and what would help, and ends with 0", async () => {
    const { code, out } = await paths("hermit", "ada");
    expect(code).toBe(0);
    expect(out).toMatch(/^The Hermit – Ada: no path\.\n./);
    expect(JSON.parse((await paths("hermit", "ada", "--json")).out)).toMatchObject({
      paths: [],
      total: 0,
      hint: { reason: expect.stringMatching(/./) },
    });
  });
  it.each([
    [
      ["bo", "ada", "--directed", "--via", "relation"],
      /^If you leave out --directed, there is one of 1 hop\.$/m,
    ],
    [["ada", "toll", "--max-length", "1"], /^With --max-length \d there is one of \d hops\.$/m],
    [
      ["ada", "dam", "--via", "stance", "--since", "2026"],
      /^If you leave out --since, there is one of 1 hop\.$/m,
    ],
  ])("says what would help in flags: %j", async (argv, message) => {
    expect((await paths(...argv)).out).toMatch(message);
  });
  it("says where to look a name up that is like no other", async () => {
    expect((await paths("qqqqqq", "bo")).err).toContain("Look it up among the dataset's actors and issues.");
  });
  it("ends with 1 for an unknown name and suggests others", async () => {
    const { code, out, err } = await paths("Adda", "bo");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("actor:ada");
  });
});

describe("export", () => {
  it.each(["gexf", "graphml", "json", "csv", "svg", "GEXF"])(
    "writes .%s, as the ending says",
    async (extension) => {
      await inFolder(async (folder) => {
        const { code, out, err } = await cli(
          ["export", rivers.folder, "-o", `net.${extension}`, "--rollup", "body"],
          { cwd: folder },
        );
        expect({ code, out, err }).toEqual({ code: 0, out: "", err: "" });
        expect(await readdir(folder)).toEqual([`net.${extension}`]);
        expect(await readFile(path.join(folder, `net.${extension}`), "utf8")).toContain("Northland");
      });
    },
  );
  it("is the server's file, and the same twice", async () => {
    await inFolder(async (folder) => {
      const write = async (name: string, ...flags: string[]) => {
        await cli(["export", rivers.folder, "-o", path.join(folder, name), ...flags]);
        return readFile(path.join(folder, name), "utf8");
      };
      expect(await write("a.gexf")).toBe(await write("b.gexf", "--voice", "reported"));
      expect(await write("c.gexf", "--gexf-version", "1.2")).toContain('version="1.2"');
    });
  });
  it("says on standard error what had to be changed", async () => {
    await inFolder(async (folder) => {
      const packed = path.join(folder, "odd");
      await cp(rivers.folder, packed, { recursive: true });
      const actors = path.join(packed, "actors.csv");
      await writeFile(
        actors,
        (await readFile(actors, "utf8")).replace("The Hermit", "The \u0007Bell").replace("Ada", "Ada\ufffe"),
      );
      const { code, out, err } = await cli(["export", packed, "-o", path.join(folder, "net.gexf")]);
      expect([code, out]).toEqual([0, ""]);
      expect(err).toMatch(/character/);
    });
  });
  it("replaces a file whole, keeps links, and leaves nothing behind when it fails", async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "real.csv");
      await writeFile(file, "old");
      await chmod(file, 0o600);
      await symlink(file, path.join(folder, "link.csv"));
      expect((await cli(["export", rivers.folder, "-o", path.join(folder, "link.csv")])).code).toBe(0);
      expect(await readFile(file, "utf8")).toContain("actor:ada");
      expect((await readdir(folder)).sort()).toEqual(["link.csv", "real.csv"]);
      await mkdir(path.join(folder, "folder.csv"));
      for (const target of ["folder.csv", "missing/x.csv"]) {
        const { code, err } = await cli(["export", rivers.folder, "-o", path.join(folder, target)]);
        expect(code).toBe(1);
        expect(err).toContain(target);
      }
      expect((await readdir(folder)).sort()).toEqual(["folder.csv", "link.csv", "real.csv"]);
      const unknown = await cli(["export", rivers.folder, "-o", file, "--actor", "nobody"]);
      expect(unknown.code).toBe(1);
      expect(await readFile(file, "utf8")).toContain("actor:ada");
    });
  });
});

describe("init and locate", () => {
  it("make a package that checks, and refuse a folder with content", async () => {
    await inFolder(async (folder) => {
      const made = await cli(["init", "fresh"], { cwd: folder });
      expect(made.code).toBe(0);
      expect(made.out).toContain(path.join("fresh", "statements.csv"));
      expect((await cli(["check", "fresh"], { cwd: folder })).code).toBe(0);
      const again = await cli(["init", "fresh"], { cwd: folder });
      expect([again.code, again.out]).toEqual([1, ""]);
      expect(again.err).toMatch(/not empty/);
    });
  });
  it("turn quotes into locators, or change nothing and list what is unclear", async () => {
    await inFolder(async (folder) => {
      const write = async (quote: string) => {
        await writeFile(path.join(folder, "fresh", "sources.csv"), "id,title\nd1,On the river\n");
        await writeFile(path.join(folder, "fresh", "actors.csv"), "id,label\nada,Ada\n");
        await writeFile(path.join(folder, "fresh", "issues.csv"), "id,label\ndam,Dam\n");
        await writeFile(
          path.join(folder, "fresh", "statements.csv"),
          `id,source,actor,polarity,issue,quote\ns1,d1,ada,support,dam,${quote}\n`,
        );
      };
      await cli(["init", "fresh"], { cwd: folder });
      const locate = () => cli(["locate", "fresh", "--corpus", rivers.corpus], { cwd: folder });
      await write("made-up");
      const unclear = await locate();
      expect([unclear.code, unclear.out]).toEqual([1, ""]);
      expect(unclear.err).toMatch(/row 2, column quote.*quote-ambiguous.*Nothing was changed/s);
      await write("wants the dam to go up");
      const done = await locate();
      expect(done).toEqual({ code: 0, out: "", err: "1 passage located; the column quote is removed.\n" });
      expect(await readFile(path.join(folder, "fresh", "statements.csv"), "utf8")).not.toMatch(
        /quote|wants the dam/,
      );
      expect((await cli(["check", "fresh", "--corpus", rivers.corpus], { cwd: folder })).code).toBe(0);
    });
  });
});

describe("what the system refuses", () => {
  it.each([
    ["init", (folder: string) => ["init", path.join(folder, "file", "new")], /is not a folder/],
    ["export", (folder: string) => ["export", "rivers", "-o", path.join(folder, "no", "a.csv")], /ENOENT/],
    [
      "export to a folder",
      (folder: string) => ["export", "rivers", "-o", path.join(folder, "sub.csv")],
      /folder/,
    ],
    ["locate", (folder: string) => ["locate", path.join(folder, "none"), "--corpus", "texts"], /no folder/],
    ["import", (folder: string) => ["import", path.join(folder, "none.dna"), "--to", "x"], /cannot be read/],
  ])("in %s is said without a trace, and ends with 1", async (_, argv, message) => {
    await inFolder(async (folder) => {
      await writeFile(path.join(folder, "file"), "");
      await mkdir(path.join(folder, "sub.csv"));
      const { code, out, err } = await cli(argv(folder), { cwd: rivers.root });
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(message);
      expect(err).not.toMatch(/^ +at |Unexpected/m);
    });
  });
  it.skipIf(process.platform !== "linux")("names the file and the remedy", async () => {
    expect((await cli(["init", "/proc/nowhere"])).err).toBe(
      "/proc/nowhere/datapackage.json cannot be written: no such file or folder (ENOENT); check the path; a folder on the way to it may be missing.\n",
    );
  });
});

describe("serve", () => {
  it("prints its address alone, answers, and ends with 0 when told to stop", async () => {
    let stop: () => void = () => {};
    const interrupted = new Promise<void>((resolve) => {
      stop = resolve;
    });
    let address: (text: string) => void = () => {};
    const ready = new Promise<string>((resolve) => {
      address = resolve;
    });
    const running = cli(
      ["serve", rivers.folder, rivers.folder, "--log-level", "silent", "--corpus", rivers.corpus],
      {
        env: { PORT: "0", HOST: "localhost" },
        interrupted: () => interrupted,
        out: async (text) => address(String(text)),
      },
    );
    const line = await ready;
    expect(line).toMatch(/^http:\/\/localhost:\d+\/\n$/);
    const answer = await ask(line.trim(), "/api/datasets");
    expect(answer.json().items.map(({ id }: { id: string }) => id)).toEqual(["rivers", "rivers-2"]);
    expect((await ask(line.trim(), "/api/passages/s1")).json().available).toBe(true);
    stop();
    expect((await running).code).toBe(0);
    await expect(ask(line.trim(), "/healthz")).rejects.toThrow();
  });
  it.each([
    [["/no/such/folder"], /cannot be used/],
    [["--corpus", "/no/such/folder"], /there is no folder/],
  ])("with %j ends with 1 and prints no address", async (rest, message) => {
    const { code, out, err } = await cli(["serve", "--port", "0", "--log-level", "silent", ...rest]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(message);
  });
});
