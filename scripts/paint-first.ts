/** A Vite plug-in that leaves the start of a page's program to a small script, while the browser fetches all of it. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { minify, type Plugin, transformWithOxc } from "vite";

const PROGRAM = /<script type="module" crossorigin src="([^"]+)"><\/script>/;

/** @param starter file of the script, without imports: it imports the module at the address of the page's `link#program` */
export function paintFirst(starter: string): Plugin {
  let code = "";
  let fileName = "";
  return {
    name: "paint-first",
    apply: "build",
    async buildStart() {
      const { code: plain } = await transformWithOxc(await readFile(starter, "utf8"), starter);
      ({ code } = await minify("first-paint.js", plain, { module: true }));
      fileName = `assets/first-paint-${createHash("sha256").update(code).digest("base64url").slice(0, 8)}.js`;
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source: code });
    },
    transformIndexHtml: {
      order: "post",
      handler(page) {
        if (!PROGRAM.test(page)) throw new Error("the page has no script of its own");
        return page.replace(
          PROGRAM,
          (_, program: string) =>
            `<script type="module" crossorigin src="/${fileName}"></script>\n    <link rel="modulepreload" crossorigin id="program" href="${program}">`,
        );
      },
    },
  };
}
