/** Every command: one line for each group of them. */

import { APPEARANCE_COMMANDS } from "./appearance.ts";
import type { Command } from "./command.ts";
import { COMPARE_COMMANDS } from "./compare.ts";
import { EVIDENCE_COMMANDS } from "./evidence.ts";
import { FILE_COMMANDS } from "./files.ts";
import { GO_COMMANDS } from "./go.ts";
import { HELP_COMMANDS } from "./help.ts";
import { MAP_COMMANDS } from "./map.ts";
import { MAP_MODE_COMMANDS } from "./map-modes.ts";
import { POSITION_COMMANDS } from "./positions.ts";
import { SHARE_COMMANDS } from "./share.ts";
import { TIME_COMMANDS } from "./time.ts";
import { VIEW_COMMANDS } from "./view.ts";

export const COMMANDS: readonly Command[] = [
  ...GO_COMMANDS,
  ...EVIDENCE_COMMANDS,
  ...MAP_COMMANDS,
  ...MAP_MODE_COMMANDS,
  ...APPEARANCE_COMMANDS,
  ...VIEW_COMMANDS,
  ...POSITION_COMMANDS,
  ...TIME_COMMANDS,
  ...COMPARE_COMMANDS,
  ...SHARE_COMMANDS,
  ...FILE_COMMANDS,
  ...HELP_COMMANDS,
];

/** The command of a key that the page (not the map) answers to, or undefined. */
export const commandOfKey = (key: string): Command | undefined =>
  COMMANDS.find(({ keys, scope, run }) => run !== undefined && scope !== "map" && keys?.includes(key));
