/** The settings of the ForceAtlas2 kernel, in the words of Gephi, and their bounds. */

import { Fault } from "../../model/problem.ts";

export interface ForceSettings {
  /** Strength of the repulsion; greater = a sparser picture. */
  readonly scaling: number;
  /** Strength of the pull towards the origin. */
  readonly gravity: number;
  /** The pull grows with the distance instead of being the same everywhere. */
  readonly strongGravity: boolean;
  /** Attraction by the logarithm of the distance, which makes groups tighter (Noack 2007). */
  readonly linLog: boolean;
  /** Distances are measured between the rims of the discs, and overlapping discs push apart. */
  readonly adjustSizes: boolean;
  /** Exponent over the weights of the edges: 0 = all alike, 1 = as they are. */
  readonly edgeWeightInfluence: number;
  /** Barnes-Hut: a cell is taken as one body when it is narrower than theta times its distance; 0 = exact sum. At most 0.7. */
  readonly theta: number;
  /** How much swinging is tolerated for speed. */
  readonly jitterTolerance: number;
  /** Whole number; turns the directions in which coincident nodes are moved apart. */
  readonly seed: number;
}

const DEFAULT_FORCE_SETTINGS: ForceSettings = {
  scaling: 2,
  gravity: 1,
  strongGravity: false,
  linLog: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  theta: 0.5,
  jitterTolerance: 1,
  seed: 1,
};

/** From about 0.707 on, a cell could be taken as one body by a node inside it, which would then push itself. */
const GREATEST_THETA = 0.7;

/** Fills in the defaults; throws a `Fault` for a number that is out of bounds. */
export function completeSettings(given: Partial<ForceSettings>): ForceSettings {
  const settings = { ...DEFAULT_FORCE_SETTINGS, ...given };
  const within = (name: keyof ForceSettings, low: number, high: number): void => {
    const value = settings[name] as number;
    if (value >= low && value <= high) return;
    throw new Fault({
      class: "bad-parameter",
      code: "layout-setting",
      message: `the layout setting ${name} is ${value}, but must lie between ${low} and ${high}`,
      parameter: name,
      remedy: `give a number from ${low} to ${high}`,
    });
  };
  within("scaling", 1e-6, 1e6);
  within("gravity", 0, 1e6);
  within("edgeWeightInfluence", 0, 10);
  within("theta", 0, GREATEST_THETA);
  within("jitterTolerance", 1e-6, 1e3);
  within("seed", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return settings;
}
