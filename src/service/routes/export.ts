/** The file of a view. */

import { FORMATS, formatById } from "../../formats/registry.ts";
import { formatView, viewOf } from "../../view/grammar.ts";
import { HttpFault } from "../errors.ts";
import { EXPORT_PARAMETERS, exportChoice, exportName, exportView } from "../export-view.ts";
import { datasetRoute } from "../route.ts";
import { exportEffort } from "../work/effort.ts";

const ids = FORMATS.map(({ id }) => id);

export const exportRoute = datasetRoute({
  id: "exportGraph",
  path: "/export/:format",
  summary: "The view as a file",
  pathParameters: { format: `One of ${ids.join(", ")}.` },
  parameters: EXPORT_PARAMETERS,
  responses: Object.fromEntries(FORMATS.map(({ mediaType }) => [mediaType, { schema: null }])),
  errors: ["unknown-format", "unknown-node"],
  cost: 5,
  answer({ parameters: { what, gexfVersion, ...rest }, path, dataset, services }) {
    const format = formatById(path["format"] ?? "");
    if (!format)
      throw new HttpFault(
        "unknown-format",
        `There is no export format ${JSON.stringify((path["format"] ?? "").slice(0, 80))}`,
        `Formats are: ${ids.join(", ")}.`,
        { parameter: "format", details: { suggestions: ids } },
      );
    const choice = exportChoice(format, { what, gexfVersion });
    const view = dataset.resolve(viewOf(rest));
    const day = new Date(services.now()).toISOString().slice(0, 10);
    return {
      kind: "file",
      key: JSON.stringify([format.id, choice, day, formatView(view)]),
      effort: exportEffort(dataset),
      pace: "slow",
      mediaType: format.mediaType,
      fileName: exportName(dataset, format, choice),
      // A response has no place for notices once it has begun; replaced characters and names left out stand in the file itself.
      chunks: () => exportView(dataset, view, format, { ...choice, day, onNotice: () => {} }),
    };
  },
});
