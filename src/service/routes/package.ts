/** The whole dataset as a package, in one file. */

import { writePieces } from "../../dataset/write.ts";
import { type ZipFile, zipPieces } from "../../formats/zip/write.ts";
import { datasetRoute } from "../route.ts";
import type { ServedDataset } from "../served-dataset.ts";
import { packageEffort } from "../work/effort.ts";

/**
 * The tables and the descriptor; texts are no part of a dataset. In canonical form, because how its files were spelled is not known
 * wherever this may be asked.
 */
function filesOf({ dataset }: ServedDataset): readonly ZipFile[] {
  const { form: _spelling, ...content } = dataset;
  const encoder = new TextEncoder();
  return writePieces(content).map(([name], at) => ({
    name,
    *pieces() {
      // Each writing takes pieces of its own.
      for (const piece of writePieces(content)[at]?.[1] ?? []) yield encoder.encode(piece);
    },
  }));
}

export const packageRoute = datasetRoute({
  id: "getPackage",
  path: "/package",
  summary: "The dataset as a package: its tables and datapackage.json as a ZIP archive",
  description:
    "Without the texts of the documents, which are not given on. `stancegraph serve` opens the unpacked folder.",
  parameters: {},
  responses: { "application/zip": { schema: null } },
  cost: 5,
  answer: ({ dataset }) => ({
    kind: "file",
    key: "package",
    effort: packageEffort(dataset),
    pace: "slow",
    mediaType: "application/zip",
    fileName: `${dataset.dataset.id}.zip`,
    chunks: () => zipPieces(filesOf(dataset)),
  }),
});
