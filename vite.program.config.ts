/**
 * Builds the command line with the server, and the server's worker threads, from src/cli into dist/cli. Dependencies stay in
 * node_modules, but for zod, of which every command uses a part and none the most.
 */
import path from "node:path";
import { defineConfig } from "vite";
import { thirdPartyNotices } from "./scripts/third-party.ts";

export default defineConfig({
  publicDir: false,
  plugins: [thirdPartyNotices()],
  ssr: { noExternal: ["zod"] },
  build: {
    ssr: true,
    // The notices.
    emitAssets: true,
    rollupOptions: {
      input: {
        main: path.resolve(import.meta.dirname, "src/cli/main.ts"),
        worker: path.resolve(import.meta.dirname, "src/server/work/worker-node.ts"),
      },
    },
    outDir: path.resolve(import.meta.dirname, "dist/cli"),
    emptyOutDir: true,
    target: "node20",
  },
});
