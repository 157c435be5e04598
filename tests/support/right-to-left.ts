/** A small invented dataset whose names are written from right to left, mixed with digits, brackets and Latin letters. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { writeFolder } from "../../src/dataset/folder-node.ts";
import { writePackage } from "../../src/dataset/write.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { tinyDataset } from "./tiny-dataset.ts";

/** An Arabic and a Hebrew name that end in what has no direction: where nobody says how they run, brackets and digits jump. */
export const NORTH = "جمهورية الشمال (الاتحادية)";
export const SOUTH = "ממלכת הדרום (2025)";
export const DAM = "بناء السدّ قبل عام 2030 (المرحلة 1)";
export const SUMMARY = "يؤيد الشمال بناء السدّ (عام 2030).";

export function rightToLeftDataset(): Dataset {
  return tinyDataset({
    kinds: [{ id: "state", label: "دولة (عضو)" }],
    actors: [
      {
        id: "north",
        label: NORTH,
        shortLabel: "الشمال (1)",
        kind: "state",
        description: "دولة في الشمال (1).",
      },
      { id: "south", label: SOUTH, shortLabel: "הדרום (2)", kind: "state" },
      { id: "guild", label: "نقابة الصيادين والملاحين في حوض النهر (الأعلى)", kind: "state" },
      { id: "league", label: "Northland League (3)", kind: "state" },
    ],
    issues: [
      { id: "dam", label: DAM, shortLabel: "السدّ (2030)" },
      { id: "fish", label: "הגנה על הדגים, הציפורים והגדות (שלב 1)", shortLabel: "הדגים (1)" },
    ],
    relations: [{ id: "backs", label: "يدعم", polarity: "positive" }],
    sources: [{ id: "d1", title: "جريدة النهر: عدد 12 (خاص)", author: "כותב (1)", date: "2025-03-01" }],
    statements: [
      { actor: "north", issue: "dam", polarity: "support", summary: SUMMARY },
      {
        actor: "south",
        issue: "dam",
        polarity: "oppose",
        condition: "אם הסכר לא ייבנה (2)",
        summary: "הדרום מתנגד לסכר (2 פעמים).",
      },
      { actor: "south", issue: "fish", polarity: "support", summary: "הדרום תומך בהגנה על הדגים (1)." },
      { actor: "guild", issue: "fish", polarity: "support", summary: "النقابة تؤيد حماية الأسماك (1)." },
      { actor: "guild", relation: "backs", target: "north", summary: "النقابة تدعم الشمال (1)." },
      { actor: "league", issue: "dam", polarity: "oppose", summary: "The league opposes the dam (1)." },
    ],
  });
}

/** It as a folder; `remove` takes it away again. */
export async function rightToLeftFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const root = await mkdtemp(path.join(os.tmpdir(), "stancegraph-"));
  const folder = path.join(root, "rtl");
  const dataset = rightToLeftDataset();
  const metadata = { ...dataset.metadata, name: "rtl", title: "مواقف من سدّ النهر (1)" };
  await writeFolder(folder, writePackage({ ...dataset, metadata }));
  return { folder, remove: () => rm(root, { recursive: true, force: true }) };
}
