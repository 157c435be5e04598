/** Questions as people put them, on the names of the house dataset: what each is understood as first. */
import { describe, expect, it } from "vitest";
import { stepFor, wordsOf } from "../../src/browser/ask/answer.ts";
import { type Understanding, understand } from "../../src/browser/ask/understand.ts";
import { buildSearch } from "../../src/browser/search/search-index.ts";
import { DEFAULT_VIEW } from "../../src/model/view.ts";
import { actor, issue } from "../browser/fixtures.ts";
import { houseDataset } from "../support/house.ts";

const { actors, issues, statements } = houseDataset();
const number = (keep: (statement: (typeof statements)[number]) => boolean) => statements.filter(keep).length;
const index = buildSearch(
  {
    actors: actors.map(({ id, label, shortLabel, aliases }) =>
      actor(id, label, { shortLabel, aliases, statements: number((one) => one.actor === id) }),
    ),
    issues: issues.map(({ id, label, shortLabel, container }) =>
      issue(id, label, {
        shortLabel: shortLabel || label,
        container,

        statements: number((one) => one.issue === id),
        support: number((one) => one.issue === id && one.polarity === "support"),
        oppose: number((one) => one.issue === id && one.polarity === "oppose"),
        children: issues.filter((one) => one.parent === id).map((one) => ({ id: one.id, label: one.label })),
      }),
    ),
  },
  [],
);
const read = (text: string) => understand(text, index);

/** The first reading in a line: `who oppose a,b`, `about actor a,b`, `path a b`. */
function lineOf(asked: Understanding | undefined): string {
  if (!asked) return "none";
  const ids = (hits: readonly { readonly id: string }[]) => hits.map(({ id }) => id).join(",");
  switch (asked.type) {
    case "who":
      return `who ${asked.polarity} ${ids(asked.issues)}`;
    case "about":
      return `about ${asked.actor.id} ${ids(asked.issues)}`;
    case "holds":
      return `holds ${asked.polarity} ${asked.actor.id}`;
    case "sides":
      return `sides ${asked.actor.id}`;
    case "path":
      return `path ${asked.from.id} ${asked.to.id}`;
    case "compare":
      return `compare ${asked.a.id} ${asked.b.id}`;
    case "when":
      return `when ${asked.what?.id ?? ""}`;
    case "changes":
      return `changes ${asked.span.since}`;
  }
}

const FIRST: readonly (readonly [question: string, understood: string | RegExp])[] = [
  ["what changed since 2025-11", "changes 2025-11"],
  ["what do Egypt and Qatar agree on", "compare egypt qatar"],
  ["who opposes disarmament", /^who oppose force-disarms-hamas,hamas-disarms,/],
  ["who is against disarmament?", /^who oppose .*hamas-disarms/],
  ["who is for disarmament", /^who support .*hamas-disarms/],
  ["Who backs reconstruction?", /^who support .*reconstruction/],
  ["which actors reject disarmament", /^who oppose .*hamas-disarms/],
  ["which states support the ceasefire", /^who support .*ceasefire/],
  ["what countries oppose reoccupation", /^who oppose .*reoccupation/],
  ["who is in favour of the humanitarian goals", /^who support .*humanitarian-goals/],
  ["who is in favor of self-determination", /^who support .*self-determination/],
  ["who are opposed to displacement", /^who oppose .*displacement/],
  ["who objects to reoccupation", /^who oppose .*reoccupation/],
  ["who takes no side on disarmament", /^who neutral .*hamas-disarms/],
  ["who is neutral on disarmament", /^who neutral .*hamas-disarms/],
  ["who opposes Hamas is disarmed", "who oppose hamas-disarms"],
  ["who supports Hamas and other factions are disarmed", "who support hamas-disarms"],
  ["who wants Israel withdraws from Gaza", "who support israeli-withdrawal"],
  ["who rejected", "none"],
  ["what does Egypt say about disarmament", /^about egypt .*hamas-disarms/],
  ["what does Cairo think of reconstruction", /^about egypt .*reconstruction/],
  ["Egypt on disarmament", /^about egypt .*hamas-disarms/],
  ["Hamas on Israeli withdrawal", /^about hamas .*israeli-withdrawal/],
  ["Egypt's position on reconstruction", /^about egypt .*reconstruction/],
  ["position of Qatar on the ceasefire", /^about qatar .*ceasefire/],
  ["where does Turkey stand on disarmament", /^about turkey .*hamas-disarms/],
  ["what is Hamas's stance on disarmament", /^about hamas .*hamas-disarms/],
  ["does Pakistan support disarmament", /^about pakistan .*hamas-disarms/],
  ["is Egypt against reoccupation", /^about egypt .*reoccupation/],
  ["Egypt opposes reoccupation", /^about egypt .*reoccupation/],
  ["Egypt and disarmament", /^about egypt .*hamas-disarms/],
  ["disarmament and Egypt", /^about egypt .*hamas-disarms/],
  ["who agrees with Egypt", "sides egypt"],
  ["who disagrees with Israel?", "sides israel"],
  ["which states agree with the US", "sides united-states"],
  ["who is on the side of Hamas", "sides hamas"],
  ["allies of Qatar", "sides qatar"],
  ["who supports Hamas", "sides hamas"],
  ["Egypt and Israel", "compare egypt israel"],
  ["Hamas & Qatar", "compare hamas qatar"],
  ["Egypt vs Israel", "compare egypt israel"],
  ["compare Egypt with the US", "compare egypt united-states"],
  ["Pakistan to Hamas", "path pakistan hamas"],
  ["how are Egypt and Hamas connected", "path egypt hamas"],
  ["how is Pakistan linked to the UN", "path pakistan united-nations"],
  ["what does Egypt support", "holds support egypt"],
  ["what is Hamas against", "holds oppose hamas"],
  ["Israel opposes", "holds oppose israel"],
  ["Hamas 2025-10..2025-11", "when hamas"],
  ["since October 2025", "when "],
  ["Arab and Muslim states", "none"],
  ["who", "none"],
  ["who and Hamas", "none"],
  ["who to Egypt", "none"],
  ["which and Egypt", "none"],
];

describe("questions on the house dataset", () => {
  it.each(FIRST)("%s", (question, understood) => {
    const line = lineOf(read(question)[0]);
    if (typeof understood === "string") expect(line).toBe(understood);
    else expect(line).toMatch(understood);
  });

  it("offer all that a word may mean together, then one by one, in words", () => {
    const [together, ...single] = read("who opposes disarmament");
    expect(wordsOf(together as Understanding)).toMatch(
      /^Who is reported to oppose any of: .*; and \d+ more$/,
    );
    expect(single.length).toBeGreaterThan(2);
    expect(single.map(wordsOf)).toContain("Who is reported to oppose: Hamas and other factions are disarmed");
    const step = stepFor(together as Understanding, DEFAULT_VIEW);
    expect(step.view?.filter.issue).toContain("hamas-disarms");
    expect(step.view?.filter.issue.length).toBeGreaterThan(2);
    expect(step.view?.filter.issue).toEqual([...(step.view?.filter.issue ?? [])].sort());
    expect(step.selection?.type).toBe("nodes");
  });

  it("never take a word that asks for an actor, though one is abbreviated like it", () => {
    const health = buildSearch(
      {
        actors: [actor("who", "World Health Organization", { aliases: ["WHO"] }), actor("eg", "Egypt")],
        issues: [],
      },
      [],
    );
    for (const text of ["who to Egypt", "WHO vs Egypt", "who agrees with who", "what does who support"])
      expect(understand(text, health)).toEqual([]);
    expect(understand("World Health Organization to Egypt", health)).toHaveLength(1);
  });

  it("show an actor among those it agrees and disagrees with", () => {
    const [asked] = read("who agrees with Egypt since 2025-10");
    expect(stepFor(asked as Understanding, DEFAULT_VIEW)).toMatchObject({
      view: { projection: "agreement", ego: ["actor:egypt"], filter: { since: "2025-10", polarity: [] } },
      selection: { key: "actor:egypt" },
    });
  });
});
