import { expect, it } from "vitest";
import { diffDatasets } from "../../src/dataset/changes.ts";
import { readPackage } from "../../src/dataset/read.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { append, bytes, edit, type Files, setCell, soundPackage, text } from "./package-fixture.ts";

const read = (files: Files): Dataset => {
  const { dataset, report } = readPackage(files, { id: "x" });
  if (!dataset) throw new Error(JSON.stringify(report.problems));
  return dataset;
};
const sound = read(soundPackage());
const withoutLine = (files: Files, file: string, start: string): Files =>
  files.set(
    file,
    bytes(
      text(files.get(file))
        .split("\n")
        .filter((line) => !line.startsWith(start))
        .join("\n"),
    ),
  );

it("finds nothing where nothing changed", () => {
  expect(diffDatasets(sound, read(soundPackage()))).toEqual({
    kind: "changes",
    version: sound.version,
    upserts: {},
    deletes: {},
  });
});

it("finds new, changed and deleted records, further attributes and metadata", () => {
  const files = append(soundPackage(), "actors.csv", "sudan,Sudan,,,,,,,");
  setCell(withoutLine(files, "statements.csv", "st4"), "statements.csv", "st1", "mood", "angry");
  const changes = diffDatasets(sound, read(edit(files, "datapackage.json", "A sound", "Another")));
  expect(changes).toMatchObject({
    upserts: { actors: [{ id: "sudan" }], statements: [{ id: "st1" }] },
    deletes: { statements: ["st4"] },
    metadata: { title: "Another package" },
  });
});

it("resets when records changed places or one came between", () => {
  const reordered = soundPackage();
  const [header, ...lines] = text(reordered.get("kinds.csv")).trimEnd().split("\n");
  reordered.set("kinds.csv", bytes(`${[header, ...lines.toReversed()].join("\n")}\n`));
  expect(diffDatasets(sound, read(reordered))).toMatchObject({ kind: "reset" });
  const between = edit(soundPackage(), "kinds.csv", "person,", "body,Body,,,,\nperson,");
  expect(diffDatasets(sound, read(between))).toMatchObject({ kind: "reset" });
});
