/** Fetches what a report of the view and selection needs and makes it. */

import type { DatasetDescription, Page, StatementRecord } from "../../../model/api.ts";
import { isolated } from "../../../model/direction.ts";
import type { PathAnswer } from "../../../model/path.ts";
import type { View } from "../../../model/view.ts";
import type { Pair } from "../../../view/parameters.ts";
import { apiPath, fetchJson, type GraphDocument } from "../../api/client.ts";
import { pathView, statementPairs } from "../../api/hooks.ts";
import { isComplete, questionPairs } from "../../state/question.ts";
import type { ExplorerState } from "../../state/store.ts";
import { reportNotes } from "./notes.ts";
import { buildReport, type Report } from "./report.ts";

/** Statements in one report at most. */
const MOST = 2000;
const PAGE = 1000;

export interface ReportContext {
  readonly state: ExplorerState;
  readonly dataset: DatasetDescription;
  /** The picture of the view, for the statements of a selected line and the filters in words. */
  readonly graph: GraphDocument;
  /** Name of a node by its key. */
  nameOf(key: string): string;
  readonly address: string;
  readonly day: string;
}

/** Which statements of the view the report is about (null = all), and how it is called. */
interface Subject {
  readonly words: string;
  readonly ids: ReadonlySet<string> | null;
}

const EVERYTHING: Subject = { words: "", ids: null };

/** The lines of the picture know their statements, whatever roll-up and projection made them. */
function subjectOf({ state, graph, nameOf }: ReportContext): Subject {
  const { selection } = state;
  const called = (key: string): string => isolated(nameOf(key));
  const along = (words: string, fits: (edge: GraphDocument["edges"][number]) => boolean): Subject => ({
    words,
    ids: new Set(graph.edges.filter(fits).flatMap(({ attributes }) => attributes.statements)),
  });
  switch (selection?.type) {
    case undefined:
      return EVERYTHING;
    case "node":
    case "nodes": {
      const keys: ReadonlySet<string> = new Set(selection.type === "node" ? [selection.key] : selection.keys);
      return along(
        [...keys].map(called).join(", "),
        ({ source, target }) => keys.has(source) || keys.has(target),
      );
    }
    case "pair": {
      const ends = [selection.from, selection.to];
      return along(
        ends.map(called).join(" – "),
        ({ source, target }) => ends.includes(source) && ends.includes(target),
      );
    }
    case "statement":
      return { words: selection.id, ids: new Set([selection.id]) };
    case "edge": {
      const edge = graph.edges.find(({ key }) => key === selection.key);
      const words = edge ? `${called(edge.source)} – ${called(edge.target)}` : "";
      return along(words, ({ key }) => key === selection.key);
    }
  }
}

/** @throws ApiError */
export async function makeReport(context: ReportContext, signal?: AbortSignal): Promise<Report> {
  const { state, dataset, graph } = context;
  const { question, view } = state;
  const paths = isComplete(question)
    ? await fetchJson<PathAnswer>(
        apiPath(state.dataset, "paths", [...questionPairs(question), ...statementPairs(pathView(view))]),
        signal,
      )
    : null;
  const subject = paths ? EVERYTHING : subjectOf(context);
  const wanted = paths
    ? new Set(paths.paths.flatMap(({ hops }) => hops.flatMap(({ statements }) => statements)))
    : subject.ids;
  const { statements, total } = await fetchStatements(
    state.dataset,
    paths ? pathView(view) : view,
    wanted,
    signal,
  );
  return buildReport({
    dataset,
    description: graph.attributes.description,
    subject: paths
      ? `${isolated(context.nameOf(paths.from))} → ${isolated(context.nameOf(paths.to))}`
      : subject.words,
    notes: reportNotes(state.settings.hidden, state.tab),
    statements,
    total,
    paths,
    address: context.address,
    day: context.day,
  });
}

/** @param wanted ids of those to keep; null = all */
async function fetchStatements(
  dataset: string | null,
  view: View,
  wanted: ReadonlySet<string> | null,
  signal: AbortSignal | undefined,
): Promise<{ readonly statements: readonly StatementRecord[]; readonly total: number }> {
  const statements: StatementRecord[] = [];
  let total = 0;
  let cursor: string | null = null;
  do {
    const pairs: Pair[] = [...statementPairs(view), ["limit", String(PAGE)]];
    if (cursor !== null) pairs.push(["cursor", cursor]);
    const page: Page<StatementRecord> = await fetchJson(apiPath(dataset, "statements", pairs), signal);
    const kept = page.items.filter(({ id }) => wanted === null || wanted.has(id));
    total += kept.length;
    statements.push(...kept.slice(0, MOST - statements.length));
    cursor = page.nextCursor;
    // Ids are found once only: what is looked for is complete.
    if (wanted !== null && total === wanted.size) return { statements, total };
    // Of a very large view the rest is not even counted one by one.
    if (cursor !== null && statements.length >= MOST)
      return { statements, total: Math.max(total, page.total) };
  } while (cursor !== null);
  return { statements, total };
}
