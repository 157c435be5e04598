/** The picture that a page shows until it has drawn its own map: SVG within the page's HTML. */

import { mapPieces } from "../formats/svg/format.ts";
import { Fault } from "../model/problem.ts";
import { DEFAULT_VIEW, type View } from "../model/view.ts";
import type { Catalogue } from "../service/catalogue.ts";
import { HttpFault } from "../service/errors.ts";
import { queryPairs } from "../service/query.ts";
import type { ServedDataset } from "../service/served-dataset.ts";
import { PALETTES, type Palette } from "../view/appearance.ts";
import { formatView, parseView, VIEW_PARAMETERS } from "../view/grammar.ts";

/** Pixels; what the map has on a common screen, so that names come in their size. */
const SIZE = { width: 940, height: 540 } as const;
/** Nodes and lines above which the page is better off without. */
const MOST_PARTS = 2000;

/**
 * HTML of the picture, or nothing where the page will show something else than the map of a view (a tab, a selection, a story …), where
 * the address has faults, and where the picture would have to be laid out first.
 * @param url path and query of the page
 */
export function firstPicture(catalogue: Catalogue, id: string | undefined, url: string): string {
  const pairs = queryPairs(url);
  if (!catalogue.ready || pairs.some(([name]) => !Object.hasOwn(VIEW_PARAMETERS, name))) return "";
  try {
    const dataset = catalogue.get(id);
    const view = dataset.resolve(parseView(pairs));
    const picture = drawn(dataset, { ...view, theme: DEFAULT_VIEW.theme });
    if (picture === "") return "";
    // A theme that a reader chose before is known to the page alone, which meets it.
    const asked = pairs.some(([name]) => name === "theme");
    const style = !asked
      ? `<style>@media (prefers-color-scheme: dark) { ${DARK} }</style>`
      : view.theme === "dark"
        ? `<style>${DARK}</style>`
        : "";
    return `<div id="first-picture" aria-hidden="true">${style}${picture}</div>`;
  } catch (error) {
    // What is wrong with the address, the page says.
    if (error instanceof Fault || error instanceof HttpFault) return "";
    throw error;
  }
}

function drawn(dataset: ServedDataset, view: View): string {
  const kept = dataset.keptBytes(`first-picture ${formatView(view)}`);
  const known = kept.get("identity");
  if (known) return new TextDecoder().decode(known.bytes);
  const graph = dataset.keptPicture(view, "screen");
  if (!graph || graph.order + graph.size > MOST_PARTS) return "";
  const svg = [...mapPieces(graph, { theme: view.theme, ...SIZE })].join("");
  kept.set({ coding: "identity", bytes: new TextEncoder().encode(svg) });
  return svg;
}

const coloursOf = ({ polarity, tentative, ...others }: Palette): readonly string[] => [
  ...Object.values(others),
  ...Object.values(polarity),
  ...Object.values(tentative),
];

/** Turns what was drawn in the colours of the light theme into those of the dark one. */
const DARK = ((): string => {
  const dark = coloursOf(PALETTES.dark);
  return coloursOf(PALETTES.light)
    .flatMap((light, at) =>
      ["fill", "stroke"].map((what) => `#first-picture [${what}="${light}"] { ${what}: ${dark[at]} }`),
    )
    .join(" ");
})();
