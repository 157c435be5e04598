/** Citations and error reports: what they must name, and that nothing is said that is not known. */

import { describe, expect, it } from "vitest";
import {
  datasetCitation,
  errorReport,
  sourceReference,
  statementCitation,
} from "../../../src/browser/panels/statements/citation.ts";
import type { DatasetDescription } from "../../../src/model/api.ts";
import { source, statement } from "./records.ts";

const dataset = { title: "Positions", release: "1.0.0", version: "abcdef0123456789" };

describe("citation", () => {
  it("names summary, source, place, statement and dataset", () => {
    const cited = statementCitation(
      statement({ paragraph: 3, start: 10, end: 20 }),
      source({ author: "N. N.", date: "2025-11", dateBasis: "inferred", url: "https://example.org/a" }),
      dataset,
    );
    expect(cited).toBe(
      "A is for it. As reported in: N. N., “First document”, November 2025 (inferred), https://example.org/a. " +
        "Passage: paragraph 3, characters 10 to 20. Statement s1 of the dataset “Positions”, version 1.0.0.",
    );
  });

  it("falls back on the hash of a dataset without a release, and on the claim of a statement without summary", () => {
    const cited = statementCitation(statement({ summary: "" }), undefined, { ...dataset, release: "" });
    expect(cited).toContain("version abcdef012345.");
    expect(cited).toContain("a supports “i”.");
    expect(cited).not.toContain("Passage:");
  });

  it("does not double a full stop", () => {
    expect(sourceReference(undefined, "A text.")).toBe("A text.");
    expect(sourceReference(undefined, "A text")).toBe("A text.");
  });

  it("cites the dataset with its people and licence", () => {
    const whole = {
      ...dataset,
      contributors: [{ title: "A. Author", roles: [] }],
      licences: [{ name: "CC-BY-4.0", title: "", path: "" }],
    } as unknown as DatasetDescription;
    expect(datasetCitation(whole)).toBe("A. Author: Positions, version 1.0.0, dataset, CC-BY-4.0.");
  });
});

describe("error report", () => {
  it("lists the fields as coded and leaves out empty ones", () => {
    const report = errorReport(statement({ paragraph: 2, confidence: 0 }), dataset);
    expect(report).toContain("statement: s1");
    expect(report).toContain("source: d1");
    expect(report).toContain("paragraph: 2");
    expect(report).toContain("confidence: 0");
    expect(report).not.toContain("condition:");
    expect(report).not.toContain("characters:");
    expect(report).toMatch(/field that is wrong: \nwhat it should be: /);
  });
});
