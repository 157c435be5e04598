/** Statements at a node sorted into positions, relations and sides. */

import { describe, expect, it } from "vitest";
import {
  actorPositions,
  belongsTo,
  groupStatements,
  issueHolders,
  sideOf,
  sourcesOf,
  tallyOf,
} from "../../../src/browser/panels/node/positions.ts";
import { actor, statement } from "./records.ts";

const on = (
  id: string,
  issueId: string,
  polarity: "support" | "oppose" | "neutral",
  condition: string | null = null,
) => statement({ id, issue: { id: issueId, label: issueId }, polarity, condition });
const to = (id: string, from: string, relation: string, target: string) =>
  statement({
    id,
    actor: { id: from, label: from },
    relation: { id: relation, label: relation },
    target: { id: target, label: target },
  });

describe("positions", () => {
  it("puts the best evidenced first and keeps every statement once", () => {
    const { positions } = actorPositions(
      [on("s1", "x", "support"), on("s2", "y", "oppose", "only if"), on("s3", "y", "support")],
      (id) => id === "a",
    );
    expect(positions.map(({ key, statements }) => [key, statements.length])).toEqual([
      ["issue:y", 2],
      ["issue:x", 1],
    ]);
    expect(positions.map(sideOf)).toEqual(["mixed", "support"]);
    expect(tallyOf(positions)).toEqual({ support: 2, oppose: 1, neutral: 0, conditional: 1 });
  });

  it("tells relations out from relations in", () => {
    const { relationsOut, relationsIn } = actorPositions(
      [to("s1", "a", "backs", "b"), to("s2", "b", "backs", "a"), to("s3", "a", "warns", "b")],
      (id) => id === "a",
    );
    expect(relationsOut.map(({ relation, key }) => [relation, key])).toEqual([
      ["backs", "actor:b"],
      ["warns", "actor:b"],
    ]);
    expect(relationsIn.map(({ key }) => key)).toEqual(["actor:b"]);
  });

  it("sorts the holders of an issue by side; neutral statements beside a side do not make it mixed", () => {
    const holders = issueHolders([
      statement({ id: "s1" }),
      statement({ id: "s2", polarity: "neutral" }),
      statement({ id: "s3", actor: { id: "b", label: "b" }, polarity: "neutral" }),
      statement({ id: "s4", actor: { id: "c", label: "c" }, polarity: "oppose" }),
    ]);
    expect(Object.entries(holders).map(([side, list]) => [side, list.map(({ label }) => label)])).toEqual([
      ["support", ["a"]],
      ["oppose", ["c"]],
      ["mixed", []],
      ["neutral", ["b"]],
    ]);
  });

  it("does not mix ids such as __proto__ up", () => {
    const groups = groupStatements(
      [on("s1", "__proto__", "support"), on("s2", "constructor", "oppose")],
      (one) => ({
        key: `issue:${one.issue?.id}`,
        label: one.issue?.label ?? "",
      }),
    );
    expect(groups.map(({ key }) => key).sort()).toEqual(["issue:__proto__", "issue:constructor"]);
  });

  it("names each source once", () => {
    expect(sourcesOf([statement(), statement({ id: "s2" })]).map(({ id }) => id)).toEqual(["d1"]);
  });
});

describe("belonging", () => {
  const actors = new Map(
    [
      actor("person", { speaksFor: { id: "body", label: "" } }),
      actor("body", { memberOf: { id: "whole", label: "" } }),
      actor("whole"),
      actor("ring1", { memberOf: { id: "ring2", label: "" } }),
      actor("ring2", { memberOf: { id: "ring1", label: "" } }),
    ].map((one) => [one.id, one]),
  );

  it("follows speaks_for and member_of to the end, and ends in a ring", () => {
    expect(belongsTo(actors, "person", "whole")).toBe(true);
    expect(belongsTo(actors, "person", "person")).toBe(true);
    expect(belongsTo(actors, "whole", "person")).toBe(false);
    expect(belongsTo(actors, "ring1", "whole")).toBe(false);
    expect(belongsTo(new Map(), "unknown", "unknown")).toBe(true);
  });
});
