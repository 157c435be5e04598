/** The words of the panels in one place, ready for translation. Neutral throughout: whatever is told of anyone is told as reported. */

import { isolated } from "../../model/direction.ts";
import { ABOUT_TEXTS } from "./texts-about.ts";
import { PATH_TEXTS } from "./texts-path.ts";
import { count } from "./words/numbers.ts";

const DETAILS_TEXTS = {
  loading: "Loading…",
  retry: "Try again",
  tryAgain: "Try again.",
  noAnswer: "The server does not answer.",
  copiedShort: "Copied",
  copied: "Copied to the clipboard.",
  copyByHand: "The browser does not let the page copy. Copy it from here:",
  restLeftOut: (listed: number, all: number) =>
    `The list holds the first ${listed.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")}.`,
  firstOf: (listed: number, all: number) =>
    `Below are the first ${listed.toLocaleString("en-GB")} of ${count(all, "statement")}.`,
  fetchNext: (next: number) => `Fetch the next ${next.toLocaleString("en-GB")}`,
  statementsOf: (all: number, label: string) => `${count(all, "statement")} of or about ${isolated(label)}.`,
  showMore: (rest: number) => `Show more (${rest.toLocaleString("en-GB")} left)`,
  show: "Show",
  hide: "Hide",
  clearFilters: "Clear all filters",

  mixed: "for and against",
  structure: "membership or sub-issue, no statement",
  actor: "Actor",
  issue: "Issue",
  thisIssue: "this issue",
  container: "Heading of issues",

  source: "Source",
  date: "Date",
  saidBy: "Said by",
  carriedBy: "Attributed to",
  voice: "Voice",
  modality: "Kind",
  intensity: "Intensity",
  intensities: (value: number) =>
    ({ 1: "1, weak or implied", 2: "2, clear", 3: "3, categorical" })[value] ?? String(value),
  confidence: "Confidence",
  place: "Place",
  noPlace: "The coder marked no passage.",
  note: "Coder’s note",
  id: "Id",
  condition: "Condition:",
  dependsOn: "Depends on",
  dependsOnThat: "depends on:",
  dependsOnNot: "depends on this not being so:",
  relationCounts: (polarity: string) => `counts as: ${polarity}`,
  offTopic: "off topic",
  noSummary: "No summary.",
  showPassage: "Show passage",
  hidePassage: "Hide passage",
  passageIn: (source: string) => `Passage in its paragraph: ${source}`,
  passageMoved:
    "The text differs from the coded one in blanks or quotation marks; the passage was found again.",
  passageStale:
    "The text that is served is not the one that was coded, so the passage may not be what was meant.",
  passageAbsent: "The passage is not shown.",
  passageAt: (place: string, source: string) => `To look it up: ${place} of “${isolated(source)}”.`,
  passageRights: "Shown on this screen only; rights in the text are its owner’s.",
  openSource: "Open the source’s address",
  repeats: (number: number) => `Repeated ${number === 1 ? "once" : `${number} times`}`,
  repeatsExplained: "The same source says it again here. Repeats are listed, never counted.",
  isRepeat: "This repeats an earlier statement of the same source and is not counted.",
  original: (id: string) => `Show the original (${id})`,
  copyCitation: "Copy citation",
  citationCopied: "The citation was copied.",
  reportError: "Report an error",
  reportCopied:
    "A report with the id, the place and the fields was copied. Send it to whoever keeps the dataset.",
  openAlone: "Open alone",
  nextCard: "next statement",
  previousCard: "previous",
  wholeLine: (number: number) =>
    number === 1 ? "Show its line on the map" : `Show all ${number} statements of its line`,
  notInView: "The filters of the map leave this statement out.",
  tentative: "Every statement here is a forecast or an allegation, none a stated position.",
  structureExplained: "A membership recorded by the coders, not a statement of a source.",
  agreementExplained: "Computed from the statements of both on the issues where both take a side.",
  edgeGone: "This line is not in the current view: a filter leaves it out.",
  noSuchEdge: "There is no such line in this dataset, or not in this kind of graph.",

  speaksFor: "Speaks for",
  memberOf: "Part of",
  inGroups: "Counted among",
  partOf: "Sub-issue of",
  alsoKnown: "Also known as",
  noStakeholder: "Not a stakeholder: carries or comments on the positions of others.",
  wikidata: (id: string) => `Wikidata ${id}`,
  foldedInto: (one: string, whole: string) => `${one} is counted under ${whole} in this view.`,
  profile: "Profile",
  profileHeld: "Positions and relations it is reported to hold:",
  positions: "Positions on issues",
  relationsOut: (label: string) => `What ${label} is reported to do or say`,
  relationsIn: (label: string) => `What others are reported to do or say to ${label}`,
  allies: "Allies",
  alliesNote: "Share its side on more issues than not.",
  opponents: "Opponents",
  opponentsNote: "Stand on the other side on more issues than not.",
  agreeDisagree: (agree: number, disagree: number) =>
    `agree on ${agree === 0 ? "none" : count(agree, "issue")}, disagree on ${disagree === 0 ? "none" : count(disagree, "issue")}`,
  onWhichIssues: "On which issues",
  agreeOn: "Same side:",
  disagreeOn: "Opposite sides:",
  neighbours: "Neighbours",
  subIssues: "Sub-issues",
  allStatements: "All statements",
  statementsHeading: "Statements",
  statements: (number: number) => count(number, "statement"),
  statementsAt: (label: string) => `Statements: ${label}`,
  holders: {
    support: "Supported by",
    oppose: "Opposed by",
    mixed: "Reported on both sides",
    neutral: "Undecided or without a side",
  },
  oneSource: (number: number, label: string, source: string) =>
    `${count(number, "statement")} of or about ${isolated(label)}, known from one document only: “${isolated(source)}”.`,
  inSources: (number: number, label: string, sources: number) =>
    `${count(number, "statement")} of or about ${isolated(label)} in ${count(sources, "document")}.`,
  noStatementsAt: (label: string) => `The current view shows no statement of or about ${isolated(label)}.`,
  everyVoice: "Show authors and outlets too",
  egoDepth: "Steps around it",
  steps: (number: number) => count(number, "step"),
} as const;

const TABLE_TEXTS = {
  columns: {
    actor: "Actor",
    polarity: "Position",
    target: "Target",
    condition: "Condition",
    summary: "Summary",
    source: "Source",
    date: "Date",
    voice: "Voice",
    modality: "Kind",
    confidence: "Confidence",
    attributedTo: "Attributed to",
    speaker: "Said by",
    paragraph: "Paragraph",
    id: "Id",
  } as Readonly<Record<string, string>>,
  tableOf: "Statements of the current view",
  tableScroll: "Table of statements, scrolls sideways",
  filterTable: "Find in the table",
  columnChoice: "Columns",
  tableCsv: "Download as CSV",
  tableCsvHint: "The rows found, all of them, in the columns and the order shown",
  tableCount: (total: number, loaded: number) =>
    loaded < total
      ? `${count(total, "statement")}, the first ${loaded.toLocaleString("en-GB")} loaded.`
      : `${count(total, "statement")}.`,
  touching: (number: number) =>
    number === 0
      ? "None of them is of or about what is selected."
      : `${number.toLocaleString("en-GB")} of them, marked, ${number === 1 ? "is" : "are"} of or about what is selected.`,
  touches: "of or about what is selected",
  sortedLoaded: "Sorted within those loaded.",
  noRows: "No statement passes the filters.",
  noStatementsYet: "This dataset has no statements. Add rows to statements.csv; the page notices by itself.",
  noRowsFor: (text: string) => `No statement of the view has “${text}” in it.`,
  clearText: "Clear the search",
  openStatement: (id: string) => `open statement ${id}`,
  empty: "empty",
} as const;

const EXPORT_TEXTS = {
  exportIntro: "Every file holds the current view:",
  holds: "What the files hold",
  holdsWhole: (nodes: number, edges: number) =>
    `All of this view: ${count(nodes, "node")} and ${count(edges, "line")}`,
  holdsPart: (nodes: number, edges: number) =>
    `Only what the map draws of it: ${count(nodes, "node")} and ${count(edges, "line")}`,
  holdsAlways: "Statements are always all, and a drawing is always of what the map draws.",
  downloads: {
    gexf: {
      name: "GEXF 1.3",
      purpose: "For Gephi: colours, positions, sizes, dates as a timeline, every attribute.",
    },
    gexf12: { name: "GEXF 1.2", purpose: "For tools that cannot read 1.3, such as NetworkX." },
    graphml: { name: "GraphML", purpose: "For yEd, visone, igraph and Cytoscape." },
    json: { name: "JSON", purpose: "For programs: the graph in graphology’s form." },
    csvStatements: {
      name: "CSV of statements",
      purpose: "For spreadsheets, R and pandas: one row for each statement.",
    },
    csvEdges: {
      name: "CSV of edges",
      purpose: "One row for each line that the files hold, with its statements counted.",
    },
    csvNodes: { name: "CSV of nodes", purpose: "One row for each actor and issue, with counts." },
    svg: {
      name: "SVG",
      purpose: "Drawn in the default look: with legend, title and filters in words.",
    },
  } as Readonly<Record<string, { readonly name: string; readonly purpose: string }>>,
  offline: "One HTML file",
  offlinePurpose:
    "This page with the whole dataset, beginning with this view: it opens from disk in a browser, without a server and without a network. Without the texts of the documents.",
  offlineMake: (bytes: number | null) =>
    bytes === null ? "Make the file" : `Make the file (about ${(bytes / 1e6).toFixed(1)} MB)`,
  offlineSaved: "The file was handed to your downloads.",
  offlineTooLarge: (most: number) =>
    `The dataset is too large for that: such a file may have ${most.toLocaleString("en-GB")} statements.`,
  offlineNotBuilt: "This server has no program for such files: build it by npm run build.",
  localLink:
    "This dataset was opened in this tab: its address works here only, until the tab is loaded anew. To hand it on, make one HTML file.",
  screenPicture: "Picture of the screen",
  hiddenInFiles: (number: number) =>
    `${count(number, "node")} hidden on the screen ${number === 1 ? "is" : "are"} in these files all the same, and not in the picture of the screen.`,
  hiddenInPicture: (number: number) => `${count(number, "node")} hidden by hand.`,
  markedPath: (names: readonly string[]) => `Path marked: ${names.join(" → ")}.`,
  markedSelection: (names: readonly string[]) =>
    `Selected: ${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}.`,
  screenPurpose:
    "The map as it stands here, with its look, moved nodes, legend and title, made in this browser: SVG for print, PNG in single, double or fourfold size.",
  svg: "SVG",
  svgOfScreen: "Download the picture on the screen as SVG",
  png: "PNG",
  pngAt: (scale: number) => `Download PNG at ${scale} times the size`,
  pngSaved: "The picture was handed to your downloads.",
  pngTooLarge: "The browser cannot draw a picture of that size. Take a smaller one, or the SVG.",
  svgUnreadable: "The browser cannot draw the picture. Take the SVG instead.",
  shareLink: "Link",
  files: "Files",
  report: "Report",
  reportOfView:
    "All statements of this view, by issue, with their sources. Summaries and places of passages, never the passages.",
  reportOfSelection:
    "The statements of what is selected, by issue, with their sources. Summaries and places of passages, never the passages.",
  reportOfPaths:
    "The connections found, step by step, with their statements and sources. Summaries and places of passages, never the passages.",
  reportAs: (kind: string) => `Download the report as ${kind}`,
  reportSaved: "The report was handed to your downloads.",
  copyEmbed: "Copy code to embed",
  embedCopied: "The code was copied.",
  embedPurpose:
    "The code shows this view inside another page. Pages of another address need the server’s leave: start it with --embed-from.",
  closePanel: (panel: string) => `Close ${panel}`,
  linkPurpose: "Opens this page with the same filters, selection and question.",
  copyLink: "Copy link",
  linkCopied: "The link was copied.",
  noPassages:
    "No file ever holds a passage of the documents: only summaries in the coders’ words and the places of the passages.",
} as const;

export const TEXTS = {
  ...DETAILS_TEXTS,
  ...TABLE_TEXTS,
  ...EXPORT_TEXTS,
  ...PATH_TEXTS,
  ...ABOUT_TEXTS,
} as const;
