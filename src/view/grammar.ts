/** The text form of a view: one grammar for the page's address, every route and every command (DESIGN §5). */

import { z } from "zod";
import { LAYOUT_PATTERN, LAYOUT_WORDS } from "../layout/catalogue.ts";
import { parseDate } from "../model/date.ts";
import { byCodeUnit } from "../model/id.ts";
import { Fault } from "../model/problem.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter, type View } from "../model/view.ts";
import { MODALITIES, POLARITIES } from "../model/vocabulary.ts";
import { HINTS, type Pair, readParameters, wholeList } from "./parameters.ts";

const values = <T extends string>(terms: readonly { readonly id: T }[]) =>
  terms.map((term) => term.id) as [T, ...T[]];
const names = (what: string) => z.array(z.string().min(1).register(HINTS, { expects: what })).optional();
const day = z
  .string()
  .register(HINTS, { expects: "a date: YYYY, YYYY-MM or YYYY-MM-DD" })
  .refine((text) => parseDate(text) !== null)
  .optional();

/** The filter half: which statements count. */
export const FILTER_PARAMETERS = {
  actor: names("an actor, by id or name").describe("Coded actors."),
  actors: z
    .enum(["stakeholders", "all"])
    .optional()
    .describe("Stakeholders only, or authors and outlets too."),
  genre: wholeList(z.string().min(1).register(HINTS, { expects: "a genre" }))
    .optional()
    .describe("Genres of the source; repeat for several."),
  intensity: z
    .array(
      z
        .string()
        .regex(/^[+-]?\d{1,9}$/)
        .register(HINTS, { expects: "an intensity, a whole number" }),
    )
    .optional()
    .describe("Intensities as coded."),
  issue: names("an issue, by id or name").describe("Issues, each with its sub-issues."),
  kind: names("a kind of actor, by id or name").describe("Kinds of the coded actor."),
  minConfidence: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Least confidence; an unknown one counts as 1."),
  modality: z
    .array(z.enum(values(MODALITIES)))
    .optional()
    .describe("Position, forecast, allegation, fact."),
  offTopic: z.enum(["show", "hide"]).optional().describe("Statements outside the topic."),
  polarity: z
    .array(z.enum([...values(POLARITIES), "any"]))
    .optional()
    .describe("Support, oppose, neutral, or any."),
  relation: names("a relation, by id or label").describe("Relations between actors."),
  repeats: z.enum(["show", "hide"]).optional().describe("Repeats as statements of their own."),
  since: day.describe("First day, inclusive."),
  source: names("a source, by id or title").describe("Sources."),
  undated: z
    .enum(["show", "hide"])
    .optional()
    .describe("Statements without a date, when a date is asked for."),
  until: day.describe("Last day, inclusive."),
  voice: z
    .enum(["reported", "author", "any"])
    .optional()
    .describe("Whose voice: stakeholders as reported, or the sources' own authors."),
  x: wholeList(
    z
      .string()
      .regex(/^[^=]+=./s)
      .register(HINTS, { expects: "NAME=VALUE of a further column" }),
  )
    .optional()
    .describe("Further columns, as NAME=VALUE; repeat for several. In an address also x:NAME=VALUE."),
} as const;

/** The other half: how they are put together and drawn. */
export const PICTURE_PARAMETERS = {
  detail: z
    .enum(["auto", "reduced", "all"])
    .optional()
    .describe("How much of a very large picture is drawn: auto = reduced on a screen, all in a file."),
  depth: z.number().int().min(1).max(3).optional().describe("Steps around ego."),
  ego: names("a node, by key, id or name").describe("Nodes whose surroundings are shown."),
  expand: names("a node, by key, id or name").describe(
    "Nodes whose edges are all shown, whatever actor, kind, issue, relation and ego leave out; the other filters hold.",
  ),
  layout: z
    .string()
    .regex(LAYOUT_PATTERN)
    .register(HINTS, { expects: LAYOUT_WORDS })
    .optional()
    .describe(
      "Layout. spectrum shows one issue: spectrum:ISSUE, by id or name; or spectrum alone, with exactly one issue.",
    ),
  projection: z.enum(["bundled", "statements", "agreement"]).optional().describe("What an edge is."),
  rollup: z
    .enum(["none", "body", "top"])
    .optional()
    .describe("Persons folded into bodies, bodies into wholes."),
  structure: z.boolean().optional().describe("Show memberships and sub-issues as edges."),
  theme: z.enum(["light", "dark"]).optional().describe("Colours."),
  v: z.literal(1).optional().describe("Version of this grammar."),
} as const;

export const VIEW_PARAMETERS = { ...FILTER_PARAMETERS, ...PICTURE_PARAMETERS } as const;

type ViewParameters = z.output<z.ZodObject<typeof VIEW_PARAMETERS>>;

/** Sorted, without doubles: equal questions have equal views. */
const canonicalList = (items: readonly string[] | undefined): readonly string[] =>
  [...new Set(items ?? [])].sort(byCodeUnit);

const termList = <T extends string>(
  terms: readonly { readonly id: T }[],
  items: readonly string[] | undefined,
): readonly T[] => terms.map((term) => term.id).filter((id) => items?.includes(id));

/**
 * The view that checked parameters describe.
 * @throws Fault `bad-parameter` when `since` is after `until`
 */
export function viewOf(parameters: ViewParameters): View {
  const any = parameters.polarity?.includes("any") ?? false;
  const filter: Filter = {
    actors: parameters.actors ?? DEFAULT_FILTER.actors,
    actor: canonicalList(parameters.actor),
    kind: canonicalList(parameters.kind),
    issue: canonicalList(parameters.issue),
    relation: canonicalList(parameters.relation),
    source: canonicalList(parameters.source),
    genre: canonicalList(parameters.genre),
    polarity: any ? POLARITIES.map((term) => term.id) : termList(POLARITIES, parameters.polarity),
    modality: termList(MODALITIES, parameters.modality),
    intensity: canonicalList(parameters.intensity?.map((text) => String(Number(text)))),
    voice: parameters.voice ?? DEFAULT_FILTER.voice,
    minConfidence: parameters.minConfidence ?? DEFAULT_FILTER.minConfidence,
    since: parameters.since ?? DEFAULT_FILTER.since,
    until: parameters.until ?? DEFAULT_FILTER.until,
    undated: parameters.undated ?? DEFAULT_FILTER.undated,
    offTopic: parameters.offTopic ?? DEFAULT_FILTER.offTopic,
    repeats: parameters.repeats ?? DEFAULT_FILTER.repeats,
    x: canonicalList(parameters.x),
  };
  const since = parseDate(filter.since);
  const until = parseDate(filter.until);
  if (since && until && since.first > until.last)
    throw new Fault({
      class: "bad-parameter",
      code: "bad-parameter",
      parameter: "since",
      message: `since (${filter.since}) is after until (${filter.until})`,
      remedy: "Give since as the earlier of the two.",
    });
  return {
    filter,
    rollup: parameters.rollup ?? DEFAULT_VIEW.rollup,
    projection: parameters.projection ?? DEFAULT_VIEW.projection,
    ego: canonicalList(parameters.ego),
    depth: parameters.depth ?? DEFAULT_VIEW.depth,
    expand: canonicalList(parameters.expand),
    structure: parameters.structure ?? DEFAULT_VIEW.structure,
    layout: parameters.layout ?? DEFAULT_VIEW.layout,
    theme: parameters.theme ?? DEFAULT_VIEW.theme,
    detail: parameters.detail ?? DEFAULT_VIEW.detail,
  };
}

/**
 * Reads a view from pairs of parameter and text.
 * @throws Fault of class bad-parameter or over-limit, naming the parameter.
 */
export function parseView(pairs: Iterable<Pair>): View {
  return viewOf(readParameters(VIEW_PARAMETERS, pairs));
}

/** The pairs of a view that differ from the defaults, in alphabetical order of their names. */
export function viewPairs(view: View): readonly Pair[] {
  const { filter } = view;
  const polarity = filter.polarity.length === POLARITIES.length ? ["any"] : filter.polarity;
  const all: Readonly<
    Record<Exclude<keyof typeof VIEW_PARAMETERS, "genre" | "x">, readonly [text: string, byDefault: string]>
  > = {
    actor: [filter.actor.join(","), ""],
    actors: [filter.actors, DEFAULT_FILTER.actors],
    depth: [String(view.depth), String(DEFAULT_VIEW.depth)],
    detail: [view.detail, DEFAULT_VIEW.detail],
    ego: [view.ego.join(","), ""],
    expand: [view.expand.join(","), ""],
    intensity: [filter.intensity.join(","), ""],
    issue: [filter.issue.join(","), ""],
    kind: [filter.kind.join(","), ""],
    layout: [view.layout, DEFAULT_VIEW.layout],
    minConfidence: [String(filter.minConfidence), String(DEFAULT_FILTER.minConfidence)],
    modality: [filter.modality.join(","), ""],
    offTopic: [filter.offTopic, DEFAULT_FILTER.offTopic],
    polarity: [polarity.join(","), ""],
    projection: [view.projection, DEFAULT_VIEW.projection],
    relation: [filter.relation.join(","), ""],
    repeats: [filter.repeats, DEFAULT_FILTER.repeats],
    rollup: [view.rollup, DEFAULT_VIEW.rollup],
    since: [filter.since, DEFAULT_FILTER.since],
    source: [filter.source.join(","), ""],
    structure: [view.structure ? "1" : "0", "0"],
    theme: [view.theme, DEFAULT_VIEW.theme],
    undated: [filter.undated, DEFAULT_FILTER.undated],
    until: [filter.until, DEFAULT_FILTER.until],
    v: ["1", "1"],
    voice: [filter.voice, DEFAULT_FILTER.voice],
  };
  return Object.entries(all)
    .filter(([, [text, byDefault]]) => text !== byDefault)
    .map(([name, [text]]): Pair => [name, text])
    .concat(
      filter.genre.map((text): Pair => ["genre", text]),
      filter.x.map((text): Pair => ["x", text]),
    )
    .sort(([a], [b]) => byCodeUnit(a, b));
}

/** Pairs as a query string without `?`; commas and colons stay readable. */
export const formatPairs = (pairs: readonly Pair[]): string =>
  pairs
    .map(
      ([name, text]) => `${name}=${encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":")}`,
    )
    .join("&");

/** The canonical text of a view; empty for the default view. `parseView(formatView(v))` = v. */
export const formatView = (view: View): string => formatPairs(viewPairs(view));
