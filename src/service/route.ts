/** What a route is: a plain object that says what it takes and gives, from which the server and its description are both made. */

import type { z } from "zod";
import type { Pair, ParameterShape } from "../view/parameters.ts";
import { readParameters } from "../view/parameters.ts";
import type { Datasets } from "./datasets.ts";
import type { ErrorCode } from "./errors.ts";
import type { PassageReader } from "./passages.ts";
import type { ServedDataset } from "./served-dataset.ts";
import type { Checkpoint } from "./work/budget.ts";
import type { Coding, Pace } from "./work/job.ts";
import type { Work } from "./work/work.ts";

/** Who asks. There are no accounts; what differs is whether the texts of the sources may be read. */
export interface Principal {
  readonly name: "anonymous";
  /** Null when the texts may be read, else why not. */
  readonly passagesWithheld: string | null;
}

/** What was counted, as text. */
interface Counted {
  text(release: string, catalogue: Datasets, work: Work | null): string;
}

/** What a route may use beside the dataset. */
export interface Services {
  readonly catalogue: Datasets;
  readonly passages: PassageReader;
  /** Version of the program: answers change with it. */
  readonly release: string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds of a clock that never goes back, for budgets; where it begins does not matter. */
  readonly clock: () => number;
  /** What has been counted; null where nothing is: in a worker thread or a browser. */
  readonly metrics: Counted | null;
  /** Threads for costly work; null = there are none here. */
  readonly work: Work | null;
}

export interface RouteContext<Parameters> {
  readonly parameters: Parameters;
  /** The query as given. */
  readonly pairs: readonly Pair[];
  /** The named parts of the address, percent-decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** The Accept header; empty = anything. */
  readonly accept: string;
  /** Whether the asker is on this machine, with no proxy in between that says otherwise. */
  readonly isLocal: boolean;
  readonly principal: Principal;
  readonly services: Services;
}

export interface DatasetContext<Parameters> extends RouteContext<Parameters> {
  readonly dataset: ServedDataset;
  /** To be called from inside long loops: throws when the time budget is spent or nobody waits any more. */
  readonly checkpoint: Checkpoint;
}

export interface CodedBytes {
  readonly coding: Coding;
  readonly bytes: Uint8Array;
}

/** Bytes of an answer that are kept in some coding. */
export interface KeptBytes {
  /** In the coding that is wanted most, else in another. */
  get(coding: Coding): CodedBytes | undefined;
  set(answer: CodedBytes): void;
}

interface Effort {
  /** What making the answer may cost at most, in milliseconds, roughly: above a limit it is made away from the event loop. */
  readonly effort?: number;
  /** Absent = `steady`. */
  readonly pace?: Pace;
  /** Ids of further datasets that the answer depends on. */
  readonly others?: readonly string[];
}

/**
 * An answer that is made only when the asker does not have it already. `key` holds all that the answer depends on beside route,
 * dataset version and release; without it, or when `lasting` says no, the answer itself is hashed or goes without a tag.
 */
export type Reply = Effort & ReplyKind;

type ReplyKind =
  | {
      readonly kind: "json";
      readonly key?: string;
      /** @param patience milliseconds after which to throw `TooLongHere`, where the answer can be made elsewhere */
      body(patience?: number): unknown;
      /** False for an answer that another try may better. */
      lasting?(body: unknown): boolean;
      readonly status?: number;
    }
  | {
      readonly kind: "text";
      readonly mediaType: string;
      /** What the text depends on; without it the text itself makes the tag. */
      readonly key?: string;
      /** Whether other media types are to be had at the same address, by the Accept header. */
      readonly negotiated?: boolean;
      readonly kept?: KeptBytes;
      body(): string | Uint8Array;
    }
  | {
      readonly kind: "file";
      readonly key: string;
      readonly mediaType: string;
      readonly negotiated?: boolean;
      /** Null = shown, not saved. */
      readonly fileName: string | null;
      chunks(): Iterable<Uint8Array>;
    };

interface RouteFacts {
  /** Operation id in the API's description. */
  readonly id: string;
  /** Express path, below `/api` or `/api/datasets/:dataset` for those of a dataset, else from the root. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: ParameterShape;
  /** What the named parts of the path are. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly responses: ResponseFacts;
  /** Beside `bad-parameter` and its like, which every route can give. */
  readonly errors: readonly ErrorCode[];
  /** Share of the budget of costly requests; 0 = free. */
  readonly cost: number;
}

/** Media types of the answer, with the schema of JSON ones. */
export type ResponseFacts = Readonly<Record<string, { readonly schema: z.ZodType | null }>>;

/** A route below a dataset. */
export interface DatasetRoute extends RouteFacts {
  readonly scope: "dataset";
  /** The paths below `/api/datasets/:dataset`. */
  readonly longPaths: readonly string[];
  answer(context: DatasetContext<unknown>): Reply;
}

/** A route of the server itself. */
export interface ServerRoute extends RouteFacts {
  readonly scope: "server";
  answer(context: RouteContext<unknown>): Reply;
}

export type Route = DatasetRoute | ServerRoute;

type Definition<Shape extends ParameterShape, Context> = Omit<
  RouteFacts,
  "parameters" | "pathParameters" | "errors" | "cost"
> &
  Partial<Pick<RouteFacts, "pathParameters" | "errors" | "cost">> & {
    readonly parameters: Shape;
    answer(context: Context): Reply;
  };

type Parsed<Shape extends ParameterShape> = z.output<z.ZodObject<Shape>>;

/** Defines a route below a dataset; its query is checked before `answer` runs. */
export const datasetRoute = <Shape extends ParameterShape>(
  definition: Definition<Shape, DatasetContext<Parsed<Shape>>> & { readonly longPaths?: readonly string[] },
): DatasetRoute => ({
  pathParameters: {},
  errors: [],
  cost: 0,
  longPaths: [definition.path],
  ...definition,
  scope: "dataset",
  answer: (context) =>
    definition.answer({ ...context, parameters: readParameters(definition.parameters, context.pairs) }),
});

/** Defines a route of the server itself; its query is checked before `answer` runs. */
export const serverRoute = <Shape extends ParameterShape>(
  definition: Definition<Shape, RouteContext<Parsed<Shape>>>,
): ServerRoute => ({
  pathParameters: {},
  errors: [],
  cost: 0,
  ...definition,
  scope: "server",
  answer: (context) =>
    definition.answer({ ...context, parameters: readParameters(definition.parameters, context.pairs) }),
});

/** Where a route is mounted; the first of several is the short form. */
export const mountsOf = (route: Route): readonly string[] =>
  route.scope === "server"
    ? [route.path]
    : [`/api${route.path}`, ...route.longPaths.map((path) => `/api/datasets/:dataset${path}`)];

/** A JSON answer's place in a route's facts. */
export const jsonOf = (schema: z.ZodType): ResponseFacts => ({ "application/json": { schema } });
