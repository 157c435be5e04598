/**
 * What answers may cost, in milliseconds, roughly and rather too much: from the size of the dataset alone, because finding out
 * more would cost what it is to save.
 */

import type { ServedDataset } from "../served-dataset.ts";

const statementsOf = ({ index }: ServedDataset): number => index.statementCount;

/** A layout: 130 nodes take 100 ms, and few statements have few nodes. */
export const pictureEffort = (dataset: ServedDataset): number => statementsOf(dataset) / 4;

/** A file: the layout, and the writing. */
export const exportEffort = (dataset: ServedDataset): number => statementsOf(dataset) / 3;

/** All tables: each statement is written twice, once for its sum. */
export const packageEffort = (dataset: ServedDataset): number => statementsOf(dataset) / 20;

/** A list or a record: choosing the statements. Searching looks at the texts of each. */
export const recordEffort = (dataset: ServedDataset, searches = false): number =>
  statementsOf(dataset) / (searches ? 50 : 5000);

/** A network; with windows or a kernel, one for each of many frames. */
export const networkEffort = (dataset: ServedDataset, frames: boolean): number =>
  frames ? Number.POSITIVE_INFINITY : statementsOf(dataset) / 20;

/** An analysis may do anything; of a handful of statements none takes long. */
export const analysisEffort = (dataset: ServedDataset): number => statementsOf(dataset);
