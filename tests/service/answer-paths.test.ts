/** Path questions inside the surroundings that a view shows. */
import { describe, expect, it } from "vitest";
import type { NodeKey } from "../../src/model/id.ts";
import { DEFAULT_PATH } from "../../src/model/path.ts";
import { DEFAULT_VIEW } from "../../src/model/view.ts";
import { answerPaths } from "../../src/service/answer-paths.ts";
import { ServedDataset } from "../../src/service/served-dataset.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

const served = new ServedDataset(
  tinyDataset({
    actors: ["a", "b", "c"],
    issues: ["i", "j"],
    statements: [
      { actor: "a", issue: "i", polarity: "support" },
      { actor: "b", issue: "i", polarity: "support" },
      { actor: "a", issue: "j", polarity: "oppose" },
      { actor: "c", issue: "j", polarity: "oppose" },
    ],
  }),
);

describe("a hint inside the surroundings of a node", () => {
  it("knows that they grow where more statements count", () => {
    const view = {
      ...DEFAULT_VIEW,
      ego: ["actor:a" as NodeKey],
      depth: 2,
      filter: { ...DEFAULT_VIEW.filter, polarity: ["oppose"] as const },
    };
    const query = { ...DEFAULT_PATH, from: "actor:a" as NodeKey, to: "actor:b" as NodeKey };
    const { paths, hint } = answerPaths(served, view, query, null);
    expect(paths).toEqual([]);
    expect(hint).toMatchObject({ relax: { parameter: "polarity", value: "any" }, length: 2 });
  });
});
