/**
 * Property tests draw the same cases each time, so that a result can be repeated; `FAST_CHECK_SEED=<number>` draws others, and
 * `FAST_CHECK_SEED=random` new ones at every run.
 */
import fc from "fast-check";

const asked = process.env["FAST_CHECK_SEED"] ?? "20251126";
if (asked !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
