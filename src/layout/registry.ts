/** The layouts there are; the first is the default. */

import { circularLayout } from "./circular.ts";
import { forceLayout } from "./force.ts";
import type { Layout } from "./layout.ts";

export const LAYOUTS: readonly Layout[] = [forceLayout, circularLayout];
