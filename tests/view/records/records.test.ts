/** Lists and details of actors, issues, sources and statements under a view. */
import { describe, expect, it } from "vitest";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import { actorKey } from "../../../src/model/id.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter, type View } from "../../../src/model/view.ts";
import { actorDetail, listActors } from "../../../src/view/records/actor-record.ts";
import { datasetDescription } from "../../../src/view/records/dataset-description.ts";
import { listed, statementsQuestion } from "../../../src/view/records/evidence.ts";
import { issueDetail, listIssues } from "../../../src/view/records/issue-record.ts";
import { createLookups } from "../../../src/view/records/lookups.ts";
import { pageOf } from "../../../src/view/records/paging.ts";
import { showStatements, statementsAt } from "../../../src/view/records/shown.ts";
import { listSources, sourceDetail } from "../../../src/view/records/source-record.ts";
import { statementRecord, statementRecords } from "../../../src/view/records/statement-record.ts";
import { riversDataset } from "../../support/rivers.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

const dataset = riversDataset();
const index = buildStatementIndex(dataset);
const lookups = createLookups(index);

const view = (filter: Partial<Filter> = {}, rest: Partial<View> = {}): View => ({
  ...DEFAULT_VIEW,
  ...rest,
  filter: { ...DEFAULT_FILTER, ...filter },
});
const shown = (filter: Partial<Filter> = {}, rest: Partial<View> = {}) =>
  showStatements(index, view(filter, rest));
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const actor = (id: string, under = shown()) => {
  const found = dataset.actorById.get(id);
  if (!found) throw new Error(id);
  return actorDetail(lookups, under, found);
};

describe("lists of actors", () => {
  it("hold every stakeholder when nothing narrows, also one without statements", () => {
    expect(ids(listActors(lookups, shown()))).toEqual([
      "northland",
      "southmark",
      "ada",
      "bo",
      "river-league",
      "constructor",
      "hermit",
    ]);
  });
  it("bring in authors and outlets with actors=all", () => {
    const gazette = listActors(lookups, shown({ actors: "all", voice: "any" })).find(
      ({ id }) => id === "gazette",
    );
    expect(gazette).toMatchObject({ stakeholder: false, role: "source-only", statements: 1, oppose: 1 });
  });
  it("hold everyone with actors=all, also when wider or complete choices are written out", () => {
    for (const filter of [
      { voice: "any" },
      { polarity: ["support", "oppose", "neutral"] },
      { offTopic: "show", repeats: "show", undated: "show" },
    ] as const)
      expect(listActors(lookups, shown({ actors: "all", ...filter }))).toHaveLength(dataset.actors.length);
  });
  it("leave out who has no shown statement once something narrows", () => {
    expect(ids(listActors(lookups, shown({ actors: "all", voice: "author" })))).toEqual(["gazette"]);
    expect(ids(listActors(lookups, shown({ issue: ["toll"] })))).toEqual(["northland", "southmark"]);
    expect(ids(listActors(lookups, shown({}, { ego: ["actor:bo"] })))).toEqual(["ada", "bo"]);
  });
  it("are chosen by kind and id themselves", () => {
    expect(ids(listActors(lookups, shown({ kind: ["person"] })))).toEqual(["ada", "bo", "hermit"]);
    expect(ids(listActors(lookups, shown({ actor: ["hermit"] })))).toEqual(["hermit"]);
    expect(ids(listActors(lookups, shown({ kind: ["person"], issue: ["dam"] })))).toEqual(["ada", "bo"]);
  });
  it("hold who stands for the others under a roll-up, with their statements", () => {
    const body = listActors(lookups, shown({}, { rollup: "body" }));
    expect(ids(body)).not.toContain("ada");
    expect(body.find(({ id }) => id === "northland")).toMatchObject({ statements: 4, support: 2, oppose: 1 });
    expect(ids(listActors(lookups, shown({ kind: ["person"] }, { rollup: "body" })))).toContain("northland");
    expect(ids(listActors(lookups, shown({}, { rollup: "top" })))).not.toContain("southmark");
  });
  it("count each statement once at a node", () => {
    const ada = listActors(lookups, shown()).find(({ id }) => id === "ada");
    expect(ada).toMatchObject({ statements: 3, support: 1, oppose: 2, neutral: 0, conditional: 1 });
  });
});

describe("one actor", () => {
  it("comes with its evidence and neighbours, most statements first", () => {
    const ada = actor("ada");
    expect(ids(ada.statementsList)).toEqual(["s1", "s5", "__proto__"]);
    expect(ada.neighbours.map(({ key, statements }) => [key, statements])).toEqual([
      ["actor:bo", 1],
      ["actor:northland", 1],
      ["issue:dam", 1],
    ]);
  });
  it("is an ally of who shares its side and an opponent of who stands on the other", () => {
    const ada = actor("ada");
    expect(ada.allies).toEqual([
      {
        key: "actor:constructor",
        label: "Builders' Guild",
        agree: 1,
        disagree: 0,
        agreeOn: ["dam"],
        disagreeOn: [],
      },
    ]);
    expect(ada.opponents.map(({ key, disagreeOn }) => [key, disagreeOn])).toEqual([["actor:bo", ["dam"]]]);
  });
  it("is seen after roll-up: agreement on one issue and disagreement on another are neither", () => {
    const body = shown({}, { rollup: "body" });
    const northland = actor("northland", body);
    expect(northland.allies.map(({ key }) => key)).toEqual(["actor:constructor"]);
    expect(northland.opponents).toEqual([]);
    expect(actor("ada", body).id).toBe("northland");
  });
  it("on both sides of an issue agrees and disagrees with all who take one", () => {
    const torn = tinyDataset({
      actors: ["a", "b"],
      issues: ["i", "j"],
      statements: [
        { actor: "a", issue: "i" },
        { actor: "a", issue: "i", polarity: "oppose" },
        { actor: "b", issue: "i" },
        { actor: "a", issue: "j" },
        { actor: "b", issue: "j" },
      ],
    });
    const tornIndex = buildStatementIndex(torn);
    const [a] = torn.actors;
    if (!a) throw new Error("no actor");
    const detail = actorDetail(createLookups(tornIndex), showStatements(tornIndex, DEFAULT_VIEW), a);
    expect(detail.allies).toEqual([
      { key: "actor:b", label: "b", agree: 2, disagree: 1, agreeOn: ["i", "j"], disagreeOn: ["i"] },
    ]);
  });
  it("is harmless with an id such as constructor", () => {
    expect(actor("constructor")).toMatchObject({ key: "actor:constructor", statements: 2, neutral: 1 });
  });
});

describe("issues", () => {
  it("are all listed, with parents, children and counts", () => {
    const issues = listIssues(lookups, shown());
    expect(ids(issues)).toEqual(["water", "dam", "dam-height", "toll"]);
    expect(issues[1]).toMatchObject({
      shortLabel: "Dam",
      parent: { id: "water", label: "Water" },
      children: [{ id: "dam-height", label: "The dam is higher than ten metres" }],
      statements: 3,
      support: 2,
      oppose: 1,
      conditional: 1,
    });
  });
  it("are chosen with all below them", () => {
    expect(ids(listIssues(lookups, shown({ issue: ["water"] })))).toEqual(["water", "dam", "dam-height"]);
    expect(ids(listIssues(lookups, shown({ actor: ["northland"] })))).toEqual(["toll"]);
  });
  it("come alone with the statements on them and who takes a position", () => {
    const dam = dataset.issueById.get("dam");
    if (!dam) throw new Error("no dam");
    const detail = issueDetail(lookups, shown(), dam);
    expect(ids(detail.statementsList)).toEqual(["s1", "s2", "s7"]);
    expect(detail.neighbours.map(({ key }) => key)).toEqual(["actor:ada", "actor:bo", "actor:constructor"]);
  });
});

describe("sources", () => {
  it("are all listed with their shown statements; narrowing leaves out empty ones", () => {
    expect(listSources(lookups, shown()).map(({ id, statements }) => [id, statements])).toEqual([
      ["d1", 4],
      ["d2", 2],
      ["d3", 3],
    ]);
    expect(ids(listSources(lookups, shown({ issue: ["toll"] })))).toEqual(["d1", "d2"]);
    expect(ids(listSources(lookups, shown({ source: ["d3"], actor: ["hermit"] })))).toEqual([]);
    expect(ids(listSources(lookups, shown({ source: ["d3"] })))).toEqual(["d3"]);
  });
  it("without a title have a name all the same", () => {
    const d3 = dataset.sourceById.get("d3");
    if (!d3) throw new Error("no d3");
    expect(sourceDetail(lookups, shown(), d3)).toMatchObject({
      name: "document d3",
      title: null,
      statements: 3,
    });
  });
});

describe("statements", () => {
  it("name everything they point to", () => {
    const [s1] = dataset.statements;
    if (!s1) throw new Error("no s1");
    expect(statementRecord(lookups, s1)).toMatchObject({
      source: { id: "d1", label: "On the river" },
      genre: "news",
      issue: { id: "dam", label: "The dam is built" },
      relation: null,
      target: null,
      conditionIssues: [{ id: "dam-height", label: "The dam is higher than ten metres", negated: true }],
      date: null,
      saidOn: "2025-03-01",
      saidUntil: "2025-03-01",
    });
  });
  it("say the days they stand for, open where unknown, and their repeats", () => {
    const records = new Map(
      statementRecords(lookups, dataset.statements.keys()).map((record) => [record.id, record]),
    );
    expect(records.get("s3")).toMatchObject({
      date: "2025-02",
      saidOn: "2025-02-01",
      saidUntil: "2025-02-28",
    });
    expect(records.get("s4")).toMatchObject({ saidOn: "2025-05-01", saidUntil: null });
    expect(records.get("s6")).toMatchObject({ saidOn: null, saidUntil: null });
    expect(records.get("s2")?.repeats).toEqual(["s10"]);
    expect(records.get("s10")?.repeatOf).toBe("s2");
  });
});

describe("the description of a dataset", () => {
  it("counts all records and says the range of dates", () => {
    const serving = { passages: { served: false, reason: "none" }, pendingProblems: [] };
    expect(datasetDescription(lookups, serving)).toMatchObject({
      counts: { actors: 8, kinds: 4, issues: 4, relations: 2, sources: 3, statements: 12 },
      dates: { first: "2025-02-01", last: "2025-05-01", undated: 3 },
      ...serving,
    });
    expect(datasetDescription(lookups, serving).sources.map(({ statements }) => statements)).toEqual([
      7, 2, 3,
    ]);
  });
  it("has no dates when no statement has", () => {
    const undated = createLookups(
      buildStatementIndex(
        tinyDataset({ actors: ["a"], issues: ["i"], statements: [{ actor: "a", issue: "i" }] }),
      ),
    );
    const { dates } = datasetDescription(undated, {
      passages: { served: false, reason: null },
      pendingProblems: [],
    });
    expect(dates).toEqual({ first: null, last: null, undated: 1 });
  });
});

describe("long lists of a record", () => {
  const many = Array.from({ length: 260 }, (_, at) => String(at).padStart(3, "0"));
  const crowd = buildStatementIndex(
    tinyDataset({
      actors: ["a", "b", ...many.map((id) => `p${id}`)],
      issues: [...many.map((id) => `i${id}`), "shared"],
      statements: [
        ...many.flatMap((id) => [
          { actor: "a", issue: `i${id}` },
          { actor: "b", issue: `i${id}`, polarity: "oppose" as const },
          { actor: `p${id}`, issue: "shared" },
        ]),
        { actor: "a", issue: "shared" },
      ],
    }),
  );
  const their = createLookups(crowd);
  const all = showStatements(crowd, view());

  it("are cut, with how long they are and where they go on", () => {
    const detail = actorDetail(their, all, crowd.dataset.actors[0] as (typeof crowd.dataset.actors)[0]);
    expect(detail.totals).toEqual({ statementsList: 261, neighbours: 261, allies: 260, opponents: 1 });
    expect([detail.statementsList, detail.neighbours, detail.allies].map(({ length }) => length)).toEqual([
      200, 200, 200,
    ]);
    expect(detail.opponents[0]).toMatchObject({ key: "actor:b", agree: 0, disagree: 260 });
    expect(detail.opponents[0]?.disagreeOn).toEqual(many.slice(0, 50).map((id) => `i${id}`));
    const rest = pageOf(listed(their, statementsAt(all, 0)), {
      limit: 1000,
      cursor: detail.statementsCursor ?? "",
      question: statementsQuestion(all, { node: actorKey("a" as never) }),
    });
    expect([...detail.statementsList, ...rest.items].map(({ id }) => id)).toEqual(
      crowd.dataset.statements.filter(({ actor }) => actor === "a").map(({ id }) => id),
    );
    expect(rest.nextCursor).toBeNull();
  });

  it("of issues and sources too", () => {
    const shared = crowd.dataset.issues.at(-1) as (typeof crowd.dataset.issues)[0];
    expect(issueDetail(their, all, shared)).toMatchObject({
      totals: { statementsList: 261, neighbours: 261 },
      statementsCursor: expect.stringMatching(/./),
    });
    const detail = sourceDetail(their, all, crowd.dataset.sources[0] as (typeof crowd.dataset.sources)[0]);
    expect(detail.totals).toEqual({ statementsList: 781 });
    expect(detail.statementsList).toHaveLength(200);
  });

  it("say so when they are whole", () => {
    const whole = actor("northland");
    expect(whole.statementsCursor).toBeNull();
    expect(whole.totals.statementsList).toBe(whole.statementsList.length);
  });
});
