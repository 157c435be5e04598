/** The search over actors, issues and sources: aliases too, accents and case folded, small misspellings forgiven. Pure. */

import MiniSearch from "minisearch";
import { foldName } from "../../dataset/fold.ts";
import type { IssueRecord, SourceRecord } from "../../model/api.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import type { Directory } from "../api/hooks.ts";

export interface Hit {
  /** `actor:<id>`, `issue:<id>` or `source:<id>`. */
  readonly key: string;
  readonly type: "actor" | "issue" | "source";
  readonly id: string;
  readonly label: string;
  /** Kind of actor, `Issue` or `Source`. */
  readonly kind: string;
  /** The alias that was found, when it was not the label; else empty. */
  readonly alias: string;
  readonly statements: number;
  /** Of an issue: statements on each side, those on its sub-issues too. */
  readonly sides?: Readonly<Record<Polarity, number>>;
  /** Label, short label and aliases. */
  readonly names: readonly string[];
  /** False for what only holds others together and has no place on the map. */
  readonly onMap: boolean;
}

interface Entry extends Hit {
  readonly short: string;
  readonly aliases: string;
  readonly aliasList: readonly string[];
  readonly about: string;
  /** The words of the id, which often says in one what the label says in many. */
  readonly idWords: string;
}

export interface SearchIndex {
  /** Best first; ties by number of statements. */
  find(text: string, most: number): readonly Hit[];
  /** The same, and after them what words of the same stem find: "disarmament" and "disarms". */
  findKin(text: string, most: number): readonly Hit[];
  /** True when every word of the text has one of the same stem in the names of the hit, not in its description alone. */
  isNamed(hit: Hit, text: string): boolean;
}

export function buildSearch(directory: Directory, sources: readonly SourceRecord[]): SearchIndex {
  const sides = sidesOf(directory.issues);
  const entries: Entry[] = [
    ...directory.actors.map((actor) => ({
      key: actor.key as string,
      type: "actor" as const,
      id: actor.id,
      label: actor.label,
      kind: actor.kind?.label ?? "Actor",
      short: actor.shortLabel,
      aliasList: actor.aliases,
      about: actor.description,
      statements: actor.statements,
      onMap: true,
    })),
    ...directory.issues.map((issue) => ({
      key: issue.key as string,
      type: "issue" as const,
      id: issue.id,
      label: issue.label,
      kind: "Issue",
      short: issue.shortLabel,
      aliasList: [],
      about: issue.description,
      statements: issue.statements,
      onMap: !issue.container,
      sides: sides(issue.id),
    })),
    ...sources.map((source) => ({
      key: `source:${source.id}`,
      type: "source" as const,
      id: source.id,
      label: source.name,
      kind: "Source",
      short: "",
      aliasList: [source.author ?? "", source.publisher ?? ""].filter((name) => name !== ""),
      about: "",
      statements: source.statements,
      onMap: false,
    })),
  ].map((entry) => ({
    ...entry,
    alias: "",
    aliases: entry.aliasList.join(" "),
    names: [entry.label, entry.short, ...entry.aliasList].filter((name) => name !== ""),
    idWords: entry.id.replace(/[-_]+/g, " "),
  }));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const index = new MiniSearch<Entry>({
    idField: "key",
    fields: ["label", "short", "aliases", "about", "idWords"],
    processTerm: (term) => foldName(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boost: { label: 4, short: 4, aliases: 3, about: 0.3, idWords: 0.5 },
      combineWith: "AND",
    },
  });
  index.addAll(entries);
  const ranked = (words: string, folded: string): readonly Hit[] =>
    index
      .search(words)
      .flatMap(({ id, score }) => {
        const entry = byKey.get(id as string);
        return entry ? [{ entry, score: score * rank(entry, folded) }] : [];
      })
      .sort((a, b) => b.score - a.score || b.entry.statements - a.entry.statements)
      .map(({ entry }) => ({ ...entry, alias: aliasFor(entry, folded) }));
  return {
    find(text, most) {
      const folded = foldName(text);
      if (folded === "") return [];
      for (const words of stems(text)) {
        const found = ranked(words, folded);
        if (found.length > 0) return found.slice(0, most);
      }
      return [];
    },
    findKin(text, most) {
      const folded = foldName(text);
      if (folded === "") return [];
      const found = new Map<string, Hit>();
      for (const words of stems(text))
        for (const hit of ranked(words, folded)) if (!found.has(hit.key)) found.set(hit.key, hit);
      return [...found.values()].slice(0, most);
    },
    isNamed({ key }, text) {
      const entry = byKey.get(key);
      if (!entry) return false;
      const borne = wordsOf(`${entry.names.join(" ")} ${entry.idWords}`);
      return wordsOf(text).every((word) => {
        const stem = word.slice(0, stemLength(word, word.length));
        return borne.some((one) => one.startsWith(stem));
      });
    },
  };
}

/** Statements on each side of an issue and of all issues below it. */
function sidesOf(issues: readonly IssueRecord[]): (id: string) => Readonly<Record<Polarity, number>> {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return (id) => {
    const sum = { support: 0, oppose: 0, neutral: 0 };
    const below = new Set([id]);
    for (const one of below) {
      const issue = byId.get(one);
      if (!issue) continue;
      sum.support += issue.support;
      sum.oppose += issue.oppose;
      sum.neutral += issue.neutral;
      for (const child of issue.children) below.add(child.id);
    }
    return sum;
  };
}

/** A word keeps at least so many letters when it is cut to its stem. */
const LEAST_STEM = 5;

/** Letters left of a word that `cut` letters are taken from. */
const stemLength = (word: string, cut: number): number =>
  Math.max(LEAST_STEM, Math.ceil(word.length / 2), word.length - cut);

const wordsOf = (text: string): readonly string[] =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** A text, then the same with its long words cut short, letter by letter: "disarmament", … "disarm". */
function* stems(text: string): Generator<string> {
  const words = text.split(/\s+/);
  const longest = Math.max(...words.map(({ length }) => length));
  let last = "";
  for (let cut = 0; cut <= longest / 2; cut++) {
    const stem = words.map((word) => word.slice(0, stemLength(word, cut))).join(" ");
    if (stem !== last) yield stem;
    last = stem;
  }
}

/** A whole name beats its beginning, that beats the rest; evidence counts a little. */
function rank(entry: Entry, word: string): number {
  const names = entry.names.map(foldName);
  const match = names.includes(word) ? 6 : names.some((name) => name.startsWith(word)) ? 2 : 1;
  return match * (1 + Math.log10(1 + entry.statements) / 2);
}

function aliasFor(entry: Entry, word: string): string {
  if (foldName(`${entry.label} ${entry.short}`).includes(word)) return "";
  return entry.aliasList.find((alias) => foldName(alias).includes(word)) ?? "";
}
