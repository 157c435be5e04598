/** Builds the command line with the server, and the server's worker threads, from src/cli into dist/cli; dependencies stay in node_modules. */
import path from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
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
