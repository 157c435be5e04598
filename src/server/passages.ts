/** Shows the passage of a statement inside its paragraphs, when there is a text and the asker may read it. */

import { type Verification, verifyPassages } from "../dataset/corpus.ts";
import type { DatasetDescription, PassageRecord } from "../model/api.ts";
import type { Dataset, Statement } from "../model/dataset.ts";
import { namedSource, orNull } from "../view/records/lookups.ts";

/** Texts by source id. */
export type Corpus = ReadonlyMap<string, string>;

const NO_CORPUS =
  "No texts are served. Whoever has the documents starts the server with --corpus DIR; the offsets say where the passage is.";

export class PassageReader {
  private readonly corpus: Corpus | null;
  private readonly verified = new WeakMap<Dataset, Verification>();

  /** @param corpus null when no texts are served */
  constructor(corpus: Corpus | null) {
    this.corpus = corpus;
  }

  /** What the description of a dataset says about passages. */
  status(dataset: Dataset, withheld: string | null): DatasetDescription["passages"] {
    const reason = this.textsOf(dataset) === null ? NO_CORPUS : withheld;
    return { served: reason === null, reason };
  }

  /** @param withheld why the asker may not read texts, or null */
  read(dataset: Dataset, statement: Statement, withheld: string | null): PassageRecord {
    const locator = {
      statement: statement.id,
      source: namedSource(dataset, statement.source),
      start: statement.start,
      end: statement.end,
      paragraph: statement.paragraph,
      passageSha256: orNull(statement.passageSha256),
    };
    const nothing = (state: PassageRecord["state"], reason: string): PassageRecord => ({
      ...locator,
      available: false,
      state,
      reason,
      before: null,
      passage: null,
      after: null,
    });
    const texts = this.textsOf(dataset);
    if (texts === null) return nothing(null, NO_CORPUS);
    if (withheld !== null) return nothing(null, withheld);
    const text = texts.get(statement.source)?.replace(/^\ufeff/, "");
    if (text === undefined)
      return nothing(null, `The folder of texts has no file for document ${statement.source}.`);
    const found = this.verify(dataset, texts).passages.get(statement.id);
    if (!found || found.start === null || found.end === null || found.state === "no-locator")
      return nothing(null, "The statement has no locator: its coder marked no passage.");
    if (found.state === "stale" || found.state === "no-text")
      return nothing(
        "stale",
        "The text served is not the one that was coded: the passage is not where it was.",
      );
    return {
      ...locator,
      available: true,
      state: found.state,
      reason: null,
      ...inContext(text, found.start, found.end),
    };
  }

  /** A DNA database brings its own texts. */
  private textsOf(dataset: Dataset): Corpus | null {
    return dataset.origin?.texts ?? this.corpus;
  }

  private verify(dataset: Dataset, corpus: Corpus): Verification {
    let verification = this.verified.get(dataset);
    if (!verification) {
      verification = verifyPassages(dataset, corpus);
      this.verified.set(dataset, verification);
    }
    return verification;
  }
}

/** The passage, and what stands before and after it in the lines that it touches. Offsets in UTF-16 code units. */
function inContext(
  text: string,
  start: number,
  end: number,
): { readonly before: string; readonly passage: string; readonly after: string } {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", end);
  const lineEnd = found < 0 ? text.length : found;
  return {
    before: text.slice(lineStart, start).trimStart(),
    passage: text.slice(start, end),
    after: text.slice(end, lineEnd).trimEnd(),
  };
}
