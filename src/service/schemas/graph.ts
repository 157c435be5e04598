/** Schemas of the graph in graphology's serialised form and of path answers. */

import { z } from "zod";
import { MODALITIES, POLARITIES } from "../../model/vocabulary.ts";
import { nodeKeySchema } from "./records.ts";

const words = <T extends string>(terms: readonly { readonly id: T }[]) =>
  terms.map(({ id }) => id) as [T, ...T[]];
const count = z.number().int().min(0);
const size = z.strictObject({ nodes: count, edges: count });
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

const nodeAttributes = z
  .object({
    label: z.string(),
    short_label: z.string(),
    node_type: z.enum(["actor", "issue"]),
    kind: z.string().describe("Actor kind id, or issue."),
    kind_label: z.string(),
    shape: z.string(),
    description: z.string().optional(),
    aliases: z.array(z.string()).optional(),
    country: z.string().optional(),
    wikidata: z.string().optional(),
    parent: z.string().optional(),
    statements: count,
    support: count,
    oppose: count,
    neutral: count,
    x: z.number(),
    y: z.number().describe("Upwards."),
    size: z.number().describe("Radius in pixels at zoom 1."),
    color: colour,
  })
  .catchall(z.string().describe("x:<name>: further columns of the dataset."));

const edgeAttributes = z.strictObject({
  kind: z.enum(["stance", "relation", "structure", "agreement"]),
  label: z.string(),
  polarity: z.enum(words(POLARITIES)).optional(),
  relation: z.string().optional(),
  condition: z.string().optional(),
  conditional: z.boolean(),
  confidence: z.number().min(0).max(1).optional(),
  document: z.string().optional(),
  document_title: z.string().optional(),
  said_on: z.string().optional(),
  said_until: z.string().optional(),
  summary: z.string().optional(),
  voice: z.string().optional(),
  modality: z.string().optional(),
  intensity: z.number().optional(),
  count: z.number().int().min(1),
  statements: z.array(z.string()),
  spells: z.array(z.tuple([z.string(), z.string()])),
  color: colour,
  size: z.number(),
  line: z.enum(["solid", "dashed", "dotted"]),
  tentative: z.boolean(),
});

const place = z.tuple([z.number(), z.number()]);

/** What a layout draws beside the nodes, in their coordinates. */
const guidesSchema = z.strictObject({
  lines: z.array(z.strictObject({ from: place, to: place, strong: z.boolean() })),
  texts: z.array(
    z.strictObject({
      text: z.string(),
      x: z.number(),
      y: z.number(),
      anchor: z.enum(["start", "middle", "end"]),
      grows: z.enum(["up", "down"]),
      room: z.number().describe("Width to keep to, in the unit of the coordinates."),
      strong: z.boolean(),
    }),
  ),
  notes: z.array(z.string()).describe("What is set aside and why."),
  aside: z.array(nodeKeySchema).describe("Nodes that a drawing leaves out."),
  labels: z.enum(["around", "outwards"]),
  margin: z.number().describe("Pixels to keep free for names at both sides."),
  ring: z
    .strictObject({
      x: z.number(),
      y: z.number(),
      beside: z.number().describe("Pixels to keep free for names at both sides."),
      above: z.number().describe("Pixels to keep free for names above and below."),
    })
    .exactOptional()
    .describe("Half axes of the ellipse around the origin on which nodes stand; names run outwards from it."),
  values: z
    .array(z.number().nullable())
    .exactOptional()
    .describe(
      "What nodes are ordered by, in their order: mean position from -1 to 1, or days since 1970-01-01.",
    ),
});

export const graphSchema = z.strictObject({
  attributes: z.strictObject({
    title: z.string(),
    dataset: z.string(),
    version: z.string(),
    view: z.string().describe("Canonical text of the view."),
    description: z.string(),
    counts: z.strictObject({
      total: count,
      shown: count,
      repeats: count,
      undated: count,
      rolledTogether: count,
      filtered: count,
    }),
    guides: guidesSchema.exactOptional().describe("Only of layouts that explain themselves."),
    reduced: z
      .strictObject({
        reason: z.string(),
        rule: z.enum(["agreement", "strongest-ties", "best-evidenced", "expanded", "short-lists"]),
        shown: size,
        of: size,
        least: count
          .exactOptional()
          .describe("Least count of the ties drawn, beside each actor's strongest."),
        added: z
          .strictObject({ ...size.shape, of: count })
          .exactOptional()
          .describe("What expanded nodes add, of how many further neighbours."),
        listed: count.exactOptional().describe("Statements listed on an edge at most."),
      })
      .exactOptional()
      .describe("Only of a picture that does not hold all that the view shows; detail=all gives everything."),
  }),
  options: z.strictObject({
    type: z.enum(["directed", "undirected"]),
    multi: z.literal(true),
    allowSelfLoops: z.literal(true),
  }),
  nodes: z.array(z.strictObject({ key: nodeKeySchema, attributes: nodeAttributes })),
  edges: z.array(
    z.strictObject({
      key: z.string(),
      source: nodeKeySchema,
      target: nodeKeySchema,
      attributes: edgeAttributes,
      undirected: z.literal(true).optional(),
    }),
  ),
});

const hopSchema = z.strictObject({
  from: nodeKeySchema,
  to: nodeKeySchema,
  kind: z.enum(["stance", "relation", "membership", "subissue", "mixed"]),
  direction: z.enum(["out", "in", "both"]),
  polarity: z.enum(["support", "oppose", "neutral", "mixed"]).nullable(),
  relations: z.array(z.string()),
  modalities: z.array(z.enum(words(MODALITIES))),
  statements: z.array(z.string()),
  structure: z.array(z.string()).describe("Keys of the structural edges in the hop."),
  documents: z.array(z.string()),
  conditional: z.boolean(),
  cost: z.number(),
  sentence: z.string(),
});

const pathSchema = z.strictObject({
  nodes: z.array(nodeKeySchema),
  length: count,
  cost: z.number(),
  agreement: z.enum(["aligned", "opposed", "mixed"]).nullable(),
  conditional: z.boolean(),
  sentence: z.string(),
  hops: z.array(hopSchema),
});

export const graphProgressSchema = z.strictObject({
  share: z.number().min(0).max(1).nullable().describe("Done at least; null = not being laid out."),
});

export const pathAnswerSchema = z.strictObject({
  from: nodeKeySchema,
  to: nodeKeySchema,
  query: z.record(z.string(), z.unknown()),
  total: count.describe("Number of fewest-hop paths; at least so many where hint stands beside paths."),
  paths: z.array(pathSchema),
  truncated: z.boolean(),
  hint: z
    .strictObject({
      reason: z.string(),
      relax: z.strictObject({ parameter: z.string(), value: z.string() }).nullable(),
      length: count.nullable(),
    })
    .nullable(),
});
