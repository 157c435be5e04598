/** `stancegraph info`: what a dataset is and holds. */

import type { DatasetDescription } from "../../model/api.ts";
import { DEFAULT_VIEW } from "../../model/view.ts";
import { datasetDescription } from "../../view/records/dataset-description.ts";
import { type Command, isSet, textAt } from "../command.ts";
import { DATASET_ARGUMENT, DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { EXIT } from "../faults.ts";
import { loadDataset } from "../load-dataset.ts";
import { table } from "../table.ts";

export const infoCommand: Command = {
  description: "Says what a dataset is: title, version, licence, method, sources, and what it holds.",
  arguments: [DATASET_ARGUMENT],
  options: [{ flags: "--json", description: "give JSON, as /api/dataset does" }, ...DNA_FLAGS],
  examples: ["", "my-dataset --json"],
  async run(invocation) {
    const { io } = invocation;
    const served = await loadDataset(io, textAt(invocation, 0), mappingOf(invocation));
    const description = datasetDescription(served.lookups, {
      passages: { served: false, reason: "Texts are shown by stancegraph serve with --corpus." },
      pendingProblems: [],
    });
    const shown = served.shown(DEFAULT_VIEW).statements.length;
    await io.out(
      isSet(invocation, "json")
        ? `${JSON.stringify(description, null, 2)}\n`
        : inWords(description, shown, io.columns),
    );
    return EXIT.ok;
  },
};

function inWords(about: DatasetDescription, shown: number, columns: number | null): string {
  const facts: readonly (readonly [string, string])[] = [
    ["id", about.id],
    ["release", about.release],
    ["version", about.version],
    ["licence", about.licences.map(({ name, title }) => title || name).join(", ")],
    ["contributors", about.contributors.map(({ title }) => title).join(", ")],
    ["dates", about.dates.first === null ? "" : `${about.dates.first} to ${about.dates.last}`],
    ...Object.entries(about.counts).map(([name, count]) => [name, String(count)] as const),
    ["shown", `${shown} statements in the stakeholder view`],
  ];
  const rows = facts.filter(([, value]) => value !== "");
  const sources = about.sources.map(({ id, date, statements, name }) => [
    id,
    date ?? "",
    String(statements),
    name,
  ]);
  return [
    `${about.title}\n`,
    about.description === "" ? "" : `${about.description}\n`,
    "\n",
    ...rows.map(([name, value]) => `${name.padEnd(14)}${value}\n`),
    "\n",
    table(["source", "date", "statements", "name"], sources, columns),
  ].join("");
}
