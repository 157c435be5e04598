/** Dates, numbers and statements in words. */

import { describe, expect, it } from "vitest";
import {
  isoWords,
  sourceBoundWords,
  sourceDateWords,
  statementDateWords,
} from "../../../src/browser/panels/words/dates.ts";
import {
  confidenceWords,
  listed,
  numberWord,
  profileWords,
} from "../../../src/browser/panels/words/numbers.ts";
import {
  claimOf,
  edgeSentence,
  modalityWarning,
  placeWords,
} from "../../../src/browser/panels/words/statement-words.ts";
import type { EdgeAttributes } from "../../../src/model/graph.ts";
import { source, statement } from "./records.ts";

describe("dates", () => {
  it("keeps the precision", () => {
    expect(isoWords("2025-11-01")).toBe("1 November 2025");
    expect(isoWords("2025-11")).toBe("November 2025");
    expect(isoWords("2025")).toBe("2025");
    expect(isoWords("2025-13")).toBe("2025-13");
    expect(isoWords("last week")).toBe("last week");
  });

  it("says what a date rests on", () => {
    expect(statementDateWords(statement({ date: "2025-11", dateBasis: "inferred" }), undefined)).toBe(
      "November 2025 (inferred)",
    );
    expect(statementDateWords(statement({ date: "2025-11-04", dateBasis: "stated" }), source())).toBe(
      "4 November 2025",
    );
    expect(statementDateWords(statement(), source({ date: "2025-04", dateBasis: "inferred" }))).toBe(
      "April 2025 (date of the document, inferred)",
    );
  });

  it("gives the bounds of what has no date", () => {
    expect(statementDateWords(statement(), source({ dateEarliest: "2025-10" }))).toBe(
      "undated, October 2025 or later",
    );
    expect(sourceDateWords(source({ dateLatest: "2025-10-31" }))).toBe("undated, 31 October 2025 or earlier");
    expect(sourceDateWords(source({ dateEarliest: "2025", dateLatest: "2026" }))).toBe(
      "undated, between 2025 and 2026",
    );
    expect(sourceDateWords(source())).toBe("undated");
    expect(
      sourceBoundWords(source({ date: "2025-11", dateEarliest: "2025-10", dateLatest: "2025-11" })),
    ).toBe("between October 2025 and November 2025");
    expect(sourceBoundWords(source({ dateEarliest: "2025-10" }))).toBeNull();
  });
});

describe("numbers", () => {
  it("counts positions in words and leaves out what there is none of", () => {
    expect(profileWords({ support: 5, oppose: 2, neutral: 1, conditional: 3 })).toBe(
      "5 support, 2 oppose, 1 takes no side; 3 with a condition",
    );
    expect(profileWords({ support: 0, oppose: 1, neutral: 2 })).toBe("1 oppose, 2 take no side");
    expect(profileWords({ support: 0, oppose: 0, neutral: 0 })).toBe("no statements");
  });

  it("says that an unknown confidence is unknown", () => {
    expect(confidenceWords(null)).toBe("not given (counts as 1)");
    expect(confidenceWords(0.9)).toBe("high (0.9)");
    expect(confidenceWords(0.456)).toBe("low (0.46)");
    expect(confidenceWords(0)).toBe("very low (0)");
  });

  it("lists and spells", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
    expect([numberWord(5), numberWord(1234)]).toEqual(["five", "1,234"]);
  });
});

describe("statements", () => {
  it("names the target by its kind", () => {
    expect(claimOf(statement({ polarity: "oppose" }))).toBe("a opposes “i”");
    const relation = { id: "r", label: "mediates with" };
    expect(claimOf(statement({ relation, target: { id: "b", label: "B" } }))).toBe("a mediates with B");
  });

  it("warns of forecasts and allegations only", () => {
    expect(modalityWarning(statement())).toBeNull();
    expect(modalityWarning(statement({ modality: "fact" }))).toBeNull();
    expect(modalityWarning(statement({ modality: "allegation" }))).toMatch(/allegation/);
    expect(modalityWarning(statement({ modality: "forecast" }))).toMatch(/forecast/);
  });

  it("says the place as far as it is known", () => {
    expect(placeWords({ paragraph: 3, start: 10, end: 20 })).toBe("paragraph 3, characters 10 to 20");
    expect(placeWords({ paragraph: null, start: 0, end: 5 })).toBe("characters 0 to 5");
    expect(placeWords({ paragraph: null, start: null, end: null })).toBeNull();
  });

  it("heads an edge with its evidence", () => {
    const edge = (given: Partial<EdgeAttributes>): EdgeAttributes => ({
      kind: "stance",
      label: "opposes",
      polarity: "oppose",
      conditional: false,
      count: 2,
      statements: ["s1", "s2"],
      document: "d1;d2",
      spells: [],
      color: "#000000",
      size: 1,
      line: "dashed",
      tentative: false,
      ...given,
    });
    const to = { label: "The force", node_type: "issue" } as const;
    expect(edgeSentence({ label: "A" }, to, edge({}))).toBe(
      "A opposes “The force”: 2 statements in 2 documents",
    );
    expect(edgeSentence({ label: "health workers" }, to, edge({ polarity: "support" }))).toMatch(
      /^health workers support “The force”/,
    );
    expect(
      edgeSentence({ label: "Aid groups" }, to, edge({ kind: "relation", label: "is wary of" })),
    ).toMatch(/^Aid groups are wary of /);
    const actor = { label: "B", node_type: "actor" } as const;
    expect(edgeSentence({ label: "A" }, actor, edge({ kind: "agreement", count: 1 }))).toBe(
      "A and B disagree on 1 issue: 2 statements in 2 documents",
    );
    expect(edgeSentence({ label: "A" }, to, edge({ count: 9 }), 9)).toBe(
      "A opposes “The force”: 9 statements",
    );
    expect(edgeSentence({ label: "A" }, actor, edge({ kind: "agreement", count: 7 }), null)).toBe(
      "A and B disagree on 7 issues",
    );
    expect(edgeSentence({ label: "A" }, actor, edge({ kind: "structure", label: "is part of" }))).toBe(
      "A is part of B",
    );
  });
});
