/**
 * Builds the program of self-contained files into dist/explorer/offline.txt: the page with its styles, its engine and the licences of
 * what it is made of in one HTML text, without data. It is no page of the server, hence its ending.
 */
import { createHash } from "node:crypto";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { rememberPackages, thirdPartyNotices } from "./scripts/third-party.ts";

const root = path.resolve(import.meta.dirname, "src/browser/offline");
const ofWorkers = new Set<string>();

/** Such a file opens nothing but its own dataset. */
const withoutOpening: Plugin = {
  name: "without-opening",
  enforce: "pre",
  resolveId: (source) => (source.endsWith("/open-panel.tsx") ? path.join(root, "no-open-panel.tsx") : null),
};

/** A text that ends no element of the kind it stands in. */
const inside = (element: string, text: string): string =>
  text.replace(new RegExp(`</(?=${element})`, "gi"), "<\\/").replaceAll("<!--", "<\\!--");

const text = (source: string | Uint8Array): string =>
  typeof source === "string" ? source : new TextDecoder().decode(source);

/** Puts script, styles and notices into the page, allows that script alone, and leaves nothing beside it. */
const inOneFile: Plugin = {
  name: "in-one-file",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      let [page, script, styles, notices] = ["", "", "", ""];
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === "chunk") script += part.code;
        else if (name.endsWith(".html")) page = text(part.source);
        else if (name.endsWith(".css")) styles += text(part.source);
        else if (name.endsWith(".txt")) notices = text(part.source);
        else this.error(`${name} would stand beside the page`);
        delete bundle[name];
      }
      const code = inside("script", script);
      const hash = createHash("sha256").update(code).digest("base64");
      const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'`;
      const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
      const whole = page
        .replace(
          /<script\b[^>]*\bsrc=[^>]*><\/script>|<link\b[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g,
          "",
        )
        .replace("<!--policy-->", () => head)
        .replace("</head>", () => `<style>${inside("style", styles)}</style>\n</head>`)
        .replace(
          "</body>",
          () =>
            `<script type="text/plain" id="stancegraph-notices">\n${inside("script", notices)}</script>\n<script type="module">${code}</script>\n</body>`,
        );
      this.emitFile({ type: "asset", fileName: "offline.txt", source: whole });
      const weight = JSON.stringify({ bytes: Buffer.byteLength(whole) });
      this.emitFile({ type: "asset", fileName: "offline.json", source: weight });
    },
  },
};

export default defineConfig({
  root,
  publicDir: false,
  base: "./",
  plugins: [withoutOpening, react(), thirdPartyNotices(ofWorkers), inOneFile],
  // No module: from a file on disk browsers start only classic workers.
  worker: { format: "iife", plugins: () => [rememberPackages(ofWorkers)] },
  build: {
    outDir: path.resolve(import.meta.dirname, "dist/explorer"),
    // Beside the explorer, which is built first.
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
