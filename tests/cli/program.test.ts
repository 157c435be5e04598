/** The program as it is run: streams, pipes, signals and exit codes of a real process. */
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/require.ts";

const PROGRAM = ["--import", "tsx", path.join(ROOT, "src/cli/main.ts")];

const start = (...argv: string[]) => spawn(process.execPath, [...PROGRAM, ...argv], { cwd: ROOT });

const collect = (stream: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
    });
    stream.on("end", () => resolve(text));
  });

describe("the program", () => {
  it("answers on standard output and ends with 0", async () => {
    const child = start("--version");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    expect(await collect(child.stdout)).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await ended).toBe(0);
  });
  it("ends with 2 for wrong usage, with nothing on standard output", async () => {
    const child = start("nothing");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const [out, err] = await Promise.all([collect(child.stdout), collect(child.stderr)]);
    expect([await ended, out]).toEqual([2, ""]);
    expect(err).toContain("unknown command");
  });
  it("is quiet when the reader goes away", async () => {
    const child = start("statements", "--json");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const err = collect(child.stderr);
    child.stdout.once("data", () => child.stdout.destroy());
    expect([await ended, await err]).toEqual([0, ""]);
  });
  it.skipIf(!existsSync("/dev/full"))("says in one line that its output cannot be written", async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [...PROGRAM, "statements", "--json"], {
      cwd: ROOT,
      stdio: ["ignore", full, "pipe"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const err = await collect(child.stderr as NodeJS.ReadableStream);
    closeSync(full);
    expect(err).toBe(
      "Standard output cannot be written: no space left (ENOSPC); make room, or choose another disk.\n",
    );
    expect(await ended).toBe(1);
  });
  it.skipIf(process.platform === "win32")("serves until SIGTERM and ends with 0", async () => {
    const child = start("serve", "--port", "0", "--log-level", "silent");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const url = await new Promise<string>((resolve) => {
      child.stdout.once("data", (chunk) => resolve(String(chunk)));
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect((await fetch(new URL("healthz", url))).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
