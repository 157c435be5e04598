import { describe, expect, it } from "vitest";
import {
  AGGREGATIONS,
  DUPLICATES,
  KERNELS,
  NETWORK_TYPES,
  NORMALIZATIONS,
  WINDOWS,
} from "../../../../src/analysis/networks/settings.ts";
import { explain } from "../../../../src/browser/panels/networks/explain.ts";
import { type NetworkSettings, startingSettings } from "../../../../src/browser/panels/networks/settings.ts";

const START = startingSettings([], "polarity");

describe("explanations", () => {
  it.each([
    ["type", NETWORK_TYPES],
    ["aggregation", AGGREGATIONS],
    ["normalization", NORMALIZATIONS],
    ["duplicates", DUPLICATES],
    ["window", WINDOWS],
    ["kernel", KERNELS],
  ] as const)("say of each %s what it does, in a sentence", (setting, values) => {
    for (const type of NETWORK_TYPES)
      for (const value of values)
        expect(explain({ ...START, type, [setting]: value } as NetworkSettings, setting), value).toMatch(
          /^[A-Z].*\.$/,
        );
  });
  it("are there for every setting that the server knows", () => {
    for (const setting of Object.keys(START) as (keyof NetworkSettings)[])
      if (setting !== "least" && setting !== "side")
        expect(explain(START, setting), setting).toMatch(/\.$|\)\.$/);
  });
});
