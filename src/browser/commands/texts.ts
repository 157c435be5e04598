/** The words of the commands. */

export const COMMAND_TEXTS = {
  groups: {
    go: "Go to",
    map: "Map",
    view: "View",
    path: "Paths",
    share: "Share",
    help: "Help",
  },
  search: "Search or ask",
  openTab: (label: string) => `Open ${label}`,
  openLeft: (label: string) => `Open ${label}`,
  toggleLeft: "Show or hide the left column",
  toggleDock: (label: string) => `Show or hide ${label}`,
  about: "About this data",
  walk: "Nearest node in that direction",
  choose: "Select the marked node",
  neighbours: "Next, previous neighbour",
  lines: "Next, previous line of the marked node",
  fit: "Show everything",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  unpin: "Put moved nodes back",
  findPath: "Find a path",
  pathFrom: "Find a path from the selected node",
  undo: "Undo",
  redo: "Redo",
  clearFilters: "Clear all filters",
  theme: "Change between light and dark colours",
  playTime: "Play or pause time",
  changes: "Time: what changed",
  clearTime: "Time: clear dates",
  arrangeTime: "Time: arrange the nodes shown anew",
  compare: "Compare the selected",
  compareActors: "Compare two actors",
  compareSources: "Compare two sources",
  comparePeriods: "Compare two periods",
  open: "Open your own data",
  openWords: "file folder zip dna gexf graphml csv upload import drop local",
  export: "Share and export",
  exportWords: "download link embed report html markdown",
  download: (file: string) => `Download: ${file}`,
  downloadWords: "export save file",
  files: {
    gexf: "GEXF 1.3",
    gexf12: "GEXF 1.2",
    graphml: "GraphML",
    json: "JSON",
    csvStatements: "CSV of statements",
    csvEdges: "CSV of edges",
    csvNodes: "CSV of nodes",
  } as Readonly<Record<string, string>>,
  pictures: { svg: "picture of the screen as SVG", png: "picture of the screen as PNG" },
  copyLink: "Copy the link to this view",
  linkCopied: "The link was copied.",
  linkRefused: "The browser does not allow to copy. Take the link from its address bar.",
  palette: "All actions",
  shortcuts: "Keyboard shortcuts",
  clear: "Clear the selection, the mark, the path, the surroundings",
  nextStatement: "Next statement of the details",
  previousStatement: "Previous statement of the details",
  togglePosition: (label: string) => `Positions: show or hide “${label}”`,
  allPositions: "Positions: show all",
  positionWords: "legend polarity stance filter",
} as const;

/** A key as the sheet prints it. */
export const printedKey = (key: string): string =>
  key
    .replace("ArrowLeft", "←")
    .replace("ArrowRight", "→")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓")
    .replace("Escape", "Esc")
    .replace(/^-$/, "−");
