/** The elements of GEXF as bytes. What comes again and again (values of attributes, colours, days) is encoded once. */

import { BytePen, type Ready } from "../byte-pen.ts";
import { parseColour } from "../colour.ts";
import type { Column } from "../columns.ts";
import { type Day, mergeSpells, onlyDay, type Spell } from "../spells.ts";
import { xmlEscaper } from "../xml.ts";
import type { GexfDialect } from "./dialects.ts";

const MOST_COLOURS = 1024;

/** A column as it is written. */
export interface WrittenColumn<Attributes> extends Column<Attributes> {
  /** Escaped id, distinct among the columns. */
  readonly id: string;
  /** The element up to the value. */
  readonly head: Ready;
}

/** A pen for one file. */
export class GexfPen extends BytePen {
  readonly words = {
    edge: this.constant('<edge id="'),
    node: this.constant('<node id="'),
    source: this.constant('" source="'),
    target: this.constant('" target="'),
    kind: this.constant('" kind="'),
    weight: this.constant('" weight="'),
    label: this.constant('" label="'),
    endTag: this.constant('">'),
    thickness: this.constant('<viz:thickness value="'),
    shape: this.constant('"/><viz:shape value="'),
    endEdge: this.constant('"/></edge>\n'),
    values: this.constant("<attvalues>"),
    endValues: this.constant("</attvalues>"),
    endEmpty: this.constant('"/>'),
    spells: this.constant("<spells>"),
    spell: this.constant('<spell start="'),
    until: this.constant('" end="'),
    spellUntil: this.constant('<spell end="'),
    endSpells: this.constant("</spells>"),
  };
  readonly xml = xmlEscaper();
  readonly dialect: GexfDialect;
  /** Elements of colours that came before. */
  private readonly colours = new Map<string, Ready>();

  constructor(dialect: GexfDialect) {
    super();
    this.dialect = dialect;
  }

  /** An escaped text. */
  value(text: string): void {
    this.escaped(text, this.xml);
  }

  declare<Attributes>(id: string, column: Column<Attributes>): WrittenColumn<Attributes> {
    return { ...column, id, head: this.constant(`<attvalue for="${id}" value="`) };
  }

  attvalues<Attributes>(columns: readonly WrittenColumn<Attributes>[], attributes: Attributes): void {
    const { words } = this;
    const before = this.place;
    this.put(words.values);
    const empty = this.place;
    for (const column of columns) {
      const value = column.value(attributes);
      if (value === undefined || isNothing(value)) continue;
      this.put(column.head);
      if (typeof value === "string") this.value(value);
      else if (typeof value === "object") this.value(this.dialect.list(value));
      else this.text(String(value));
      this.put(words.endEmpty);
    }
    if (this.place === empty) this.back(before);
    else this.put(words.endValues);
  }

  /** The spells of an edge, overlapping ones made one. */
  edgeSpells(spells: Iterable<readonly [string, string]>): void {
    const day = onlyDay(spells);
    if (day === 0) {
      this.spells(mergeSpells(spells));
      return;
    }
    this.put(this.words.spells);
    this.spell(day, day);
    this.put(this.words.endSpells);
  }

  /** Spells without overlaps. */
  spells(spells: readonly Spell[]): void {
    if (spells.length === 0) return;
    this.put(this.words.spells);
    for (const [first, last] of spells) this.spell(first, last);
    this.put(this.words.endSpells);
  }

  private spell(first: Day, last: Day): void {
    const { words } = this;
    if (first === 0) this.put(words.spellUntil);
    else {
      this.put(words.spell);
      this.day(first);
      if (last !== 0) this.put(words.until);
    }
    if (last !== 0) this.day(last);
    this.put(words.endEmpty);
  }

  colour(hex: string): void {
    const known = this.colours.get(hex);
    if (known !== undefined) {
      this.put(known);
      return;
    }
    const { r, g, b } = parseColour(hex);
    const element = `<viz:color r="${r}" g="${g}" b="${b}"/>`;
    if (this.colours.size < MOST_COLOURS) this.colours.set(hex, this.keep(element));
    else this.text(element);
  }
}

/** What has no text: an empty list, a number that is none. */
const isNothing = (value: string | number | boolean | readonly string[]): boolean =>
  typeof value === "object" ? value.length === 0 : typeof value === "number" && !Number.isFinite(value);
