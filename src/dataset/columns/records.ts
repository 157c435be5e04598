/** Records over columns: each is made when it is looked at, and is then the same ever after. */

import type { Statement } from "../../model/dataset.ts";
import type { StatementColumns } from "../../model/statement-columns.ts";
import { ByteDictionary } from "./byte-dictionary.ts";
import type { CellColumn, StatementCells } from "./cells.ts";

/** Makes the record of a row. */
function recordMaker(store: Pick<StatementColumns, "column">): (row: number) => Statement {
  const reader = <Property extends keyof Statement>(property: Property) => {
    const { codes, value } = store.column(property);
    return (row: number): Statement[Property] => value(codes[row] as number);
  };
  const id = reader("id");
  const source = reader("source");
  const actor = reader("actor");
  const start = reader("start");
  const end = reader("end");
  const passageSha256 = reader("passageSha256");
  const paragraph = reader("paragraph");
  const speaker = reader("speaker");
  const attributedTo = reader("attributedTo");
  const voice = reader("voice");
  const modality = reader("modality");
  const polarity = reader("polarity");
  const issue = reader("issue");
  const relation = reader("relation");
  const target = reader("target");
  const intensity = reader("intensity");
  const condition = reader("condition");
  const conditionIssues = reader("conditionIssues");
  const date = reader("date");
  const datePrecision = reader("datePrecision");
  const dateBasis = reader("dateBasis");
  const summary = reader("summary");
  const confidence = reader("confidence");
  const repeatOf = reader("repeatOf");
  const offTopic = reader("offTopic");
  const coder = reader("coder");
  const notes = reader("notes");
  const extra = reader("extra");
  // One literal, because engines keep such objects small and fast.
  return (row) => ({
    id: id(row),
    source: source(row),
    actor: actor(row),
    start: start(row),
    end: end(row),
    passageSha256: passageSha256(row),
    paragraph: paragraph(row),
    speaker: speaker(row),
    attributedTo: attributedTo(row),
    voice: voice(row),
    modality: modality(row),
    polarity: polarity(row),
    issue: issue(row),
    relation: relation(row),
    target: target(row),
    intensity: intensity(row),
    condition: condition(row),
    conditionIssues: conditionIssues(row),
    date: date(row),
    datePrecision: datePrecision(row),
    dateBasis: dateBasis(row),
    summary: summary(row),
    confidence: confidence(row),
    repeatOf: repeatOf(row),
    offTopic: offTopic(row),
    coder: coder(row),
    notes: notes(row),
    extra: extra(row),
  });
}

/** The row that an array's key names; −1 when it is no number of a row. */
function rowOf(key: string | symbol, count: number): number {
  if (typeof key !== "string") return -1;
  const first = key.charCodeAt(0);
  if (!(first >= 48 && first <= 57)) return -1;
  const row = Number(key);
  return Number.isInteger(row) && row < count && String(row) === key ? row : -1;
}

/**
 * The statements as an array that cannot be changed. Records looked at by their number are kept; a walk with `for … of` makes
 * those that are not kept for the moment only.
 */
export function lazyRecords(store: Pick<StatementColumns, "count" | "column">): readonly Statement[] {
  const { count } = store;
  const made = new Array<Statement | undefined>(count);
  let maker: ((row: number) => Statement) | null = null;
  const make = (row: number): Statement => {
    maker ??= recordMaker(store);
    return maker(row);
  };
  const keep = (row: number): Statement => {
    const record = made[row] ?? make(row);
    made[row] = record;
    return record;
  };
  function* walk(): Generator<Statement> {
    for (let row = 0; row < count; row++) yield made[row] ?? make(row);
  }
  return new Proxy(made, {
    get(target, key) {
      const row = rowOf(key, count);
      if (row >= 0) return keep(row);
      return key === Symbol.iterator ? walk : Reflect.get(target, key);
    },
    has: (target, key) => rowOf(key, count) >= 0 || Reflect.has(target, key),
    ownKeys: (target) => [...Array.from(target, (_, row) => String(row)), "length"],
    getOwnPropertyDescriptor(target, key) {
      const row = rowOf(key, count);
      if (row >= 0) keep(row);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
    preventExtensions: () => false,
    setPrototypeOf: () => false,
  }) as readonly Statement[];
}

/** Statements by id. The ids are found by their bytes, so that no text is kept for them. */
export class StatementsById implements ReadonlyMap<string, Statement> {
  private readonly statements: readonly Statement[];
  private readonly ids: CellColumn | undefined;
  private dictionary: ByteDictionary | null = null;

  constructor(statements: readonly Statement[], cells: StatementCells) {
    this.statements = statements;
    this.ids = cells.columns.find(({ name, further }) => name === "id" && !further);
  }

  get size(): number {
    return this.statements.length;
  }

  get(id: string): Statement | undefined {
    const row = this.rowOf(id);
    const statement = row < 0 ? undefined : this.statements[row];
    // Half a character has no bytes of its own.
    return statement?.id === id ? statement : undefined;
  }

  private rowOf(id: string): number {
    const { ids } = this;
    if (ids === undefined || id === "") return -1;
    this.dictionary ??= ByteDictionary.of(ids);
    const code = this.dictionary.find(new TextEncoder().encode(id));
    if (code === 0) return -1;
    return ids.codes === null ? code - 1 : ids.codes.indexOf(code);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  forEach(visit: (statement: Statement, id: string, map: ReadonlyMap<string, Statement>) => void): void {
    for (const [id, statement] of this) visit(statement, id, this);
  }

  *entries(): Generator<[string, Statement]> {
    for (const statement of this.statements) yield [statement.id, statement];
  }

  *keys(): Generator<string> {
    for (const { id } of this.statements) yield id;
  }

  *values(): Generator<Statement> {
    yield* this.statements;
  }

  [Symbol.iterator](): Generator<[string, Statement]> {
    return this.entries();
  }
}
