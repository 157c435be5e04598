import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK_RECORDS } from "../../src/dataset/blank-records.ts";
import { verifyPassages } from "../../src/dataset/corpus.ts";
import { paragraphAt, paragraphsOf } from "../../src/dataset/paragraphs.ts";
import { sha256Hex } from "../../src/dataset/sha256.ts";
import { assembleDataset, type Dataset, type DatasetTables } from "../../src/model/dataset.ts";
import { requires } from "../support/require.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A dataset with one source and a statement for each span of its text. */
function coded(text: string, spans: readonly Span[], known = true): Dataset {
  const source = {
    ...BLANK_RECORDS.sources,
    id: "s",
    ...(known ? { sha256: sha256Hex(text), length: text.length } : {}),
  };
  const paragraphs = paragraphsOf(text);
  const statements = spans.map(({ start, end }, index) => ({
    ...BLANK_RECORDS.statements,
    id: `st${index}`,
    source: "s",
    actor: "a",
    start,
    end,
    passageSha256: sha256Hex(text.slice(start, end)),
    paragraph: paragraphAt(paragraphs, start)?.index ?? null,
  }));
  const metadata = {
    name: "",
    title: "",
    description: "",
    version: "",
    licences: [],
    contributors: [],
    method: "",
  };
  const tables = {
    id: "x",
    version: "",
    metadata,
    kinds: [],
    actors: [],
    issues: [],
    relations: [],
    sources: [source],
    statements,
  };
  return assembleDataset(tables as unknown as DatasetTables);
}

/** Sentences of the text, as a coder would mark them: within one paragraph, trimmed. */
function sentences(text: string): Span[] {
  return paragraphsOf(text).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S.*?(?:[.!?]["'”’]?(?=\s|$)|$)/g)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    })),
  );
}

const verify = (dataset: Dataset, text: string) => verifyPassages(dataset, new Map([["s", text]]));
const states = (dataset: Dataset, text: string) =>
  [...verify(dataset, text).passages.values()].map(({ state }) => state);

const SAMPLE = `A first heading

The envoy said: “We can’t wait,” and left.  It was late.
Egypt's ‘no’ still stands (for now).\u00a0The plan — revised — goes on.

Another paragraph, with “quotes” and more words.  And a last sentence!
`;

/** Ways in which one text is spelled by different hands. */
const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  "straight quotes": (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  "straight double quotes": (text) => text.replace(/[“”]/g, '"'),
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  "no blank lines": (text) => text.replace(/\n\n+/g, "\n"),
  "more blank lines": (text) => `\n\n${text.replaceAll("\n", "\n\n\n")}`,
  indented: (text) => text.replace(/^(?=.)/gm, "    "),
  "trailing blanks": (text) => text.replaceAll("\n", "  \n"),
  "wrapped at 30": (text) => text.replace(/(.{20,30}) /g, "$1\n"),
  "one long line": (text) => text.replaceAll("\n", "   "),
  "single spaces": (text) => text.replace(/[^\S\n]+/g, " "),
  "double spaces": (text) => text.replaceAll(" ", "  "),
  "no-break spaces": (text) => text.replaceAll(" ", "\u00a0"),
  "all at once": (text) =>
    text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\n\n+/g, "\r\n").replaceAll("\u00a0", " "),
};

describe("verifyPassages", () => {
  it("says once which passages are ragged where no file has rows of them", () => {
    const text = "One two. Three four. Five six.\nSeven.\n";
    const spans = [3, 8, 14, 20].map((start) => ({ start, end: start + 3 }));
    const { warnings } = verify(coded(text, [...spans, { start: 26, end: 37 }]), text);
    const ids = coded(text, spans).statements.map(({ id }) => id);
    expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      `ragged-passage: 4 passages begin or end with a blank (statements ${ids.join(", ")})`,
      expect.stringMatching(/^ragged-passage: the passage goes beyond one paragraph \(statement /),
    ]);
  });

  it("finds every passage of the text that was coded exactly", () => {
    const dataset = coded(SAMPLE, sentences(SAMPLE));
    const { problems, warnings, passages } = verify(dataset, SAMPLE);
    expect([...problems, ...warnings]).toEqual([]);
    expect(passages.size).toBe(dataset.statements.length);
    expect(passages.size).toBeGreaterThan(6);
    expect([...passages.values()].every(({ state }) => state === "exact")).toBe(true);
    expect(states(dataset, `\ufeff${SAMPLE}`)).not.toContain("stale");
  });

  it.each(Object.entries(SPELLINGS))("finds them again in a text with %s", (_, spell) => {
    for (const known of [true, false]) {
      const dataset = coded(SAMPLE, sentences(SAMPLE), known);
      const other = spell(SAMPLE);
      const { problems, warnings, passages } = verify(dataset, other);
      expect(problems.filter(({ code }) => known || code !== "wrong-paragraph")).toEqual([]);
      expect(warnings.map(({ code }) => code)).toContain(known ? "text-differs" : "passage-moved");
      const plain = (text: string) => text.replace(/\s+/g, " ").replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
      for (const statement of dataset.statements) {
        const found = passages.get(statement.id);
        expect(found?.state).toMatch(/^(exact|moved)$/);
        const before = SAMPLE.slice(statement.start ?? 0, statement.end ?? 0);
        expect(plain(other.slice(found?.start ?? 0, found?.end ?? 0))).toBe(plain(before));
      }
    }
  });

  it("finds them again when a text with straight quotes is curled", () => {
    const straight = SPELLINGS["straight quotes"]?.(SAMPLE) ?? "";
    expect(states(coded(straight, sentences(straight)), SAMPLE)).not.toContain("stale");
  });

  it("calls other words stale, wherever they are", () => {
    const dataset = coded(SAMPLE, sentences(SAMPLE));
    expect(states(dataset, `A new sentence. ${SAMPLE}`)).not.toContain("moved");
    expect(states(dataset, SAMPLE.replace("left", "stayed"))).toContain("stale");
    expect(new Set(states(dataset, "Something else altogether."))).toEqual(new Set(["stale"]));
    expect(new Set(states(dataset, ""))).toEqual(new Set(["stale"]));
  });

  it("says what cannot be verified", () => {
    const dataset = coded(SAMPLE, sentences(SAMPLE).slice(0, 1));
    const { passages, warnings } = verifyPassages(dataset, new Map());
    expect(passages.get("st0")).toEqual({ state: "no-text", start: 0, end: 15 });
    expect(warnings).toMatchObject([{ code: "missing-text", file: "sources.csv" }]);
    const bare = assembleDataset({
      ...dataset,
      statements: dataset.statements.map((one) => ({ ...one, start: null, end: null })),
    });
    expect(verify(bare, SAMPLE).passages.get("st0")).toEqual({ state: "no-locator", start: null, end: null });
  });

  it("never says moved unless the words are the same", () => {
    const word = fc.constantFrom("a", "b", "“c”", "'d'", "e.", "f");
    const gap = fc.constantFrom(" ", "  ", "\n", "\u00a0", "\r\n");
    const body = fc.array(fc.tuple(word, gap), { minLength: 3, maxLength: 15 });
    fc.assert(
      fc.property(body, body, (one, two) => {
        const text = one.flat().join("");
        const other = two.flat().join("");
        const dataset = coded(text, sentences(text));
        const { passages } = verify(dataset, other);
        const plain = (part: string) =>
          part.replace(/\s+/g, " ").replace(/[“”"]/g, '"').replace(/[‘’']/g, "'");
        for (const { id, start, end } of dataset.statements) {
          const found = passages.get(id);
          if (found?.state !== "exact" && found?.state !== "moved") continue;
          expect(plain(other.slice(found.start ?? 0, found.end ?? 0))).toBe(
            plain(text.slice(start ?? 0, end ?? 0)),
          );
        }
      }),
    );
  });

  it("ends in bounded time on a long text that has nothing of it", () => {
    const words = Array.from({ length: 40_000 }, (_, i) => `w${i % 977}`).join(" ");
    const spans = Array.from({ length: 200 }, (_, i) => ({ start: i * 700, end: i * 700 + 300 }));
    const dataset = coded(words, spans, false);
    expect(new Set(states(dataset, words.replaceAll("w", "v")))).toEqual(new Set(["stale"]));
  });
});

describe("paragraphsOf", () => {
  it("counts lines that are not blank", () => {
    const paragraphs = paragraphsOf(" a \r\n\n \t\nb\nc");
    expect(paragraphs).toEqual([
      { index: 1, start: 1, end: 2 },
      { index: 2, start: 9, end: 10 },
      { index: 3, start: 11, end: 12 },
    ]);
    expect(paragraphAt(paragraphs, 9)?.index).toBe(2);
    expect(paragraphAt(paragraphs, 5)).toBeNull();
    expect(paragraphsOf("")).toEqual([]);
  });
});

const corpus = requires("corpus");
describe.skipIf(!corpus)("the corpus", () => {
  const texts = corpus
    ? readdirSync(corpus).map((name) => readFileSync(path.join(corpus, name), "utf8"))
    : [];
  it.each(Object.entries(SPELLINGS))("keeps its passages in a text with %s", (_, spell) => {
    for (const text of texts) {
      const dataset = coded(text, sentences(text));
      const found = states(dataset, spell(text));
      const lost = found.filter((state) => state === "stale").length;
      expect({ lost, of: found.length }).toEqual({ lost: 0, of: found.length });
    }
  });
});
