/** Builds the command line and the server from src/cli into dist/cli; dependencies stay in node_modules. */
import path from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    ssr: path.resolve(import.meta.dirname, "src/cli/main.ts"),
    outDir: path.resolve(import.meta.dirname, "dist/cli"),
    emptyOutDir: true,
    target: "node20",
  },
});
