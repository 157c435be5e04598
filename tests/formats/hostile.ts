/** Pictures made of the worst strings and numbers there are, for property tests. */
import fc from "fast-check";
import type { PictureGraph } from "../../src/model/graph.ts";
import type { NodeKey } from "../../src/model/id.ts";
import { edge, node, picture } from "./fixture.ts";

const nasty = fc.constantFrom(
  "constructor",
  "__proto__",
  "toString",
  "",
  "]]>",
  "<script>&amp;\"'",
  "\u0000\u0008\u000b\u001f\u007f\u0085",
  "\ud800",
  "\udc00x\ud83d\ude00",
  "\ufffe\uffff\ufeff",
  "a\tb\nc\rd\r\ne ",
  "=cmd|' /C calc'!A0",
  "a;b,c|d\\e",
);

/** Any UTF-16 at all, lone surrogates and control characters included. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  nasty,
  fc.string({ unit: "binary", maxLength: 12 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
);

const hostileNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 1e300, -1e300, 5e-324),
);

const day = fc.oneof(
  fc.constantFrom("", "2025-02-28", "2025-02-30", "0000-01-01", "9999-12-31", "0999-01-01", "x"),
  fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
);

export const hostilePicture: fc.Arbitrary<PictureGraph> = fc
  .record({
    names: fc.uniqueArray(hostileText, { minLength: 1, maxLength: 6 }),
    texts: fc.array(hostileText, { minLength: 8, maxLength: 8 }),
    numbers: fc.array(hostileNumber, { minLength: 6, maxLength: 6 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("solid", "dashed", "dotted")), {
      maxLength: 8,
    }),
    spells: fc.array(fc.tuple(day, day), { maxLength: 4 }),
    type: fc.constantFrom("directed" as const, "undirected" as const),
    flag: fc.boolean(),
  })
  .map(({ names, texts, numbers, links, spells, type, flag }) => {
    const text = (at: number) => texts[at % texts.length] as string;
    const number = (at: number) => numbers[at % numbers.length] as number;
    const keys = names.map((name, at): NodeKey => (at % 2 ? `issue:${name}` : `actor:${name}`));
    const key = (at: number) => keys[at % keys.length] as NodeKey;
    const nodes = keys.map((own, at) => {
      const further: Record<`x:${string}`, string> = { [`x:${text(at)}`]: text(at + 1) };
      return node(own, {
        label: text(at),
        short_label: text(at + 1),
        kind: text(at + 2),
        kind_label: text(at + 3),
        shape: text(at + 4),
        description: text(at + 5),
        aliases: [text(at + 6), text(at + 7)],
        color: flag ? "#123abc" : text(at),
        x: number(at),
        y: number(at + 1),
        size: number(at + 2),
        ...further,
      });
    });
    const edges = links.map(([from, to, line], at) =>
      edge(`${text(at)};${at}`, [key(from), key(to)], {
        label: text(at),
        relation: text(at + 1),
        condition: text(at + 2),
        conditional: flag,
        tentative: !flag,
        confidence: number(at),
        document: text(at + 3),
        document_title: text(at + 4),
        summary: text(at + 5),
        voice: text(at + 6),
        modality: text(at + 7),
        intensity: number(at + 1),
        count: at + 1,
        statements: [text(at), text(at + 1)],
        spells: spells.slice(at % 3),
        color: text(at + 2),
        size: number(at + 3),
        line: line as "solid",
      }),
    );
    const graph = { title: text(0), description: text(1), view: text(2), version: text(3) };
    return picture(nodes, edges, graph, type);
  });
