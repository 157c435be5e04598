import { describe, expect, it } from "vitest";
import { firstBranches, issueTree, searchTree } from "../../../src/browser/filters/tree.ts";
import type { IssueRecord } from "../../../src/model/api.ts";

const issue = (id: string, parent: string | null = null): IssueRecord =>
  ({
    id,
    label: `Issue ${id}`,
    shortLabel: id,
    parent: parent === null ? null : { id: parent, label: parent },
    statements: 1,
  }) as IssueRecord;
const ids = (branches: ReturnType<typeof issueTree>) => branches.map((branch) => branch.issue.id);

describe("the tree of issues", () => {
  it("counts numbers in names as numbers", () => {
    expect(ids(issueTree(["10", "9", "b", "100", "a"].map((id) => issue(id))))).toEqual([
      "9",
      "10",
      "100",
      "a",
      "b",
    ]);
  });

  it("lists the first of very many, and whatever is chosen", () => {
    const tree = issueTree(Array.from({ length: 6203 }, (_, at) => issue(`${at}`)));
    expect(ids(firstBranches(tree, 100, []))).toEqual(Array.from({ length: 100 }, (_, at) => `${at}`));
    expect(ids(firstBranches(tree, 100, ["6000", "3"])).slice(99)).toEqual(["99", "6000"]);
    expect(firstBranches(tree, 6203, [])).toBe(tree);
    expect(ids(searchTree(tree, "Issue 6201"))).toEqual(["6201"]);
  });
});
