/**
 * A GEXF, GraphML or graphology file as a package: one statement for each edge between an actor and an issue or another actor, or
 * one for each of its documents.
 */

import { readPackage } from "../../dataset/read.ts";
import { type Writable, writePackage } from "../../dataset/write.ts";
import { counted } from "../../model/counted.ts";
import { type CheckReport, Fault, type Problem } from "../../model/problem.ts";
import type { GraphReader } from "../read/reader.ts";
import { READERS } from "../read/registry.ts";
import { type Bond, type Bundled, makeEdges } from "./edges.ts";
import { gatherGraph } from "./gather.ts";
import { type MadeRecord, makeNodes } from "./nodes.ts";

/** The reader of a graph file by the ending of its name, or undefined; tables are no graphs here. */
export const graphReaderOf = (file: string): GraphReader | undefined =>
  READERS.find(({ id, extension }) => id !== "csv" && file.toLowerCase().endsWith(extension));

export interface GraphImport {
  /** Name of the file in messages. */
  readonly file: string;
  readonly reader: GraphReader;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Name of the new dataset, for addresses. */
  readonly name: string;
  readonly title: string;
}

export interface GraphPackage {
  /** By name in the package; none when the report is not ok. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly report: CheckReport;
}

/** Code → remedy of what is said although the graph is taken. */
const GRAPH_WARNINGS = {
  "graph-bundled":
    "Export the statements themselves (projection=statements), or the package, where each is wanted.",
  "graph-computed":
    "Export positions (projection=bundled or statements) where the documents of statements are wanted.",
  "graph-dropped": "Nothing need be done; a statement has an actor and another actor or an issue.",
} as const;

/** Everything that is wrong with the file or with what it says stands in the report. */
export async function graphPackage({
  file,
  reader,
  chunks,
  name,
  title,
}: GraphImport): Promise<GraphPackage> {
  const refused = (problem: Omit<Problem, "file">): GraphPackage => ({
    files: new Map(),
    report: { ok: false, problems: [{ file, ...problem }], warnings: [], counts: {} },
  });
  let graph: Awaited<ReturnType<typeof gatherGraph>>;
  try {
    graph = await gatherGraph(reader, chunks);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message, remedy, details } = error;
    const line = details["line"];
    return refused({ row: typeof line === "number" ? line : null, column: "", code, message, remedy });
  }
  const nodes = makeNodes(graph.nodes);
  const edges = makeEdges(graph.edges, nodes.byId, title);
  const { statements, relations, sources, bonds } = edges;
  if (statements.length === 0)
    return refused({
      row: null,
      column: "",
      code: "no-rows",
      message: `${file} has no edge that could be a statement`,
      remedy:
        "Use a graph with edges among actors, or from actors to issues (nodes whose type is issue or concept).",
    });
  const files = writePackage({
    metadata: {
      name,
      title,
      description: "",
      version: "0.1.0",
      licences: [],
      contributors: [],
      method: `Imported from the graph ${file}: one statement for each edge and document.`,
    },
    kinds: nodes.kinds,
    actors: bound(nodes.actors, "actor", bonds),
    issues: bound(nodes.issues, "issue", bonds),
    relations,
    sources,
    statements,
    // The check below is what makes records of these.
  } as unknown as Writable);
  const { report } = readPackage(files, { id: name });
  const warning = (code: keyof typeof GRAPH_WARNINGS, message: string): Problem => ({
    file,
    row: null,
    column: "",
    code,
    message,
    remedy: GRAPH_WARNINGS[code],
  });
  const warnings = [
    ...(edges.bundled.edges > 0 ? [warning("graph-bundled", bundledWords(edges.bundled))] : []),
    ...(edges.computed > 0
      ? [
          warning(
            "graph-computed",
            `${counted(edges.computed, "edge is a tie", "edges are ties")} computed from statements; each became one statement of the file itself, because no document says it`,
          ),
        ]
      : []),
    ...(edges.dropped > 0
      ? [
          warning(
            "graph-dropped",
            `${edges.dropped} edges are left out: they join two issues, or a node with itself`,
          ),
        ]
      : []),
    ...report.warnings,
  ];
  return { files: report.ok ? files : new Map(), report: { ...report, warnings } };
}

/** What became of edges that stand for several statements, and what is no longer known. */
function bundledWords({ edges, shared, statements, made }: Bundled): string {
  const merged = statements - made;
  const rest = shared === 0 ? "" : ` (${shared} of these edges rest on several documents)`;
  return [
    `${counted(edges, "edge stands", "edges stand")} for ${statements} statements${rest}`,
    `${counted(made, "statement is", "statements are")} made of them, one for each edge and document`,
    ...(merged > 0 ? [`${counted(merged, "statement is", "statements are")} lost in these`] : []),
    "confidence, intensity and date, and where they cannot be told apart summary and condition, are those of the whole edge",
  ].join("; ");
}

/** Records with the members that structural edges set. */
function bound(
  records: readonly MadeRecord[],
  type: Bond["type"],
  bonds: readonly Bond[],
): readonly MadeRecord[] {
  const own = new Map<string, Bond[]>();
  for (const bond of bonds) {
    if (bond.type !== type) continue;
    const known = own.get(bond.id);
    if (known) known.push(bond);
    else own.set(bond.id, [bond]);
  }
  return records.map((record) => {
    const changes: Record<string, unknown> = {};
    for (const { member, to } of own.get(record.id) ?? []) {
      if (member === "groups")
        changes["groups"] = [...((changes["groups"] as string[] | undefined) ?? []), to];
      else changes[member] ??= to;
    }
    return { ...record, ...changes };
  });
}
