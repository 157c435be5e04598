/** The words of "Open your own data". */

export const OPEN_TEXTS = {
  intro:
    "Open a dataset from this computer. It is read in this browser tab: nothing is uploaded, nothing is kept, and it is gone when the page is closed or loaded anew.",
  drop: "Drop a file or folder here",
  or: "or",
  chooseFile: "Choose a file…",
  chooseFolder: "Choose a folder…",
  formats: "What can be opened",
  kinds: [
    [
      "Dataset",
      "the folder with datapackage.json and its tables, a ZIP archive of it, or all its tables together",
    ],
    [
      "CSV, TSV",
      "a table with one coded statement per row, also packed as .gz; you say which column is what, and may add a table of dates",
    ],
    ["DNA", "a database of the Discourse Network Analyzer 3 (.dna)"],
    ["GEXF, GraphML, JSON", "a graph: nodes as actors and issues, one statement for each edge"],
  ] as readonly (readonly [string, string])[],
  limits: "Up to 256 MB for each file, unpacked. Large data take time, and memory of the browser.",
  stages: {
    reading: "Reading …",
    checking: "Checking …",
    preparing: "Preparing the map …",
  } as Readonly<Record<string, string>>,
  percent: (share: number) => `${Math.round(share * 100)} %`,
  refused: (count: number) =>
    count === 1
      ? "It cannot be opened: there is 1 problem. What was on the screen before is still there."
      : `It cannot be opened: there are ${count.toLocaleString("en-GB")} problems. What was on the screen before is still there.`,
  remarks: (count: number) =>
    count === 0
      ? "It was opened."
      : count === 1
        ? "It was opened, with 1 remark."
        : `It was opened, with ${count.toLocaleString("en-GB")} remarks.`,
  openedAs: (label: string) =>
    `Its statements of the type “${label}” were taken; others, or other variables, can be chosen.`,
  file: "File",
  row: "Row",
  column: "Column",
  problem: "What is wrong",
  remark: "Remark",
  remedy: "What to do",
  more: (count: number) => `And ${count.toLocaleString("en-GB")} more; the list as text has all.`,
  listAsText: "Save the list as text",
  again: "Choose another",
  explore: "Explore it",
  broken: (message: string) => `The program failed: ${message}`,
  mapping: (name: string) => `Which column of ${name} is what?`,
  mappingWords:
    "Guessed from the names of the columns. Each row is one statement: an actor, a target and a stand.",
  none: "– none –",
  fields: {
    actor: "Actor (who takes the position)",
    issue: "Issue (what it is about)",
    polarity: "Polarity (for or against)",
    source: "Document",
    date: "Date",
    summary: "Summary",
    speaker: "Speaker",
    relation: "Relation (to another actor)",
    target: "Target of the relation",
    confidence: "Confidence (0 to 1)",
    actor_label: "Name of the actor, where the column above has ids",
    issue_label: "Name of the issue, where the column above has ids",
    source_label: "Title of the document, where the column above has ids",
    attributed_to: "Attributed to",
    voice: "Voice (reported or author)",
    modality: "Modality (position, forecast, allegation, fact)",
    intensity: "Intensity",
    condition: "Condition",
    condition_issues: "Issues of the condition",
    date_precision: "Precision of the date",
    date_basis: "Basis of the date",
    paragraph: "Paragraph",
    start: "Start of the passage",
    end: "End of the passage",
    passage_sha256: "SHA-256 of the passage",
    repeat_of: "Repeat of (id of a statement)",
    off_topic: "Off topic (true or false)",
    coder: "Coder",
    notes: "Notes",
    id: "Id of the statement",
  } as Readonly<Record<string, string>>,
  furtherFields: (chosen: number) => `More fields (${chosen === 0 ? "none" : chosen} chosen)`,
  dates: "Dates from another table",
  datesWords: "A table that says when each vote or document was.",
  chooseDates: "Choose a table of dates…",
  datesOf: (name: string) => `Which column of ${name} is what?`,
  datesOwner: "Dates are of",
  datesOwners: { issue: "issues", source: "documents" } as Readonly<Record<string, string>>,
  datesKey: (column: string) => `As in “${column}”`,
  datesDate: "Date",
  datesLabel: "Name",
  datesNeed: "Choose the issue or the document first: dates are found by it.",
  datesNeeds: "Choose the columns of the table of dates: what it is of, as in the table, and the date.",
  datesNoTable: (name: string) => `${name} is no table (.csv or .tsv, perhaps packed as .gz).`,
  withoutDates: "Without it",
  dnaMapping: (name: string) => `Which variable of ${name} is what?`,
  dnaWords:
    "Each statement has an actor and an issue. Speakers and polarity may be missing: then nobody speaks for the actor, and no statement takes a side.",
  dnaReason: (reason: string) => `It could not be guessed: ${reason}`,
  dnaType: "Statement type",
  dnaTypeOf: (label: string, statements: number) =>
    `${label} (${statements.toLocaleString("en-GB")} ${statements === 1 ? "statement" : "statements"})`,
  dnaField: (name: string) => `${name} (of the document)`,
  dnaNeeds: "Choose at least the actor and the issue.",
  dnaOpen: "Open the database",
  back: "Back to the choices",
  values: (column: string) => `What do the values of “${column}” mean?`,
  emptyValue: "(empty)",
  meanings: { "": "– not said –", support: "support", oppose: "oppose", neutral: "neutral" } as Readonly<
    Record<string, string>
  >,
  manyValues: (column: string) =>
    `“${column}” has many different values: it may not be the polarity. Values that are support, oppose or neutral themselves are understood.`,
  keepOthers: "Keep the other columns",
  skipIncomplete: "Leave out rows without actor, document or target",
  convert: "Open the table",
  needs: "Choose at least the actor, the polarity, and the issue (or relation and target).",
} as const;

/** Remedies in the page's words, where those of the command line speak of flags. */
export const OPEN_REMEDIES: Readonly<Record<string, string>> = {
  "unknown-column": "Choose one of the columns that there are.",
  "unmapped-field": "Choose the column that it is.",
  "unknown-value": "Say what the value means, or choose another column for the polarity.",
  "unused-value": "Nothing need be done.",
  "column-left-out": "Open it again and keep the other columns, where they are wanted.",
  "skip-incomplete": "Or leave such rows out by the box in the form.",
  "incomplete-rows": "Fill in their cells, or live without them.",
  "no-date-key": "Say which columns of the table of dates they are, in the form.",
  "unknown-variable": "Choose another variable.",
  "bad-polarity": "Say what each value means, or choose no variable for the polarity.",
  "dna-no-polarity": "Complete the statements in DNA; if they take no side, nothing need be done.",
  "dna-no-actor": "Complete the statements in DNA, or choose another variable.",
  "dna-no-issue": "Complete the statements in DNA, or choose another variable.",
};
