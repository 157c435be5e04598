/** What the readers of GEXF and GraphML share: a parser that drives a handler, declared attributes, text that is wanted, faults with their place. */

import { Attributes } from "./attributes.ts";
import type { FileReader } from "./reader.ts";
import type { GraphSink, PlaceOf } from "./record.ts";
import { faultAt, MAX_VALUE, MEND, TOO_LARGE } from "./window.ts";
import { type XmlHandler, XmlParser } from "./xml-parser.ts";
import type { XmlTag } from "./xml-tags.ts";

/** No id of a declaration: those cannot hold the character. */
export const PARENT_ID = "\u0000parent";

export abstract class XmlGraphHandler implements XmlHandler {
  place: PlaceOf = () => ({ line: 1, column: 1 });
  protected readonly sink: GraphSink;
  protected readonly nodeAttributes: Attributes;
  protected readonly edgeAttributes: Attributes;
  /** Text that is wanted, or null. */
  protected words: string | null = null;
  private graphs = 0;

  constructor(sink: GraphSink) {
    this.sink = sink;
    this.nodeAttributes = new Attributes("node", sink);
    this.edgeAttributes = new Attributes("edge", sink);
  }

  abstract open(name: string, tag: XmlTag): void;
  abstract close(name: string): void;
  /** What the text at hand is called in messages. */
  protected abstract get heard(): string;

  get listens(): boolean {
    return this.words !== null;
  }

  text(piece: string): void {
    if (this.words === null) return;
    this.words += piece;
    if (this.words.length > MAX_VALUE)
      throw this.fault(`the text of ${this.heard} has more than ${MAX_VALUE} characters`, TOO_LARGE);
  }

  finish(): void {
    if (this.graphs === 0) throw this.fault("there is no <graph> in the file");
  }

  protected fault(reason: string, remedy = MEND): Error {
    return faultAt(this.place(), reason, remedy);
  }

  /** Counts the outermost graphs, of which there is one. */
  protected countGraph(): void {
    if (++this.graphs > 1)
      throw this.fault("there is a second <graph>", "Split the file into one for each graph");
  }

  /** The value of an attribute that the tag of an element must have. */
  protected need(element: string, name: string, value: string | undefined): string {
    if (value === undefined) throw this.fault(`the <${element}> has no ${name}`);
    return value;
  }
}

/** A reader of bytes that a handler listens to. */
export function readXmlGraph(handler: XmlGraphHandler): FileReader {
  const parser = new XmlParser(handler);
  handler.place = () => parser.place();
  return {
    write: (chunk) => parser.write(chunk),
    close() {
      parser.close();
      handler.finish();
    },
  };
}
