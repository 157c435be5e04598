/** Ties with signed weights reach GEXF and GraphML as weights; edges without one keep their count. */
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import {
  NETWORK_FORMATS,
  networkFormat,
  networkFormatOfFile,
} from "../../../src/formats/network/registry.ts";
import { faultOf, tableOf } from "../../analysis/networks/ask.ts";

const table = tableOf([
  ["2020-01-01", "A", "x", 1],
  ["2020-01-01", "B", "x", 0],
  ["2020-01-02", "A", "y", 1],
  ["2020-01-02", "C", "y", 1],
  ["2020-01-02", "C", "z", 1],
  ["2020-01-02", "B", "z", 0],
]);

const write = (id: string, window: "no" | "days" = "no"): string => {
  const result = computeNetwork(table, {
    type: "one-mode",
    rows: "org",
    columns: "concept",
    aggregation: "subtract",
    normalization: "average",
    window,
    windowSize: window === "no" ? null : 1,
  });
  const chunks = networkFormat(id)?.write({
    result,
    table,
    title: "T",
    dataset: "d",
    version: "v",
    day: "2026-01-02",
    onNotice: () => {},
  });
  return [...(chunks ?? [])].map((chunk) => new TextDecoder().decode(chunk)).join("");
};

describe("signed weights", () => {
  it("stand in GEXF", () => {
    const weights = [...write("gexf").matchAll(/<edge [^>]*weight="([^"]+)"/g)].map(([, weight]) => weight);
    expect(weights).toEqual(["-0.5", "0.5", "-0.5"]);
  });
  it("stand in GraphML", () => {
    const graphml = write("graphml");
    const key = /<key id="(e\d+)" for="edge" attr\.name="weight"/.exec(graphml)?.[1];
    const weights = [...graphml.matchAll(new RegExp(`<data key="${key}">([^<]+)<`, "g"))];
    expect(weights.map(([, weight]) => weight)).toEqual(["-0.5", "0.5", "-0.5"]);
  });
});

describe("the formats of networks", () => {
  it("are found by the ending of a file", () => {
    for (const { id, extension } of NETWORK_FORMATS)
      expect(networkFormatOfFile(`X.${extension.toUpperCase()}`)?.id).toBe(id);
    expect(networkFormatOfFile("gexf")).toBeUndefined();
  });
  it.each(["gexf", "graphml", "dl"])("refuse windows where they hold one network: %s", (id) => {
    expect(faultOf(() => write(id, "days"))).toContain("there are 2 windows");
  });
});
