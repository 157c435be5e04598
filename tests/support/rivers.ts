/** A small invented dataset with everything that matters to lists, routes and commands: kinds, roll-up, repeats, dates, odd ids, texts. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { writeFolder } from "../../src/dataset/folder-node.ts";
import { writePackage } from "../../src/dataset/write.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { tinyDataset } from "./tiny-dataset.ts";

/** The text of document d1, made up for this test. */
export const TEXT_D1 = [
  "A made-up gazette about a made-up river.",
  "",
  "  Ada of Northland wants the dam to go up. Bo of Southmark does not.",
  "Nobody else was asked.",
  "",
].join("\n");

const PASSAGE = "wants the dam to go up";
const start = TEXT_D1.indexOf(PASSAGE);

const extra = new Map([["basin", "upper"]]);

export function riversDataset(): Dataset {
  return tinyDataset({
    kinds: [
      { id: "state", label: "State" },
      { id: "person", label: "Person" },
      { id: "league", label: "League", rollsUp: false },
      { id: "outlet", label: "Outlet", stakeholder: false },
    ],
    actors: [
      {
        id: "northland",
        label: "Republic of Northland",
        shortLabel: "Northland",
        aliases: ["Nørdland", "Crête"],
        kind: "state",
        extra,
      },
      { id: "southmark", label: "Southmark", kind: "state", memberOf: "river-league" },
      { id: "ada", label: "Ada", kind: "person", speaksFor: "northland" },
      { id: "bo", label: "Bo", kind: "person", speaksFor: "southmark" },
      { id: "river-league", label: "River League", kind: "league" },
      { id: "gazette", label: "The Gazette", kind: "outlet", role: "source-only" },
      { id: "constructor", label: "Builders' Guild", aliases: ["__proto__ & sons"] },
      { id: "hermit", label: "The Hermit", kind: "person" },
    ],
    issues: [
      { id: "water", label: "Water", container: true },
      { id: "dam", label: "The dam is built", shortLabel: "Dam", parent: "water" },
      { id: "dam-height", label: "The dam is higher than ten metres", parent: "dam" },
      { id: "toll", label: "A toll is paid", description: "For boats" },
    ],
    relations: [
      { id: "mediates-with", label: "mediates with", polarity: "positive", symmetric: true },
      { id: "criticises", label: "criticises", polarity: "negative" },
    ],
    sources: [
      {
        id: "d1",
        title: "On the river",
        date: "2025-03-01",
        datePrecision: "day",
        genre: "news",
        length: TEXT_D1.length,
      },
      { id: "d2", title: "Below the dam", dateEarliest: "2025-05", genre: "opinion" },
      { id: "d3" },
    ],
    statements: [
      {
        id: "s1",
        actor: "ada",
        issue: "dam",
        start,
        end: start + PASSAGE.length,
        passageSha256: createHash("sha256").update(PASSAGE).digest("hex"),
        paragraph: 2,
        summary: "Ada favours building it",
        condition: "if the height is agreed",
        conditionIssues: [{ issue: "dam-height", negated: true }],
        confidence: 0.9,
      },
      { id: "s2", actor: "bo", issue: "dam", polarity: "oppose", summary: "Bo is against it" },
      {
        id: "s3",
        actor: "northland",
        issue: "toll",
        summary: "Northland favours a toll",
        date: "2025-02",
        datePrecision: "month",
      },
      { id: "s4", actor: "southmark", issue: "toll", summary: "Southmark favours a toll", source: "d2" },
      { id: "s5", actor: "ada", relation: "criticises", target: "bo", summary: "Ada finds fault with Bo" },
      {
        id: "s6",
        actor: "river-league",
        relation: "mediates-with",
        target: "northland",
        modality: "forecast",
        source: "d3",
      },
      {
        id: "s7",
        actor: "constructor",
        issue: "dam",
        polarity: "support",
        source: "d3",
        summary: "The guild would build it",
      },
      { id: "s8", actor: "constructor", issue: "dam-height", polarity: "neutral", source: "d3" },
      {
        id: "s9",
        actor: "gazette",
        issue: "dam",
        polarity: "oppose",
        voice: "author",
        summary: "The paper doubts it",
      },
      { id: "s10", actor: "bo", issue: "dam", polarity: "oppose", repeatOf: "s2", summary: "Bo again" },
      { id: "s11", actor: "ada", issue: "toll", polarity: "oppose", offTopic: true, summary: "An aside" },
      {
        id: "__proto__",
        actor: "ada",
        relation: "criticises",
        target: "northland",
        source: "d2",
        summary: "Ada at home",
      },
    ],
  });
}

export interface Rivers {
  /** A package folder. */
  readonly folder: string;
  readonly corpus: string;
  /** The temporary folder that holds both. */
  readonly root: string;
  remove(): Promise<void>;
}

/** Writes the dataset and its one text into a temporary folder. */
export async function riversFolder(): Promise<Rivers> {
  const root = await mkdtemp(path.join(os.tmpdir(), "stancegraph-"));
  const folder = path.join(root, "rivers");
  const corpus = path.join(root, "texts");
  const dataset = riversDataset();
  const metadata = { ...dataset.metadata, name: "rivers", title: "Rivers" };
  await writeFolder(folder, writePackage({ ...dataset, metadata }));
  await mkdir(corpus);
  await writeFile(path.join(corpus, "d1.txt"), TEXT_D1);
  return { folder, corpus, root, remove: () => rm(root, { recursive: true, force: true }) };
}
