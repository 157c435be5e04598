/** Settings of the address that name nodes or sources: what the dataset does not have is left out and noticed. Pure. */

import type { DatasetDescription } from "../../model/api.ts";
import type { Directory } from "../api/hooks.ts";
import { formatCompare, parseCompare } from "../panels/compare/choice.ts";
import type { Notice } from "./address.ts";
import { NO_PATH } from "./chosen-path.ts";
import { formatHidden, parseHidden } from "./hidden.ts";
import { formatPins, parsePins } from "./pins.ts";
import type { Settings } from "./settings.ts";

const noSuch = (parameter: string, name: string): Notice => ({
  parameter,
  message: `${parameter} names ${JSON.stringify(name)}, which this dataset does not have; it was left out.`,
  remedy: "Look it up in the search field.",
});

/** The settings without names that this dataset does not have. */
export function resolveSettings(
  settings: Settings,
  directory: Directory,
  dataset: Pick<DatasetDescription, "sources">,
): { readonly settings: Settings; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const keys = new Set<string>([...directory.actors, ...directory.issues].map(({ key }) => key));
  const isKnown = (parameter: string) => (key: string) => {
    if (!keys.has(key)) notices.push(noSuch(parameter, key));
    return keys.has(key);
  };
  const pinned = isKnown("pins");
  const pathNodes = settings.path === "" || settings.path === NO_PATH ? [] : settings.path.split(";");
  return {
    settings: {
      ...settings,
      compare: compared(settings.compare, directory, dataset, (id) => notices.push(noSuch("compare", id))),
      hidden: formatHidden([...parseHidden(settings.hidden)].filter(isKnown("hidden"))),
      path: pathNodes.map(isKnown("path")).includes(false) ? "" : settings.path,
      pins: formatPins(new Map([...parsePins(settings.pins)].filter(([key]) => pinned(key)))),
    },
    notices,
  };
}

function compared(
  text: string,
  directory: Directory,
  dataset: Pick<DatasetDescription, "sources">,
  missing: (id: string) => void,
): string {
  const choice = parseCompare(text);
  if (!choice || choice.by === "periods") return text;
  const records: readonly { readonly id: string }[] =
    choice.by === "sources" ? dataset.sources : directory[choice.by];
  const side = (id: string): string => {
    if (id === "" || records.some((record) => record.id === id)) return id;
    missing(id);
    return "";
  };
  return formatCompare({ ...choice, a: side(choice.a), b: side(choice.b) });
}
