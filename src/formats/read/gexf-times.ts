/** When a node or edge of GEXF is there, in the many ways in which the versions say it. */

import type { Spell } from "./record.ts";
import type { XmlTag } from "./xml-tags.ts";

const INTERVAL = /[[\](]\s*([^,;[\]()]*?)\s*,\s*([^,;[\]()]*?)\s*[\])[]/g;
const ENDLESS: ReadonlySet<string> = new Set(["", "-Infinity", "Infinity", "-INF", "INF", "null"]);

const bound = (text: string | undefined): string => {
  const trimmed = text?.trim() ?? "";
  return ENDLESS.has(trimmed) ? "" : trimmed;
};

/** Spells in the attributes of a tag; null when there are none. Those open at both ends mean always and are left out. */
export function spellsOf(tag: XmlTag): Spell[] | null {
  let spells: Spell[] | null = null;
  let start = "";
  let end = "";
  for (let at = 0; at < tag.count; at++) {
    switch (tag.name(at)) {
      case "start":
      case "startopen":
        start = bound(tag.value(at));
        break;
      case "end":
      case "endopen":
        end = bound(tag.value(at));
        break;
      case "timestamp":
        start = end = bound(tag.value(at));
        break;
      case "timestamps":
        spells = joined(spells, moments(tag.value(at)));
        break;
      case "intervals":
        spells = joined(spells, intervals(tag.value(at)));
        break;
      default:
    }
  }
  return start === "" && end === "" ? spells : joined(spells, [[start, end]]);
}

const joined = (spells: Spell[] | null, more: Spell[]): Spell[] => (spells ? [...spells, ...more] : more);

/** `<[1, 2, 3]>`, `[1;2]` or `1,2`: moments one by one. */
const moments = (text: string): Spell[] =>
  text
    .replace(/[<>[\]]/g, "")
    .split(/[,;]/)
    .map(bound)
    .filter((moment) => moment !== "")
    .map((moment): Spell => [moment, moment]);

/** `<[2000, 2003]; [2005, 2006]>`; what is no interval becomes one with the whole text, for the reader to refuse. */
function intervals(text: string): Spell[] {
  const found = [...text.matchAll(INTERVAL)].map(([, start, end]): Spell => [bound(start), bound(end)]);
  if (found.length === 0 && text.replace(/[<>\s]/g, "") !== "") return [[text, text]];
  return found.filter(([start, end]) => start !== "" || end !== "");
}
