import { describe, expect, it } from "vitest";
import { eventColumns, eventText } from "../../../../src/browser/panels/networks/events.ts";

const plain = (_: string, value: string) => ({ label: value, full: value, node: null });

describe("events as a table", () => {
  it("have the columns that hold anything, in their order", () => {
    const events = [
      { statement_id: "s1", time: null, document_id: "d", actor: "a", speaker: "", intensity: null },
      {
        statement_id: "s2",
        time: "2025-01-01T00:00:00Z",
        document_id: "d",
        actor: "",
        speaker: "",
        intensity: 0,
      },
    ];
    expect(eventColumns(events)).toEqual(["statement_id", "time", "document_id", "actor", "intensity"]);
    expect(eventColumns([])).toEqual([]);
  });
  it("say days as days, moments as moments, and names by their variable", () => {
    const event = {
      statement_id: "s",
      time: "2025-01-01T00:00:00Z",
      document_id: "d",
      document_source: "d2",
      x: -1234,
      none: null,
    };
    const named = (variable: string, value: string) => plain(variable, `${variable} ${value}`);
    expect(eventText(event, "time", plain)).toBe("2025-01-01");
    expect(eventText({ time: "2025-01-01T10:00:05Z" }, "time", plain)).toBe("2025-01-01 10:00:05Z");
    expect(eventText(event, "document_id", named)).toBe("source d");
    expect(eventText(event, "document_source", named)).toBe("source d2");
    expect(eventText(event, "x", plain)).toBe("−1,234");
    expect(eventText(event, "none", plain)).toBe("");
  });
});
