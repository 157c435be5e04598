/** Long loops look at the time: a checkpoint that throws ends them. */
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { tableFromDataset } from "../../../src/analysis/networks/table-from-dataset.ts";
import { analysisNamed } from "../../../src/analysis/structure/registry.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";
import { answerAnalysis } from "../../../src/service/answer-analysis.ts";
import { ServedDataset } from "../../../src/service/served-dataset.ts";
import type { Job } from "../../../src/service/work/job.ts";
import { performJob } from "../../../src/service/work/perform.ts";
import { houseDataset } from "../../support/house.ts";

const served = new ServedDataset(houseDataset());
const checkpoint = () => {
  throw new Error("it is time");
};

describe("a checkpoint", () => {
  it.each(["backbone", "centrality", "change", "clusterings", "coalitions", "polarisation"])(
    "ends %s",
    (name) => {
      const ask = () =>
        answerAnalysis(analysisNamed(name), { view: DEFAULT_VIEW, parameters: {} }, served, null, {
          checkpoint,
        });
      expect(ask).toThrow("it is time");
    },
  );

  it("ends a network with windows", () => {
    const question = {
      type: "one-mode",
      rows: "actor",
      columns: "issue",
      window: "days",
      windowSize: 7,
    } as const;
    const limits = { windows: 1e6, cells: 1e9, visits: 1e9, checkpoint };
    expect(() => computeNetwork(tableFromDataset(served.dataset), question, limits)).toThrow("it is time");
  });
});

describe("the time budget of a path question in a worker thread", () => {
  const job: Job = {
    route: "findPaths",
    pairs: [
      ["from", "egypt"],
      ["to", "hamas"],
      ["mode", "all"],
      ["maxLength", "8"],
      ["weighted", "1"],
      ["k", "100"],
    ],
    path: {},
    accept: "application/json",
    datasets: ["house"],
    now: Date.parse("2026-01-02"),
    pace: "quick",
  };
  const found = (clock: () => number): number => {
    const { chunks } = performJob(job, {
      datasets: new Map([["house", served]]),
      release: "",
      checkpoint: () => {},
      clock,
    });
    const [bytes] = chunks;
    return JSON.parse(new TextDecoder().decode(bytes)).paths.length;
  };

  it("ends by a clock that goes on, not by the time of the job", () => {
    let time = 0;
    expect(found(() => time)).toBe(100);
    expect(
      found(() => {
        time += 5000;
        return time;
      }),
    ).toBe(0);
  });
});
