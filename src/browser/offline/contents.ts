/** What a self-contained file holds beside the program: where to begin, and the dataset. Written by the page, read in the file. Pure. */

/** Where the file's own parts stand, by element id. */
export const PARTS = {
  start: "stancegraph-start",
  dataset: "stancegraph-dataset",
  notices: "stancegraph-notices",
} as const;

/** What the program without data has in their place. */
export const DATA_MARK = "<!--data-->";
export const TITLE_MARK = "<title>Stancegraph</title>";

export interface Start {
  /** Path and query of the view to begin with. */
  readonly address: string;
  /** Id of the dataset. */
  readonly id: string;
}

const plain = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** JSON that ends no script element. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, "\\u003c");

/**
 * The file: program, start and dataset.
 * @param program the page with all it needs but data
 * @param packed the dataset as a ZIP archive, packed by gzip, in base64
 */
export function offlineFile(program: string, title: string, start: Start, packed: string): readonly string[] {
  const [head, tail, ...more] = program.split(DATA_MARK);
  if (head === undefined || tail === undefined || more.length > 0 || !head.includes(TITLE_MARK))
    throw new Error("the program of self-contained files is not as expected");
  return [
    // A function, because `$` in a title means something to `replace`.
    head.replace(TITLE_MARK, () => `<title>${plain(title)}</title>`),
    `<script type="application/json" id="${PARTS.start}">${scriptJson(start)}</script>\n`,
    `<script type="text/plain" id="${PARTS.dataset}">`,
    packed,
    "</script>",
    tail,
  ];
}

/** Bytes in base64, piece by piece: a whole array is more than a call can take. */
export function toBase64(bytes: Uint8Array): string {
  const PIECE = 24_573;
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return text;
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.trim()), (sign) => sign.charCodeAt(0));

/** Bytes of a self-contained file, roughly: a statement takes about this many in it. */
const STATEMENT_BYTES = 260;

export const roughBytes = (program: number, statements: number): number =>
  program + statements * STATEMENT_BYTES;

/** Statements beyond which a file would be too large to be opened with pleasure. */
export const MOST_STATEMENTS = 100_000;
