/** What panels keep in the address, each as one text of its own: usually pairs in the form of inner-pairs.ts. */

/** One line for each: its name in the address, and whose it is. */
const OWNERS = {
  analysis: "the Analysis tab: analysis chosen and its parameters",
  camera: "the map: where its camera stands",
  compare: "the Compare tab: what is compared",
  hidden: "the map: nodes that are not drawn, by key with `;` between",
  kept: "the Path panel: the question whose answer the present one is compared with",
  look: "the map: what colour, size and label of nodes stand for, and groups",
  matrix: "the Matrix tab: what rows and columns are and their order",
  network: "the Networks tab: settings of the network",
  path: "the Path panel: the path marked on the map, by its nodes, or `none`; empty = the first of the answer",
  pins: "the map: nodes put where they are by hand",
  relax: "the map: `1` when the other nodes give way to those put by hand",
  story: "the Story panel: saved views with their notes",
  time: "the Time strip: how it is played and drawn",
  table: "the Table tab: columns and order",
} as const;

export type SettingName = keyof typeof OWNERS;
export const SETTING_NAMES = Object.keys(OWNERS) as readonly SettingName[];

/** Text of each; empty = the panel's own choice. */
export type Settings = Readonly<Record<SettingName, string>>;
export const NO_SETTINGS = Object.fromEntries(SETTING_NAMES.map((name) => [name, ""])) as Settings;

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(OWNERS, name);
