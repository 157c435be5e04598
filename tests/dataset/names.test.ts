import { describe, expect, it } from "vitest";
import { foldName } from "../../src/dataset/fold.ts";
import { createResolver } from "../../src/dataset/names.ts";
import { readPackage } from "../../src/dataset/read.ts";
import { type Actor, assembleDataset, type Dataset } from "../../src/model/dataset.ts";
import { Fault } from "../../src/model/problem.ts";
import { append, soundPackage } from "./package-fixture.ts";

function sound(): Dataset {
  const files = append(soundPackage(), "actors.csv", "constructor,Türkiye,TR,Türkei;İstanbul,,,,,");
  append(files, "actors.csv", "__proto__,Straße des Friedens,,Peace Street,,,,,");
  const { dataset, report } = readPackage(files, { id: "x" });
  if (!dataset) throw new Error(JSON.stringify(report.problems));
  return dataset;
}
const resolver = createResolver(sound());

const faultOf = (run: () => unknown): Fault => {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error("no fault");
};

describe("resolve", () => {
  it.each([
    ["actor:egypt", "actor:egypt"],
    ["issue:plan", "issue:plan"],
    ["egypt", "actor:egypt"],
    ["EGYPT", "actor:egypt"],
    ["cairo", "actor:egypt"],
    ["  arab   REPUBLIC ", "actor:egypt"],
    ["Envoy", "actor:envoy"],
    ["turkiye", "actor:constructor"],
    ["TURKEI", "actor:constructor"],
    ["istanbul", "actor:constructor"],
    ["strasse des friedens", "actor:__proto__"],
    ["constructor", "actor:constructor"],
    ["__proto__", "actor:__proto__"],
    ["actor:__proto__", "actor:__proto__"],
    ["the plan is adopted", "issue:plan"],
    ["force", "issue:force"],
  ])("%s is %s", (name, key) => expect(resolver.resolve(name)).toEqual({ key }));

  it.each(["toString", "hasOwnProperty", "", "actor:", "issue:egypt", "valueOf"])("%j is nothing", (name) => {
    expect(resolver.resolve(name)).toHaveProperty("unknown", name);
  });

  it("looks among the types that are asked for", () => {
    expect(resolver.resolve("issue:plan", { types: ["actor"] })).toHaveProperty("unknown");
    expect(resolver.resolve("plan", { types: ["issue"] })).toEqual({ key: "issue:plan" });
  });

  it("suggests what is alike, the likest first", () => {
    expect(resolver.resolve("Egipt")).toMatchObject({ suggestions: ["actor:egypt"] });
    expect(resolver.resolve("actor:egytp")).toMatchObject({ suggestions: ["actor:egypt"] });
    expect(resolver.resolve("arab")).toMatchObject({ suggestions: ["actor:arab-states", "actor:egypt"] });
    expect(resolver.resolve("republ")).toMatchObject({ suggestions: ["actor:egypt"] });
    expect(resolver.resolve("zzzzzzzz")).toMatchObject({ suggestions: [] });
    expect(resolver.resolve("x".repeat(100_000))).toMatchObject({ suggestions: [] });
  });

  it("suggests no more than five, in one order", () => {
    const base = sound();
    const template = base.actors[0] as Actor;
    const actors = Array.from({ length: 20 }, (_, i) => ({
      ...template,
      id: `state-${19 - i}` as Actor["id"],
      label: `State ${19 - i}`,
      aliases: [],
    }));
    const many = createResolver(assembleDataset({ ...base, actors }));
    expect(many.resolve("state")).toMatchObject({
      suggestions: ["actor:state-0", "actor:state-1", "actor:state-2", "actor:state-3", "actor:state-4"],
    });
  });

  it("lists several equal matches, but lets an earlier rank win", () => {
    const base = sound();
    const [egypt, envoy] = base.actors as [Actor, Actor];
    const actors = [
      { ...egypt, aliases: ["Office"] },
      { ...envoy, shortLabel: "", aliases: ["óffice", "egypt"] },
    ];
    const unclear = createResolver(assembleDataset({ ...base, actors }));
    expect(unclear.resolve("office")).toEqual({ ambiguous: ["actor:egypt", "actor:envoy"] });
    expect(unclear.resolve("Egypt")).toEqual({ key: "actor:egypt" });
    const fault = faultOf(() => unclear.resolveNode("office", { parameter: "from" }));
    expect(fault).toMatchObject({ class: "bad-parameter", code: "ambiguous-name", parameter: "from" });
    expect(fault.details).toEqual({ matches: ["actor:egypt", "actor:envoy"] });
  });

  it("throws what the asker can mend", () => {
    const fault = faultOf(() => resolver.resolveNode("egipt", { parameter: "to" }));
    expect(fault).toMatchObject({ class: "unknown-node", code: "unknown-node", parameter: "to" });
    expect(fault.details).toEqual({ suggestions: ["actor:egypt"] });
    expect(fault.remedy).toContain("actor:egypt");
    expect(resolver.resolveNode("cairo")).toBe("actor:egypt");
  });

  it("finds records of the other tables", () => {
    expect(resolver.resolveId("sources", "first")).toBe("s1");
    expect(resolver.resolveId("kinds", "State")).toBe("state");
    expect(resolver.resolveId("relations", "meets")).toBe("meets");
    expect(resolver.resolveId("statements", "st1")).toBe("st1");
    const fault = faultOf(() => resolver.resolveId("kinds", "stat", "kind"));
    expect(fault).toMatchObject({ class: "bad-parameter", code: "unknown-id", parameter: "kind" });
    expect(fault.details).toEqual({ suggestions: ["state"] });
  });
});

describe("foldName", () => {
  it("keeps vowels of other scripts, which tell names apart", () => {
    expect(foldName("की")).not.toBe(foldName("का"));
    expect(foldName("Ünï  Codé")).toBe("uni code");
    expect(foldName(foldName("İıßﬁ"))).toBe(foldName("İıßﬁ"));
  });
});
