/** Shows the passage of a statement inside its paragraphs, when there is a text and the asker may read it. */

import { type Verification, verifyPassages } from "../dataset/corpus.ts";
import type { DatasetDescription, PassageRecord } from "../model/api.ts";
import type { Statement } from "../model/dataset.ts";
import { namedSource, orNull } from "../view/records/lookups.ts";
import type { ServedDataset } from "./served-dataset.ts";

/** Texts by source id. */
export type Corpus = ReadonlyMap<string, string>;

const NO_CORPUS =
  "No texts are served. Whoever has the documents starts the server with --corpus DIR; the offsets say where the passage is.";

/** The texts that one kind of asker may read, and the passages found in them. */
interface Readable {
  readonly texts: Corpus;
  /** Made when the first passage is asked for. */
  verification: Verification | null;
}

/**
 * Texts in a package are there to be read by everybody. Those lent to the server (`--corpus`, or in a DNA database) are shown
 * unless they are withheld, and then come before those of the package.
 */
export class PassageReader {
  private readonly corpus: Corpus | null;
  private readonly readable = new WeakMap<ServedDataset, Map<boolean, Readable>>();

  /** @param corpus null when no texts are lent */
  constructor(corpus: Corpus | null) {
    this.corpus = corpus;
  }

  /** What the description of a dataset says about passages. */
  status(served: ServedDataset, withheld: string | null): DatasetDescription["passages"] {
    const lent = this.lentTo(served);
    if (served.texts.size > 0 || (lent !== null && withheld === null)) return { served: true, reason: null };
    return { served: false, reason: lent === null ? NO_CORPUS : withheld };
  }

  /** @param withheld why the asker may not read lent texts, or null */
  read(served: ServedDataset, statement: Statement, withheld: string | null): PassageRecord {
    const { dataset } = served;
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
    const readable = this.readableOf(served, withheld !== null);
    const text = readable.texts.get(statement.source)?.replace(/^\ufeff/, "");
    if (text === undefined) return nothing(null, this.whyNoText(served, statement, withheld));
    readable.verification ??= verifyPassages(dataset, readable.texts);
    const found = readable.verification.passages.get(statement.id);
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

  private whyNoText(served: ServedDataset, { source }: Statement, withheld: string | null): string {
    if (this.lentTo(served) === null)
      return served.texts.size === 0
        ? NO_CORPUS
        : `The package has no text of document ${source}. Whoever has it starts the server with --corpus DIR.`;
    return withheld ?? `The folder of texts has no file for document ${source}.`;
  }

  /** A DNA database brings its own texts. */
  private lentTo({ dataset }: ServedDataset): Corpus | null {
    return dataset.origin?.texts ?? this.corpus;
  }

  private readableOf(served: ServedDataset, withheld: boolean): Readable {
    const kinds = this.readable.get(served) ?? new Map<boolean, Readable>();
    this.readable.set(served, kinds);
    let readable = kinds.get(withheld);
    if (!readable) {
      const lent = withheld ? null : this.lentTo(served);
      readable = { texts: new Map([...served.texts, ...(lent ?? [])]), verification: null };
      kinds.set(withheld, readable);
    }
    return readable;
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
