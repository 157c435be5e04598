/** Every code a check can give, with its remedy: the one table from which problems are made and the docs list them. */

/** Code → what to do about it. `level` says whether it makes a dataset bad. */
export const PROBLEM_CODES = {
  "missing-folder": {
    level: "problem",
    remedy: "Check the path, or make a package with `stancegraph init FOLDER`.",
  },
  "not-a-folder": { level: "problem", remedy: "Name the folder that holds datapackage.json, not a file." },
  unreadable: {
    level: "problem",
    remedy: "Check that it is an ordinary file or folder that you are allowed to read.",
  },
  "missing-file": {
    level: "problem",
    remedy: "Add the file; `stancegraph init FOLDER` makes an empty package to copy from.",
  },
  "empty-file": {
    level: "problem",
    remedy: "Write at least the header line, or delete the file if it is optional.",
  },
  "file-too-large": { level: "problem", remedy: "Split the dataset into several packages." },
  "bad-encoding": { level: "problem", remedy: "Save the file as UTF-8 (in Excel: CSV UTF-8)." },
  "bad-descriptor": {
    level: "problem",
    remedy: "Correct datapackage.json as the Data Package standard (version 2) asks.",
  },
  "unsafe-path": {
    level: "problem",
    remedy: "Use a path inside the package, without `..`, drive or leading slash.",
  },
  "remote-table": {
    level: "warning",
    remedy: "Name the file in the package in `path`; tables are never fetched from the web.",
  },
  "unlisted-table": { level: "warning", remedy: "Add the file to `resources` in datapackage.json." },
  "schema-differs": {
    level: "warning",
    remedy: "Make `schema.fields` in datapackage.json name the columns of the file.",
  },
  "odd-dataset-name": {
    level: "warning",
    remedy: "Use lower-case letters, digits, `.`, `_` and `-` in `name`.",
  },
  "unclosed-quote": {
    level: "problem",
    remedy: 'End the cell with a double quote; write one inside a cell as "".',
  },
  "stray-quote": {
    level: "problem",
    remedy: 'Enclose the whole cell in double quotes and write each one inside as "".',
  },
  "nul-character": { level: "problem", remedy: "Remove the NUL character; the file may be damaged." },
  "cell-too-large": {
    level: "problem",
    remedy: "Shorten the cell to at most 1048576 characters; look for a missing quote above.",
  },
  "ragged-row": {
    level: "problem",
    remedy: "Give the row as many cells as the header; enclose cells that hold commas in quotes.",
  },
  "blank-line": { level: "warning", remedy: "Delete the empty line; it is skipped." },
  "missing-column": { level: "problem", remedy: "Add the column to the header and fill it in every row." },
  "duplicate-column": { level: "problem", remedy: "Rename or delete one of the columns." },
  "unnamed-column": { level: "problem", remedy: "Give the column a name, or delete it." },
  "private-column": {
    level: "warning",
    remedy:
      "Run `stancegraph locate FOLDER --corpus DIR`, which turns quotes into locators and removes the column.",
  },
  "missing-value": { level: "problem", remedy: "Fill in the cell." },
  "bad-id": {
    level: "problem",
    remedy: "Use 1–200 characters, none of ; , : or a control character, no blank at the ends.",
  },
  "reserved-id": { level: "problem", remedy: "Choose an id that does not begin with `structure:`." },
  "duplicate-id": { level: "problem", remedy: "Give each record of a table its own id." },
  "bad-number": { level: "problem", remedy: "Write digits only, with a point before decimals." },
  "number-out-of-range": {
    level: "problem",
    remedy: "Use a number within the bounds that the message names.",
  },
  "bad-boolean": { level: "problem", remedy: "Write true or false, or leave the cell empty." },
  "bad-word": { level: "problem", remedy: "Use one of the words that the message lists." },
  "bad-date": { level: "problem", remedy: "Write a real date as YYYY, YYYY-MM or YYYY-MM-DD." },
  "date-precision-differs": {
    level: "problem",
    remedy: "Make the precision fit the date, or leave the precision empty.",
  },
  "bad-date-bounds": { level: "problem", remedy: "Put the earlier date into date_earliest." },
  "bad-hash": {
    level: "problem",
    remedy: "Write a SHA-256 as 64 digits 0–9 a–f; `stancegraph locate` computes it.",
  },
  "bad-list": {
    level: "problem",
    remedy: "Separate items by one ; and write a semicolon inside an item as \\;.",
  },
  "unknown-id": { level: "problem", remedy: "Correct the id, or add the record it names." },
  "self-reference": { level: "problem", remedy: "Name another record, or leave the cell empty." },
  cycle: { level: "problem", remedy: "Empty the cell of one of the records, so that the chain has an end." },
  "name-clash": { level: "problem", remedy: "Change one of the names: each must lead to one record." },
  "no-target": { level: "problem", remedy: "Fill in issue and polarity, or relation and target." },
  "two-targets": {
    level: "problem",
    remedy: "Keep either issue, or relation and target; split the row if both are meant.",
  },
  "incomplete-target": { level: "problem", remedy: "Fill in both relation and target." },
  "missing-polarity": { level: "problem", remedy: "Write support, oppose or neutral." },
  "polarity-disagrees": { level: "problem", remedy: "Empty the polarity of the row: the relation says it." },
  "container-issue": { level: "warning", remedy: "Name one of the issues under the heading instead." },
  "condition-on-neutral": { level: "problem", remedy: "Empty the condition, or code support or oppose." },
  "condition-without-words": { level: "problem", remedy: "Put the condition in words into `condition`." },
  "repeat-of-repeat": { level: "problem", remedy: "Name the first statement, which repeats nothing." },
  "repeat-differs": {
    level: "problem",
    remedy:
      "A repeat has the source, actor, target and polarity of its original: correct it, or empty repeat_of.",
  },
  "bad-span": {
    level: "problem",
    remedy: "Let end be greater than start; `stancegraph locate` computes both.",
  },
  "incomplete-span": {
    level: "problem",
    remedy: "Fill in start and end together, or empty start, end and passage_sha256.",
  },
  "odd-url": { level: "warning", remedy: "Write an address that begins with https:// or http://." },
  "unknown-document": {
    level: "warning",
    remedy: "Name the text as the source's id with .txt after it, or delete it.",
  },
  "passage-out-of-range": {
    level: "problem",
    remedy: "Use the text that was coded, or locate the passage again.",
  },
  "passage-stale": { level: "problem", remedy: "Use the text that was coded, or locate the passage again." },
  "passage-moved": {
    level: "warning",
    remedy: "Nothing need be done; use the text that was coded for exact offsets.",
  },
  "wrong-paragraph": {
    level: "problem",
    remedy: "Write the paragraph that the message names: lines that are not blank count, from 1.",
  },
  "ragged-passage": {
    level: "warning",
    remedy: "Let the passage lie within one paragraph, without blanks at its ends.",
  },
  "missing-text": {
    level: "warning",
    remedy: "Add the text as <source id>.txt to verify the passages of this source.",
  },
  "text-differs": {
    level: "warning",
    remedy: "Nothing need be done; update sha256 and length in sources.csv if this is the text.",
  },
  "wrong-text": {
    level: "problem",
    remedy: "Use the text that was coded, or update sha256 and length in sources.csv and locate again.",
  },
  "quote-not-found": {
    level: "problem",
    remedy: "Copy the words of one paragraph exactly as the text has them.",
  },
  "quote-ambiguous": { level: "problem", remedy: "Fill in the paragraph, or quote more words." },
  "quote-without-text": {
    level: "problem",
    remedy: "Add the text as <source id>.txt to the folder given by --corpus.",
  },
} as const satisfies Readonly<
  Record<string, { readonly level: "problem" | "warning"; readonly remedy: string }>
>;

export type ProblemCode = keyof typeof PROBLEM_CODES;
