/** The small picture in every format, byte for byte. `UPDATE_GOLDEN=1` writes the files anew: look at the difference before committing. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { ExportContext } from "../../src/formats/format.ts";
import { formatById } from "../../src/formats/registry.ts";
import { ROOT } from "../support/require.ts";
import { contextFor, smallPicture, textOf } from "./fixture.ts";

const FOLDER = path.join(ROOT, "tests", "golden", "formats");

const files: [file: string, format: string, fields: Partial<ExportContext>][] = [
  ["small.gexf", "gexf", {}],
  ["small-1.2.gexf", "gexf", { gexfVersion: "1.2" }],
  ["small.graphml", "graphml", {}],
  ["small.json", "json", {}],
  ["small-edges.csv", "csv", {}],
  ["small-statements.csv", "csv", { what: "statements" }],
  ["small-nodes.csv", "csv", { what: "nodes" }],
  ["small.svg", "svg", {}],
  ["small-dark.svg", "svg", { theme: "dark" }],
];

it.each(files)("%s", (file, id, fields) => {
  const format = formatById(id);
  const text = textOf(format?.write(smallPicture(), contextFor(fields).context) ?? []);
  const golden = path.join(FOLDER, file);
  if (process.env["UPDATE_GOLDEN"]) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(golden, text);
  }
  expect(text).toBe(readFileSync(golden, "utf8"));
});
