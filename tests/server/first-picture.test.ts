/** The picture within the page: where it stands, and where the page comes without. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { startServer, type TestServer } from "./support.ts";

describe("the first picture", () => {
  let rivers: Rivers;
  let folder: string;
  let server: TestServer;
  beforeAll(async () => {
    rivers = await riversFolder();
    folder = await mkdtemp(path.join(os.tmpdir(), "explorer-"));
    await writeFile(path.join(folder, "index.html"), '<!doctype html><body><div id="root"></div></body>');
    server = await startServer([rivers.folder], { explorer: folder });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
    await rivers.remove();
  });

  it("stands before the place of the program, with the names of the nodes", async () => {
    const { text } = await server.get("/");
    expect(text).toMatch(
      /<div id="first-picture" aria-hidden="true"><style>.*<svg .*<\/svg>\n<\/div><div id="root">/s,
    );
    const graph = (await server.get("/api/graph")).json();
    const drawn = [...text.matchAll(/fill-rule="evenodd"/g)].length;
    expect(drawn).toBe(graph.nodes.length);
    for (const { attributes } of graph.nodes.slice(0, 3)) expect(text).toContain(attributes.label);
  });
  it("is drawn once the view has been asked for", async () => {
    expect((await server.get("/?rollup=top&layout=circular")).text).not.toContain("first-picture");
    await server.get("/api/graph?rollup=top&layout=circular");
    expect((await server.get("/?rollup=top&layout=circular")).text).toContain("first-picture");
  });
  it("follows the reader's system, or the theme that the address names", async () => {
    const [free, dark, light] = await Promise.all(
      ["/", "/?theme=dark", "/?theme=light"].map(async (address) => (await server.get(address)).text),
    );
    expect(free).toContain("@media (prefers-color-scheme: dark)");
    expect(dark).toContain('#first-picture [fill="#ffffff"] { fill: #14181f }');
    expect(dark).not.toContain("@media");
    expect(light).toContain("first-picture");
    expect(light).not.toContain("<style>");
  });
  it.each([
    ["another tab", "/?tab=table"],
    ["a selection", "/?select=actor:ada"],
    ["an embedded page", "/?embed=1"],
    ["a parameter that is none", "/?colour=red"],
    ["a broken parameter", "/?rollup=sideways"],
    ["an unknown name", "/?actor=nobody-of-this-name"],
    ["another dataset", "/d/other"],
  ])("is not there for %s", async (_, address) => {
    const { text } = await server.get(address);
    expect(text).toContain('<div id="root">');
    expect(text).not.toContain("first-picture");
  });
  it("leaves the page with a tag of its own, and a page that is none without", async () => {
    const { headers } = await server.get("/");
    const again = await server.get("/", { headers: { "If-None-Match": String(headers["etag"]) } });
    expect(again.status).toBe(304);
    expect((await server.get("/d/other")).headers["etag"]).toBeUndefined();
  });
});
