/** Queries of the page, one hook per route. All take the dataset from the store; errors are `ApiError`. */

import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useQueries,
  useQuery,
} from "@tanstack/react-query";
import { parseLayout } from "../../layout/catalogue.ts";
import type {
  ActorDetail,
  ActorRecord,
  DatasetDescription,
  DatasetSummary,
  ExpansionRecord,
  IssueDetail,
  IssueRecord,
  Page,
  PassageRecord,
  StatementRecord,
} from "../../model/api.ts";
import type { PathAnswer } from "../../model/path.ts";
import { DEFAULT_VIEW, type View } from "../../model/view.ts";
import { viewPairs } from "../../view/grammar.ts";
import type { Pair } from "../../view/parameters.ts";
import { useLocal } from "../state/local.ts";
import { isComplete, type Question, questionPairs } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";
import { type ApiError, apiPath, fetchJson, type GraphDocument } from "./client.ts";
import { fetchGraph } from "./graph-request.ts";

type Answer<T> = UseQueryResult<T, ApiError>;

/** How often the page asks whether the data changed, in milliseconds. */
const POLL_MS = 15_000;

const segment = (id: string): string => encodeURIComponent(id);

/** The pairs of a view that decide which statements count: everything but how they are drawn. */
export const statementPairs = (view: View): readonly Pair[] =>
  viewPairs({
    ...view,
    theme: DEFAULT_VIEW.theme,
    layout: DEFAULT_VIEW.layout,
    projection: DEFAULT_VIEW.projection,
    structure: DEFAULT_VIEW.structure,
  });

/** The part of a view that paths on the page keep to: its filters. They go beyond surroundings, and not to what was expanded. */
export const pathView = (view: View): View => ({
  ...view,
  ego: DEFAULT_VIEW.ego,
  depth: DEFAULT_VIEW.depth,
  expand: DEFAULT_VIEW.expand,
});

/** True when a view names everything by id, so that the server cannot refuse it for a name. */
export const useSettled = (view: View): boolean =>
  isSettled(
    view,
    useExplorer((state) => state.resolved),
  );

/** `resolved`: the names in the address are known to be ids. */
function isSettled(view: View, resolved: boolean): boolean {
  const { actor, genre, issue, kind, relation, source } = view.filter;
  const nodes = [...view.ego, ...view.expand];
  // A layout that shows one issue names it, or lacks it.
  if (!resolved && parseLayout(view.layout)?.entry.needsIssue) return false;
  return (
    resolved || [actor, genre, issue, kind, relation, source, nodes].every((names) => names.length === 0)
  );
}

/** True once what the address selects is known to be there, so that no detail is asked for in vain. */
const useResolved = (): boolean => useExplorer((state) => state.resolved);

interface RouteOptions<T> {
  readonly enabled?: boolean;
  /** The last answer stays while the next is fetched. */
  readonly keep?: boolean;
  /** How the answer is fetched when it is not JSON. */
  readonly fetch?: (path: string, signal: AbortSignal) => Promise<T>;
}

/** Fetches one route of the dataset shown. */
export function useRoute<T>(
  route: string,
  pairs: readonly Pair[] = [],
  options: RouteOptions<T> = {},
): Answer<T> {
  const dataset = useExplorer((state) => state.dataset);
  const path = apiPath(dataset, route, pairs);
  return useQuery<T, ApiError>({
    queryKey: [dataset, route, path],
    queryFn: ({ signal }) => (options.fetch ?? fetchJson<T>)(path, signal),
    // A picture is not compared part by part with the one before it: it may have too many.
    structuralSharing: options.fetch === undefined,
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** All datasets of the server, then those that were opened here. */
export function useDatasets(): Answer<readonly DatasetSummary[]> {
  const opened = useLocal((state) => state.datasets);
  return useQuery<readonly DatasetSummary[], ApiError>({
    queryKey: ["datasets"],
    select: (served) => [...served, ...opened],
    queryFn: async ({ signal }) => {
      const body = await fetchJson<readonly DatasetSummary[] | { readonly items: readonly DatasetSummary[] }>(
        "/api/datasets",
        signal,
      );
      return "items" in body ? body.items : body;
    },
  });
}

/** Title, version, counts, licence, method, sources, kinds, relations and dates of the dataset. */
export const useDataset = (): Answer<DatasetDescription> => useRoute<DatasetDescription>("dataset");

/** The same, asked again every 15 seconds, to notice a new version on the server. */
export function useDatasetPoll(): Answer<DatasetDescription> {
  const dataset = useExplorer((state) => state.dataset);
  return useQuery<DatasetDescription, ApiError>({
    queryKey: [dataset, "dataset-poll"],
    queryFn: ({ signal }) => fetchJson<DatasetDescription>(apiPath(dataset, "dataset"), signal),
    refetchInterval: POLL_MS,
    staleTime: 0,
  });
}

/** The pairs of a view that decide which nodes and edges the picture has. */
export const picturePairs = (view: View): readonly Pair[] =>
  viewPairs({ ...view, theme: DEFAULT_VIEW.theme });

/** Asks for the picture that the page is about to show, before there is a page. */
export function askEarly(queries: QueryClient): void {
  const { dataset, view, resolved } = useExplorer.getState();
  if (!isSettled(view, resolved)) return;
  const path = apiPath(dataset, "graph", picturePairs(view));
  const queryFn = ({ signal }: { readonly signal: AbortSignal }) => fetchGraph(path, signal);
  void queries.prefetchQuery({ queryKey: [dataset, "graph", path], queryFn });
}

/** The picture of a view. Colours are those of the light theme; the page dresses it in its own. */
export const useGraph = (view: View): Answer<GraphDocument> =>
  useRoute<GraphDocument>("graph", picturePairs(view), {
    keep: true,
    enabled: useSettled(view),
    fetch: fetchGraph,
  });

/** One actor with statements, neighbours, allies and opponents under the view. `id` without `actor:`; asks nothing while `enabled` is false. */
export const useActor = (id: string, view: View, enabled = true): Answer<ActorDetail> =>
  useRoute<ActorDetail>(`actors/${segment(id)}`, statementPairs(view), { enabled: useResolved() && enabled });

/** One issue with its statements and neighbours under the view. `id` without `issue:`. */
export const useIssue = (id: string, view: View, enabled = true): Answer<IssueDetail> =>
  useRoute<IssueDetail>(`issues/${segment(id)}`, statementPairs(view), { enabled: useResolved() && enabled });

/** The nodes that expanding one would bring into the picture of the view. */
export const useExpansionRecord = (node: string, view: View, enabled: boolean): Answer<ExpansionRecord> =>
  useRoute<ExpansionRecord>(
    "expansion",
    [
      ...viewPairs({
        ...view,
        theme: DEFAULT_VIEW.theme,
        layout: DEFAULT_VIEW.layout,
        structure: DEFAULT_VIEW.structure,
      }),
      ["node", node],
    ],
    { enabled: useResolved() && enabled },
  );

/** One statement by id, whether or not the view shows it. */
export const useStatement = (id: string): Answer<StatementRecord> =>
  useRoute<StatementRecord>(`statements/${segment(id)}`, [], { enabled: useResolved() });

/** The passage of a statement in context, or where to find it. Kept in memory only, and dropped when not shown. */
export function usePassage(statement: string): Answer<PassageRecord> {
  const dataset = useExplorer((state) => state.dataset);
  const path = apiPath(dataset, `passages/${segment(statement)}`);
  return useQuery<PassageRecord, ApiError>({
    queryKey: [dataset, "passage", statement],
    queryFn: ({ signal }) => fetchJson<PassageRecord>(path, signal),
    gcTime: 0,
  });
}

/** The answer to a path question under the view; asks nothing until both ends are named. */
export const usePaths = (question: Question, view: View): Answer<PathAnswer> =>
  useRoute<PathAnswer>("paths", pathPairs(question, view), {
    enabled: useSettled(view) && isComplete(question),
  });

const pathPairs = (question: Question, view: View): readonly Pair[] => [
  ...questionPairs(question),
  ...statementPairs(pathView(view)),
];

/** The answers to one question under several views, in their order; undefined = not there yet. */
export function usePathsUnder(
  question: Question,
  views: readonly View[],
): readonly (PathAnswer | undefined)[] {
  const dataset = useExplorer((state) => state.dataset);
  const answers = useQueries({
    queries: views.map((view) => {
      const path = apiPath(dataset, "paths", pathPairs(question, view));
      return {
        queryKey: [dataset, "paths", path],
        queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<PathAnswer>(path, signal),
      };
    }),
  });
  return answers.map(({ data }) => data);
}

/** Fetches every page of a list. */
async function fetchAll<T>(dataset: string | null, route: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const pairs: Pair[] = [
      ["actors", "all"],
      ["limit", "1000"],
      ["voice", "any"],
    ];
    if (cursor !== null) pairs.push(["cursor", cursor]);
    const page: Page<T> = await fetchJson<Page<T>>(apiPath(dataset, route, pairs), signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** Every actor and issue, whatever the view, for search, filters and names. */
export interface Directory {
  readonly actors: readonly ActorRecord[];
  readonly issues: readonly IssueRecord[];
}

export function useDirectory(): Answer<Directory> {
  const dataset = useExplorer((state) => state.dataset);
  return useQuery<Directory, ApiError>({
    queryKey: [dataset, "directory"],
    queryFn: async ({ signal }) => {
      const [actors, issues] = await Promise.all([
        fetchAll<ActorRecord>(dataset, "actors", signal),
        fetchAll<IssueRecord>(dataset, "issues", signal),
      ]);
      return { actors, issues };
    },
  });
}

/** Later than any date of a document: only what has no last date passes. */
const END_OF_TIME = "9999-12-31";

/** Statements under the view that have no last date and so pass every later first one; 0 while no first date is set. */
export function useOpenEnded(view: View): number {
  const filter = { ...view.filter, since: END_OF_TIME, until: "", undated: DEFAULT_VIEW.filter.undated };
  const settled = useSettled(view);
  const asked = view.filter.since !== "";
  const answer = useRoute<Page<StatementRecord>>(
    "statements",
    [...statementPairs({ ...view, filter }), ["limit", "1"]],
    { enabled: settled && asked },
  );
  return asked ? (answer.data?.total ?? 0) : 0;
}

/** Whether the dataset has a statement of this id, whatever the view; asked of the list, because a detail that is not there is an error. */
export async function hasStatement(
  dataset: string | null,
  id: string,
  signal: AbortSignal,
): Promise<boolean> {
  const everything: readonly Pair[] = [
    ["actors", "all"],
    ["limit", "1000"],
    ["offTopic", "show"],
    ["q", id],
    ["repeats", "show"],
    ["voice", "any"],
  ];
  let cursor: string | null = null;
  do {
    const pairs: readonly Pair[] = cursor === null ? everything : [...everything, ["cursor", cursor]];
    const page: Page<StatementRecord> = await fetchJson(apiPath(dataset, "statements", pairs), signal);
    if (page.items.some((one) => one.id === id)) return true;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return false;
}
