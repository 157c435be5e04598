/** Hints: which single change is offered, in which spelling, and what is said when none helps. */
import { expect, test } from "vitest";
import { relaxed } from "../../../src/browser/panels/path/relax.ts";
import { DEFAULT_QUESTION } from "../../../src/browser/state/question.ts";
import type { PathQuery } from "../../../src/model/path.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter } from "../../../src/model/view.ts";
import { type TinyStatement, tinyDataset } from "../../support/tiny-dataset.ts";
import { ask } from "./ask.ts";

const ACTORS = [
  { id: "a", label: "A", kind: "state" },
  { id: "b", label: "B", kind: "state" },
  { id: "c", label: "C", kind: "state" },
  { id: "p", label: "P", kind: "press" },
  { id: "m", label: "M", kind: "state", memberOf: "b" },
  { id: "lone", label: "Lone", kind: "state" },
];
const data = (statements: readonly TinyStatement[]) =>
  tinyDataset({
    kinds: ["state", { id: "press", stakeholder: false }],
    actors: ACTORS,
    issues: [
      { id: "i", label: "The I" },
      { id: "j", label: "The J", parent: "i" },
    ],
    relations: ["r"],
    sources: ["d1", { id: "d2", date: "2025-03" }],
    statements,
  });
const chain: TinyStatement[] = [
  { actor: "a", relation: "r", target: "c" },
  { actor: "c", relation: "r", target: "b" },
];
const link = (extra: Partial<TinyStatement>): TinyStatement[] => [
  { actor: "a", relation: "r", target: "b", ...extra },
];

const cases: readonly [
  string,
  TinyStatement[],
  Partial<PathQuery>,
  Partial<Filter>,
  string,
  string,
  number,
][] = [
  ["maxLength", chain, { maxLength: 1 }, {}, "maxLength", "2", 2],
  ["directed", link({ actor: "b", target: "a" }), { directed: true }, {}, "directed", "false", 1],
  ["avoid, one of two", chain, { avoid: ["issue:i", "actor:c"] }, {}, "avoid", "issue:i", 2],
  ["through", chain, { through: ["issue:i"] }, {}, "through", "", 2],
  ["through, both of two", chain, { through: ["issue:i", "actor:lone"] }, {}, "through", "", 2],
  ["via relation", link({}), { via: ["stance"] }, {}, "via", "stance,relation", 1],
  [
    "via membership",
    [{ actor: "a", relation: "r", target: "m" }],
    { via: ["relation"] },
    {},
    "via",
    "relation,membership",
    2,
  ],
  [
    "via subissue",
    [
      { actor: "a", issue: "i" },
      { actor: "b", issue: "j" },
    ],
    {},
    {},
    "via",
    "stance,relation,subissue",
    3,
  ],
  [
    "polarity",
    [
      { actor: "a", issue: "i", polarity: "neutral" },
      { actor: "b", issue: "i" },
    ],
    {},
    {},
    "polarity",
    "any",
    2,
  ],
  ["polarity list", link({}), {}, { polarity: ["oppose"] }, "polarity", "any", 1],
  ["since", link({ source: "d2" }), {}, { since: "2025-04" }, "since", "", 1],
  ["until", link({ source: "d2" }), {}, { until: "2025-02-28" }, "until", "", 1],
  ["undated", link({}), {}, { since: "2025", until: "2025" }, "undated", "show", 1],
  ["minConfidence", link({ confidence: 0.4 }), {}, { minConfidence: 0.5 }, "minConfidence", "0", 1],
  ["modality", link({ modality: "fact" }), {}, { modality: ["position"] }, "modality", "", 1],
  ["source", link({}), {}, { source: ["d2"] }, "source", "", 1],
  ["actor", link({}), {}, { actor: ["b"] }, "actor", "", 1],
  ["issue", link({}), {}, { issue: ["i"] }, "issue", "", 1],
  ["kind", link({}), {}, { kind: ["press"] }, "kind", "", 1],
  [
    "relation",
    [
      { actor: "a", issue: "i" },
      { actor: "b", issue: "i" },
    ],
    {},
    { relation: ["r"] },
    "relation",
    "",
    2,
  ],
  ["voice", link({ voice: "author" }), {}, {}, "voice", "any", 1],
  [
    "actors",
    [
      { actor: "a", relation: "r", target: "p" },
      { actor: "p", relation: "r", target: "b" },
    ],
    {},
    {},
    "actors",
    "all",
    2,
  ],
  ["repeats", link({ repeatOf: "s9" }), {}, {}, "repeats", "show", 1],
  ["x", link({}), {}, { x: ["mood=calm"] }, "x", "", 1],
  ["offTopic", link({ offTopic: true }), {}, {}, "offTopic", "show", 1],
];

test.each(cases)("relaxes %s", (_, statements, query, filter, parameter, value, length) => {
  const answer = ask(data(statements), { from: "actor:a", to: "actor:b", ...query }, { filter });
  expect(answer.paths).toEqual([]);
  expect(answer.total).toBe(0);
  expect(answer.hint?.relax).toEqual({ parameter, value });
  expect(answer.hint?.length).toBe(length);
  expect(answer.hint?.reason).toMatch(/^No path .* A and B/);
  expect(answer.hint?.reason).not.toMatch(/subissue|, membership|stance edges/);
  // One click in the explorer makes this change; what it gives is as long as was said.
  const change = relaxed(
    { ...DEFAULT_QUESTION, from: "actor:a", to: "actor:b", ...query },
    { ...DEFAULT_VIEW, filter: { ...DEFAULT_FILTER, ...filter } },
    { parameter, value },
  );
  const again = ask(data(statements), change?.question as PathQuery, change?.view ?? {});
  expect(again.paths[0]?.length).toBe(length);
});

test("leaving the surroundings of ego is offered last", () => {
  const allowed = () => Uint8Array.from({ length: 8 }, (_, node) => (node === 2 ? 0 : 1));
  const answer = ask(data(chain), { from: "actor:a", to: "actor:b" }, { allowed });
  expect(answer.hint?.relax).toEqual({ parameter: "ego", value: "" });
});

test("the least intrusive change comes before a shorter path", () => {
  const statements = [...chain, ...link({ voice: "author" })];
  const answer = ask(data(statements), { from: "actor:a", to: "actor:b", avoid: ["actor:c"] });
  expect(answer.hint).toEqual({
    reason: "No path links A and B under this question; with C allowed there is one of 2 hops.",
    relax: { parameter: "avoid", value: "" },
    length: 2,
  });
});

test("lifting what was set comes before taking in more, the shortest path first", () => {
  const around = [...link({ actor: "a", target: "m" }), ...chain.map((one) => ({ ...one, source: "d2" }))];
  const question = { from: "actor:a", to: "actor:b" } as const;
  // Over the membership of m there is a path as long.
  expect(ask(data(around), question, { filter: { until: "2025-01" } }).hint?.relax).toEqual({
    parameter: "until",
    value: "",
  });
  const longer = [
    ...link({ source: "d2", modality: "fact" }),
    ...chain.map((one) => ({ ...one, modality: "position", source: "d1" }) as const),
  ];
  const answer = ask(data(longer), question, { filter: { modality: ["fact"], source: ["d1"] } });
  expect(answer.hint).toMatchObject({ relax: { parameter: "source", value: "" }, length: 1 });
});

test("several filters that only together are the reason are named", () => {
  const hint = ask(
    data(link({ source: "d2", modality: "fact" })),
    { from: "actor:a", to: "actor:b" },
    {
      filter: { source: ["d1"], modality: ["position"] },
    },
  ).hint;
  expect(hint).toEqual({
    reason:
      "No single change of the question links A and B; without all filters of the view together there is a path of 1 hop.",
    relax: null,
    length: null,
  });
});

test("a length beyond the limit leads to another mode", () => {
  const actors = Array.from({ length: 15 }, (_, at) => `n${at}`);
  const statements = actors.slice(1).map((actor, at) => ({ actor, relation: "r", target: `n${at}` }));
  const long = tinyDataset({ actors, relations: ["r"], statements });
  const question = { from: "actor:n0", to: "actor:n14" } as const;
  expect(ask(long, { ...question, mode: "all" }).hint).toMatchObject({
    relax: { parameter: "mode", value: "shortest" },
    length: 14,
  });
  expect(ask(long, { ...question, maxLength: 3 }).hint).toMatchObject({
    relax: { parameter: "maxLength", value: "" },
    length: 14,
  });
});

test("nothing helps", () => {
  const isolated = ask(data(chain), { from: "actor:a", to: "actor:lone" }).hint;
  expect(isolated).toEqual({
    reason: "No statement in this dataset links A and Lone: Lone has no edge at all.",
    relax: null,
    length: null,
  });
  const apart = ask(data([...link({ target: "c" }), { actor: "lone", issue: "i" }]), {
    from: "actor:a",
    to: "actor:lone",
  }).hint;
  expect(apart).toEqual({
    reason:
      "No statement in this dataset links A and Lone, not even by way of others: they are in no common component.",
    relax: null,
    length: null,
  });
  const twice = ask(data(link({ voice: "author", offTopic: true })), { from: "actor:a", to: "actor:b" }).hint;
  expect(twice).toEqual({
    reason:
      "No single change of the question links A and B; without any restriction there is a path of 1 hop.",
    relax: null,
    length: null,
  });
});

test("a path of no hops passes through no other node", () => {
  const answer = ask(data(chain), { from: "actor:a", to: "actor:a", through: ["actor:c"] });
  expect(answer.paths).toEqual([]);
  expect(answer.hint?.relax).toEqual({ parameter: "through", value: "" });
  expect(answer.hint?.length).toBe(0);
});
