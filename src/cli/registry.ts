/** The commands there are, in the order of the help. A new one is one file and one line here. */

import type { CommandEntry } from "./command.ts";

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "serve",
    summary: "serve datasets: the explorer and the API",
    load: async () => (await import("./commands/serve.ts")).serveCommand,
  },
  {
    name: "init",
    summary: "make an empty dataset package",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  {
    name: "locate",
    summary: "turn quotes into locators",
    load: async () => (await import("./commands/locate.ts")).locateCommand,
  },
  {
    name: "check",
    summary: "list everything that is wrong with a dataset",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "info",
    summary: "say what a dataset holds",
    load: async () => (await import("./commands/info.ts")).infoCommand,
  },
  {
    name: "statements",
    summary: "list statements",
    load: async () => (await import("./commands/statements.ts")).statementsCommand,
  },
  {
    name: "path",
    summary: "say how two nodes are connected",
    load: async () => (await import("./commands/path.ts")).pathCommand,
  },
  {
    name: "export",
    summary: "write a view to a file",
    load: async () => (await import("./commands/export.ts")).exportCommand,
  },
  {
    name: "network",
    summary: "compute a network from statements",
    load: async () => (await import("./commands/network.ts")).networkCommand,
  },
  {
    name: "analyze",
    summary: "analyse coalitions, conditions, contradictions and more",
    load: async () => (await import("./commands/analyze.ts")).analyzeCommand,
  },
  {
    name: "import",
    summary: "make a package of a table or a DNA database",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  {
    name: "convert",
    summary: "write a graph file in another format",
    load: async () => (await import("./commands/convert.ts")).convertCommand,
  },
];
