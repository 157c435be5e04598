/** How many of its statements a row of counts lists: all for who reads on, few for who only counts. */

import { z } from "zod";

/** Statements that a row lists at most, and those with which any number of them is counted. */
const MOST_LISTED = 50_000;
const FEW_LISTED = 10;

/** The parameter `evidence`; `row` is what each row is. */
export const evidenceParameter = (row: string) =>
  z
    .int()
    .min(1)
    .max(MOST_LISTED)
    .default(MOST_LISTED)
    .describe(
      `How many of its statements each ${row} lists at most; with ${FEW_LISTED} or fewer any number is counted.`,
    );

/** Whether so few are listed that an analysis only counts. */
export const listsFew = ({ evidence }: Readonly<Record<string, unknown>>): boolean =>
  typeof evidence === "number" && evidence <= FEW_LISTED;
