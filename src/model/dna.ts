/** A DNA 3 database (Discourse Network Analyzer, Leifeld) in memory: its tables as records, nothing computed. */

export type DnaDataType = "boolean" | "integer" | "long text" | "short text";

export interface DnaCoder {
  readonly id: number;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** A value of a short text variable. */
export interface DnaEntity {
  readonly id: number;
  readonly value: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** Id of the entity above this one, or null. */
  readonly childOf: number | null;
  /** Attribute variable → value; a Map, so that an attribute named `__proto__` is harmless. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface DnaVariable {
  readonly id: number;
  readonly name: string;
  readonly type: DnaDataType;
  /** Names of the attributes its entities can have; short text only. */
  readonly attributes: readonly string[];
  /** Short text only, in the order of their ids. */
  readonly entities: readonly DnaEntity[];
}

export interface DnaStatementType {
  readonly id: number;
  readonly label: string;
  readonly color: string;
  /** In the order of their ids. */
  readonly variables: readonly DnaVariable[];
}

export interface DnaDocument {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  /** Coder id, or null. */
  readonly coder: number | null;
  readonly author: string;
  readonly source: string;
  readonly section: string;
  readonly notes: string;
  readonly type: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly date: number;
}

/** Text, or a whole number for boolean (0 or 1) and integer variables; null where the statement has no value. */
export type DnaValue = string | number | null;

export interface DnaStatement {
  readonly id: number;
  /** Id of its statement type. */
  readonly type: number;
  /** Id of its document. */
  readonly document: number;
  /** UTF-16 code units into the document's text; `stop` is exclusive. */
  readonly start: number;
  readonly stop: number;
  readonly coder: number | null;
  /** By position in the variables of its type. */
  readonly values: readonly DnaValue[];
}

export interface DnaDatabase {
  /** What the file says of the program that made it; empty when it does not. */
  readonly version: string;
  readonly coders: readonly DnaCoder[];
  readonly statementTypes: readonly DnaStatementType[];
  /** In the order of their ids, as the statements are. */
  readonly documents: readonly DnaDocument[];
  readonly statements: readonly DnaStatement[];
  /** What was left out of the file and why, one sentence each. */
  readonly warnings: readonly string[];
}

/** Fields of a document that serve as variables beside those of the statement type. */
export const DNA_DOCUMENT_FIELDS = ["author", "source", "section", "type", "id", "title"] as const;
