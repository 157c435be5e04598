import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileError } from "../../src/dataset/file-error-node.ts";
import {
  initFolder,
  readCorpus,
  readFolder,
  readPackageFolder,
  writeFolder,
} from "../../src/dataset/folder-node.ts";
import { openFolderSource } from "../../src/dataset/folder-source-node.ts";
import { slug } from "../../src/dataset/slug.ts";
import type { DatasetEvent, DatasetSource } from "../../src/dataset/source.ts";
import { bytes, edit, type Files, setCell, soundPackage, TEXT } from "./package-fixture.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "stancegraph-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const place = async (name: string, files: Files = soundPackage()): Promise<string> => {
  const folder = path.join(root, name);
  await writeFolder(folder, files);
  return folder;
};

describe("readPackageFolder", () => {
  it("reads what was written, texts included, and nothing else", async () => {
    const folder = await place("a", soundPackage().set("documents/s1.txt", bytes(TEXT)));
    writeFileSync(path.join(folder, "README.md"), "x");
    writeFileSync(path.join(folder, "documents", "notes.md"), "x");
    const { files, problems } = await readFolder(folder);
    expect(problems).toEqual([]);
    expect([...files.keys()].toSorted()).toEqual([...soundPackage().keys(), "documents/s1.txt"].toSorted());
    const { report } = await readPackageFolder(folder, { id: "a" });
    expect(report.ok).toBe(true);
  });

  it.each([
    ["a folder that is not there", "missing-folder", "nowhere"],
    ["a file", "not-a-folder", "file"],
    ["a path through a file", "not-a-folder", "file/below"],
  ])("says what is wrong with %s", async (_, code, name) => {
    writeFileSync(path.join(root, "file"), "");
    const { report, dataset } = await readPackageFolder(path.join(root, name), { id: "a" });
    expect(dataset).toBeNull();
    expect(report).toMatchObject({ ok: false, problems: [{ code }] });
    expect((await readCorpus(path.join(root, name))).problems).toMatchObject([{ code }]);
  });

  it("says once that a file cannot be read, with the other problems", async () => {
    const folder = await place("a", setCell(soundPackage(), "statements.csv", "st3", "issue", "nothing"));
    rmSync(path.join(folder, "actors.csv"));
    mkdirSync(path.join(folder, "actors.csv"));
    const { report } = await readPackageFolder(folder, { id: "a" });
    expect(report.problems.map(({ code, file }) => `${file} ${code}`)).toEqual([
      "actors.csv unreadable",
      "statements.csv unknown-id",
    ]);
  });

  it.skipIf(process.platform === "win32")("does not wait for a pipe, socket or device", async () => {
    const folder = await place("a", soundPackage());
    rmSync(path.join(folder, "actors.csv"));
    expect(spawnSync("mkfifo", [path.join(folder, "actors.csv")]).status).toBe(0);
    rmSync(path.join(folder, "issues.csv"));
    symlinkSync("/dev/zero", path.join(folder, "issues.csv"));
    const { report } = await readPackageFolder(folder, { id: "a" });
    expect(report.problems.map(({ code, file }) => `${file} ${code}`)).toEqual(
      expect.arrayContaining(["actors.csv unreadable", "issues.csv unreadable"]),
    );
    mkdirSync(path.join(root, "texts"));
    spawnSync("mkfifo", [path.join(root, "texts", "s1.txt")]);
    expect((await readCorpus(path.join(root, "texts"))).problems).toMatchObject([{ code: "unreadable" }]);
  });

  it.skipIf(process.getuid?.() === 0)("says that a folder may not be read", async () => {
    const folder = await place("a");
    chmodSync(folder, 0);
    const { report } = await readPackageFolder(folder, { id: "a" });
    chmodSync(folder, 0o755);
    expect(report.problems.map(({ code }) => code)).toContain("unreadable");
  });
});

describe("writeFolder", () => {
  it.each(["../out.csv", "/etc/x.csv", "a/b.csv", "documents/../../x", "..", "documents/..", "c:\\x"])(
    "refuses %s",
    async (name) => {
      await expect(writeFolder(path.join(root, "a"), new Map([[name, bytes("x")]]))).rejects.toThrow(
        "no file of a package",
      );
      expect(readdirSync(root).filter((entry) => entry !== "a")).toEqual([]);
    },
  );

  it("leaves every file as it was when one cannot be written", async () => {
    const folder = await place("a");
    const before = readFileSync(path.join(folder, "actors.csv"), "utf8");
    await expect(
      writeFolder(
        folder,
        new Map([
          ["actors.csv", bytes("new")],
          ["../x", bytes("x")],
        ]),
      ),
    ).rejects.toThrow();
    expect(readFileSync(path.join(folder, "actors.csv"), "utf8")).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("what the system refuses", () => {
  it("is said in one line with the file and the remedy", async () => {
    const folder = await place("a");
    mkdirSync(path.join(folder, "x.csv", "below"), { recursive: true });
    await expect(writeFolder(folder, new Map([["x.csv", bytes("x")]]))).rejects.toThrow(
      new FileError(`${path.join(folder, "x.csv")} cannot be written: it is a folder (EISDIR); name a file.`),
    );
    writeFileSync(path.join(root, "file"), "");
    await expect(writeFolder(path.join(root, "file", "b"), new Map([["x.csv", bytes("x")]]))).rejects.toThrow(
      /x\.csv cannot be written: a part of the path is no folder \(ENOTDIR\); check the path\.$/,
    );
  });
  it.skipIf(process.platform !== "linux")("ends where no folder can be made", async () => {
    await expect(initFolder("/proc/nowhere/x")).rejects.toThrow(/^\/proc\/nowhere\/x.* \(ENOENT\); /);
  });
});

describe("initFolder", () => {
  it("makes a package that passes the check", async () => {
    const folder = path.join(root, "My Data", "Étude 1");
    expect(await initFolder(folder)).toContain("datapackage.json");
    const { report, dataset } = await readPackageFolder(folder, { id: "x" });
    expect(report).toMatchObject({ ok: true, problems: [], warnings: [] });
    expect(dataset?.metadata).toMatchObject({ name: "etude-1", title: "Étude 1" });
  });
  it("refuses a folder with content and a file", async () => {
    const folder = await place("a");
    await expect(initFolder(folder)).rejects.toMatchObject({
      code: "folder-not-empty",
      class: "bad-parameter",
    });
    writeFileSync(path.join(root, "file"), "");
    await expect(initFolder(path.join(root, "file"))).rejects.toMatchObject({ code: "not-a-folder" });
  });
});

describe("readCorpus", () => {
  it("reads the texts that are asked for, and never leaves the folder", async () => {
    const folder = path.join(root, "corpus");
    mkdirSync(folder);
    writeFileSync(path.join(folder, "s1.txt"), `\ufeff${TEXT}`);
    writeFileSync(path.join(folder, "s2.txt"), Uint8Array.of(0xff));
    writeFileSync(path.join(folder, "other.txt"), "x");
    writeFileSync(path.join(folder, "e\u0301.txt"), "accent");
    writeFileSync(path.join(root, "secret.txt"), "secret");
    symlinkSync(path.join(root, "nowhere"), path.join(folder, "broken.txt"));
    const { texts, problems } = await readCorpus(
      folder,
      new Set(["s1", "s2", "\u00e9", "../secret", "broken"]),
    );
    expect([...texts]).toEqual([
      ["\u00e9", "accent"],
      ["s1", TEXT],
    ]);
    expect(problems).toMatchObject([{ code: "bad-encoding", file: "s2.txt" }]);
    expect([...(await readCorpus(folder)).texts.keys()]).toContain("other");
  });
});

describe("slug", () => {
  it.each([
    ["Étude 1", "etude-1"],
    ["__proto__", "proto"],
    ["..", "dataset"],
    ["北京", "dataset"],
    ["a/b", "a-b"],
  ])("%s is %s", (from, to) => {
    expect(slug(from)).toBe(to);
  });
});

describe("openFolderSource", () => {
  let source: DatasetSource | null = null;
  afterEach(async () => {
    await source?.close();
    source = null;
  });
  const open = async (...folders: string[]): Promise<DatasetSource> => {
    source = await openFolderSource(folders, { debounce: 20, poll: 50 });
    return source;
  };
  /** The next event of a kind: writing a package file by file can be met in the midst. */
  const next = <K extends DatasetEvent["kind"]>(from: DatasetSource, kind: K) =>
    new Promise<Extract<DatasetEvent, { kind: K }>>((resolve) => {
      const stop = from.subscribe((event) => {
        if (event.kind !== kind) return;
        stop();
        resolve(event as Extract<DatasetEvent, { kind: K }>);
      });
    });

  it("lists several folders under names of their own, broken ones too", async () => {
    const one = await place("one");
    const two = await place("two");
    const bad = await place(
      "Bad One",
      edit(soundPackage(), "datapackage.json", '"name": "sound"', '"name": 3'),
    );
    const folders = await open(one, two, bad);
    const list = await folders.list();
    expect(list.map(({ id, title, version, report }) => [id, title, version === null, report.ok])).toEqual([
      ["sound", "A sound package", false, true],
      ["sound-2", "A sound package", false, true],
      ["bad-one", "bad-one", true, false],
    ]);
    expect((await folders.load("sound-2")).id).toBe("sound-2");
    expect(await folders.version("sound")).toBe((await folders.load("sound")).version);
    await expect(folders.load("bad-one")).rejects.toMatchObject({ class: "bad-data", code: "bad-dataset" });
    await expect(folders.load("constructor")).rejects.toMatchObject({
      class: "not-found",
      code: "unknown-dataset",
    });
  });

  it("gives a clean change out, and says what happened since", async () => {
    const folder = await place("one");
    const folders = await open(folder);
    const before = await folders.version("sound");
    const heard = next(folders, "changed");
    await writeFolder(folder, setCell(soundPackage(), "statements.csv", "st4", "coder", "you"));
    expect(await heard).toMatchObject({ kind: "changed", id: "sound", report: { ok: true } });
    const dataset = await folders.load("sound");
    expect(dataset.statementById.get("st4")?.coder).toBe("you");
    const changes = await folders.changes("sound", before);
    expect(changes).toMatchObject({ kind: "changes", version: dataset.version, deletes: {} });
    expect(changes.kind === "changes" && changes.upserts.statements?.map(({ id }) => id)).toEqual(["st4"]);
    expect(await folders.changes("sound", "long ago")).toEqual({ kind: "reset", version: dataset.version });
    expect(await folders.changes("sound", dataset.version)).toMatchObject({
      kind: "changes",
      upserts: {},
      deletes: {},
    });
  });

  it("keeps the old dataset while the data are broken, and says so", async () => {
    const folder = await place("one");
    const folders = await open(folder);
    const old = await folders.load("sound");
    const broken = next(folders, "broken");
    await writeFolder(folder, setCell(soundPackage(), "statements.csv", "st3", "actor", "nobody"));
    expect(await broken).toMatchObject({
      kind: "broken",
      report: { ok: false, problems: [{ code: "unknown-id" }] },
    });
    expect(await folders.load("sound")).toBe(old);
    expect((await folders.list())[0]).toMatchObject({ version: old.version, report: { ok: false } });
    const mended = next(folders, "changed");
    await writeFolder(folder, soundPackage());
    expect(await mended).toMatchObject({ kind: "changed", dataset: { version: old.version } });
    expect((await folders.list())[0]?.report.ok).toBe(true);
  });

  it("notices a folder that is replaced as a whole", async () => {
    const folder = await place("one");
    const folders = await open(folder);
    const gone = next(folders, "broken");
    rmSync(folder, { recursive: true });
    expect(await gone).toMatchObject({ kind: "broken" });
    const back = next(folders, "changed");
    await place("one", setCell(soundPackage(), "statements.csv", "st4", "coder", "you"));
    expect((await back).dataset.statementById.get("st4")?.coder).toBe("you");
  });

  it("is silent after it is closed", async () => {
    const folder = await place("one");
    const folders = await open(folder);
    const events: DatasetEvent[] = [];
    folders.subscribe((event) => events.push(event));
    await folders.close();
    await writeFolder(folder, setCell(soundPackage(), "statements.csv", "st4", "coder", "you"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(events).toEqual([]);
  });
});
