/** Builds the explorer from src/browser into dist/explorer. */
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { paintFirst } from "./scripts/paint-first.ts";
import { rememberPackages, thirdPartyNotices } from "./scripts/third-party.ts";

/** Packages in the bundles of workers. */
const ofWorkers = new Set<string>();

export default defineConfig({
  root: path.resolve(import.meta.dirname, "src/browser"),
  publicDir: path.resolve(import.meta.dirname, "public"),
  base: "/",
  plugins: [
    react(),
    thirdPartyNotices(ofWorkers),
    paintFirst(path.resolve(import.meta.dirname, "src/browser/first-paint.ts")),
  ],
  worker: { format: "es", plugins: () => [rememberPackages(ofWorkers)] },
  build: {
    outDir: path.resolve(import.meta.dirname, "dist/explorer"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // One request for what every visit needs; panels are split off. The size budget is tested, not warned of.
    chunkSizeWarningLimit: 1000,
  },
});
