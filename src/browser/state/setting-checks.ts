/** Every setting of the address read by its owner's parser, so that what cannot be followed is said and the rest counts. Pure. */

import { formatLook, parseLook } from "../look/look.ts";
import { formatSight, parseSight } from "../map/camera.ts";
import { formatChoice, parseChoice } from "../panels/analysis/fields.ts";
import { formatCompare, parseCompare } from "../panels/compare/choice.ts";
import { formatMatrixSettings, parseMatrixSettings } from "../panels/matrix/settings.ts";
import { networkPairs } from "../panels/networks/settings.ts";
import { formatKept, parseKept } from "../panels/path/kept.ts";
import { formatStory, parseStory } from "../panels/story/story.ts";
import { formatTableSettings, parseTableSettings } from "../panels/table/settings.ts";
import { formatTime, parseTime } from "../panels/time/play.ts";
import { NO_PATH } from "./chosen-path.ts";
import { formatHidden, parseHidden } from "./hidden.ts";
import { formatInner } from "./inner-pairs.ts";
import { nodeKeys, type Report } from "./inner-rules.ts";
import { formatPins, parsePins } from "./pins.ts";
import type { SettingName } from "./settings.ts";

/** One line for each: the sound part of its text. */
const SOUND: Readonly<Record<SettingName, (text: string, report: Report) => string>> = {
  analysis: (text, report) => {
    const { id, values } = parseChoice(text, report);
    if (id === null) report(text, "Name the analysis: name=ANALYSIS.");
    return id === null ? "" : formatChoice(id, Object.entries(values));
  },
  camera: (text, report) => {
    const sight = parseSight(text, report);
    return sight ? formatSight(sight) : "";
  },
  compare: (text, report) => {
    const choice = parseCompare(text, report);
    return choice ? formatCompare(choice) : "";
  },
  hidden: (text, report) => formatHidden(parseHidden(text, report)),
  kept: (text, report) => {
    const kept = parseKept(text, report);
    return kept ? formatKept(kept) : "";
  },
  look: (text, report) => formatLook(parseLook(text, report)),
  matrix: (text, report) => formatMatrixSettings(parseMatrixSettings(text, report)),
  network: (text, report) => formatInner(networkPairs(text, report)),
  path: (text, report) => {
    if (text === NO_PATH) return text;
    // A way with a part left out is another way.
    return nodeKeys(text, report).length === text.split(";").length ? text : "";
  },
  pins: (text, report) => formatPins(parsePins(text, report)),
  relax: (text, report) => {
    if (text === "1") return text;
    if (text !== "0") report(text, "Give relax as 1 or 0.");
    return "";
  },
  story: (text, report) => formatStory(parseStory(text, report)),
  time: (text, report) => formatTime(parseTime(text, report)),
  table: (text, report) => formatTableSettings(parseTableSettings(text, report)),
};

/** The part of a setting's text that can be followed; the rest is reported. */
export const soundSetting = (name: SettingName, text: string, report: Report): string =>
  text === "" ? "" : SOUND[name](text, report);
