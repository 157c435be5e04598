/** `stancegraph init`: an empty dataset package to fill. */

import path from "node:path";
import { initFolder } from "../../dataset/folder-node.ts";
import { type Command, textAt } from "../command.ts";
import { EXIT } from "../faults.ts";

export const initCommand: Command = {
  description:
    "Makes an empty dataset package: datapackage.json and the tables with their header lines. The folder must not exist or be empty.",
  arguments: [{ syntax: "<folder>", description: "where to make it" }],
  options: [],
  examples: ["my-dataset"],
  async run(invocation) {
    const { io } = invocation;
    const named = textAt(invocation, 0) ?? "";
    const files = await initFolder(path.resolve(io.cwd, named));
    for (const file of files) await io.out(`${path.join(named, file)}\n`);
    io.err(`Fill in the tables, then run: stancegraph check ${named}\n`);
    return EXIT.ok;
  },
};
