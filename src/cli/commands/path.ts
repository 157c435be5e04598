/** `stancegraph path`: how two nodes are connected, in sentences. */

import { nodeLabel } from "../../analysis/naming/names.ts";
import { counted } from "../../model/counted.ts";
import type { NodeKey } from "../../model/id.ts";
import { isLeastTotal, type Path, type PathAnswer } from "../../model/path.ts";
import { answerPaths } from "../../service/answer-paths.ts";
import type { ServedDataset } from "../../service/served-dataset.ts";
import { PATH_PARAMETERS, parsePathQuestion, resolvePathQuestion } from "../../view/path-grammar.ts";
import { type Command, isSet, textAt, textOption } from "../command.ts";
import { DATASET_ARGUMENT, DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { EXIT, typedName } from "../faults.ts";
import { flagsOf, pairsOf } from "../grammar-flags.ts";
import { loadDataset } from "../load-dataset.ts";
import { sayUndated } from "../undated.ts";

const { from: _from, to: _to, ...FLAGS } = PATH_PARAMETERS;

/** Longest time a question may take, in milliseconds; a person at a terminal waits longer than a page. */
const BUDGET_MS = 30_000;

export const pathCommand: Command = {
  description:
    "Says how two nodes are connected: paths over positions and relations, each hop as a sentence with the ids of its statements. Nodes are given by name, id or node key.",
  arguments: [
    { syntax: "<from>", description: "where paths begin" },
    { syntax: "<to>", description: "where they end" },
  ],
  options: [
    { flags: "--dataset <path>", description: DATASET_ARGUMENT.description },
    { flags: "--json", description: "give JSON, as /api/paths does" },
    ...DNA_FLAGS,
    ...flagsOf(FLAGS),
  ],
  examples: [
    "pakistan hamas",
    "pakistan hamas --mode shortest --via stance,subissue",
    "Egypt Qatar -k 5 --max-length 4 --json",
  ],
  async run(invocation) {
    const { io } = invocation;
    const ends = [
      ["from", textAt(invocation, 0) ?? ""],
      ["to", textAt(invocation, 1) ?? ""],
    ] as const;
    const { question, view } = parsePathQuestion([...ends, ...pairsOf(FLAGS, invocation)]);
    const served = await loadDataset(io, textOption(invocation, "dataset"), mappingOf(invocation));
    const query = resolvePathQuestion(question, (name, parameter) =>
      served.names.resolveNode(name, { parameter }),
    );
    const time = { budget: BUDGET_MS, now: () => io.now() };
    const resolved = served.resolve(view);
    sayUndated(io, served, resolved);
    const answer = answerPaths(served, resolved, query, time);
    await io.out(
      isSet(invocation, "json") ? `${JSON.stringify(answer, null, 2)}\n` : inWords(served, answer),
    );
    if (answer.truncated) io.err("There are more paths than are listed: narrow the question.\n");
    return EXIT.ok;
  },
};

function inWords(served: ServedDataset, answer: PathAnswer): string {
  const label = (key: NodeKey): string => nodeLabel(served.index, served.index.nodeByKey.get(key) ?? -1);
  const ends = `${label(answer.from)} – ${label(answer.to)}`;
  if (answer.paths.length === 0) return `${ends}: no path.\n${hintInWords(answer)}`;
  const shown = counted(answer.paths.length, "path");
  return [
    `${ends}: ${shown}; ${isLeastTotal(answer) ? "at least " : ""}${answer.total} with the fewest hops.\n`,
    ...answer.paths.map((path, at) => `\n${pathInWords(path, at + 1, label)}`),
  ].join("");
}

function pathInWords(path: Path, number: number, label: (key: NodeKey) => string): string {
  const facts = [counted(path.length, "hop"), path.agreement ?? "", path.conditional ? "conditional" : ""];
  const hops = path.hops.map(({ sentence, statements }) =>
    statements.length > 0 ? `   ${sentence} [${statements.join(", ")}]\n` : `   ${sentence}\n`,
  );
  return `${number}. ${path.nodes.map(label).join(" – ")} (${facts.filter(Boolean).join(", ")})\n${hops.join("")}`;
}

function hintInWords({ hint }: PathAnswer): string {
  if (!hint) return "";
  const length = hint.length === null ? "" : ` of ${counted(hint.length, "hop")}`;
  return `${hint.reason}\n${hint.relax ? `${relaxationInFlags(hint.relax)} there is one${length}.\n` : ""}`;
}

/** What to type otherwise. A filter without value and a toggle that is off are left out. */
function relaxationInFlags({
  parameter,
  value,
}: {
  readonly parameter: string;
  readonly value: string;
}): string {
  const flag = typedName(parameter);
  if (value === "" || value === "false") return `If you leave out ${flag},`;
  return `With ${flag} ${/^[\w.,:+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`}`;
}
