/** The XML parser against saxes on random documents, whole and damaged, however they are cut into chunks. */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { XmlParser } from "../../../src/formats/read/xml-parser.ts";
import { Fault } from "../../../src/model/problem.ts";

/** `<name a=…`, text and `>name` in order, texts that meet made one. */
class Events {
  readonly list: string[] = [];
  private words = "";

  open(name: string, attributes: readonly (readonly [string, string])[]): void {
    this.flush();
    this.list.push(`<${name} ${JSON.stringify(attributes)}`);
  }
  close(name: string): void {
    this.flush();
    this.list.push(`>${name}`);
  }
  text(piece: string): void {
    this.words += piece;
  }
  private flush(): void {
    if (this.words !== "") this.list.push(this.words);
    this.words = "";
  }
}

/** Events, or the message of the fault. */
function ours(bytes: Uint8Array, cuts: readonly number[], listens = true): readonly string[] | string {
  const events = new Events();
  const parser = new XmlParser({
    listens,
    open: (name, tag) =>
      events.open(
        name,
        Array.from({ length: tag.count }, (_, at) => [tag.name(at), tag.value(at)] as const),
      ),
    close: (name) => events.close(name),
    text: (piece) => events.text(piece),
  });
  try {
    let from = 0;
    for (const cut of [...cuts.filter((at) => at < bytes.length), bytes.length]) {
      parser.write(bytes.slice(from, cut));
      from = cut;
    }
    parser.close();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  return events.list;
}

/** Events, or null when saxes finds an error. */
function theirs(text: string): readonly string[] | null {
  const events = new Events();
  const parser = new SaxesParser({ fragment: false });
  let failed = false;
  let depth = 0;
  parser.on("error", () => {
    failed = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth++;
    events.open(name, Object.entries(attributes));
  });
  parser.on("text", (piece) => {
    if (depth > 0) events.text(piece);
  });
  parser.on("cdata", (piece) => events.text(piece));
  parser.on("closetag", ({ name }) => {
    depth--;
    events.close(name);
  });
  parser.write(text).close();
  return failed ? null : events.list;
}

const name = fc.constantFrom("node", "attvalue", "viz:color", "é", "a.b-c");
const value = fc.constantFrom(
  "",
  "x",
  "a > b",
  "&amp;&#x1F600;&#9;",
  "tab\tand\nlines\r\nof all\rkinds",
  "é\u{1F600}中",
  "'",
  "a value that is much longer than what is kept of tags that come again, for which there is a limit",
);
const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom("id", "for", "label", "été"), value), {
  selector: ([own]) => own,
  maxLength: 3,
});
const piece = fc.oneof(
  fc.constantFrom(
    "text",
    "\n",
    "&lt;&#10;",
    "a\r\nb\rc",
    "é中\u{1F600}",
    "<![CDATA[]]]]><![CDATA[<&>\r\n]]>",
  ),
  fc.constantFrom("<!-- - a <comment> -->", "<?instruction ?>", "  \t"),
);
const blank = fc.constantFrom("", " ", "\n  ");

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name,
      attributes,
      gap: blank,
      inner: fc.array(fc.oneof({ maxDepth: 4 }, piece, tie("element")), { maxLength: 4 }),
      empty: fc.boolean(),
    })
    .map((own) => {
      const tag = own.attributes.map(([key, text]) => ` ${key}="${text}"`).join("");
      const inner = own.inner.join("");
      return own.empty && inner === ""
        ? `<${own.name}${tag}${own.gap}/>`
        : `<${own.name}${tag}>${inner}</${own.name}${own.gap}>`;
    }),
}));
const documents = fc
  .tuple(fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8"?>\n', "\n"), element, blank)
  .map((parts) => parts.join(""));
/** The element again and again, so that tags are known. */
const repeated = element.map((one) => `<all>${one.repeat(4)}</all>`);
const cuts = fc
  .uniqueArray(fc.nat({ max: 300 }), { maxLength: 12 })
  .map((list) => list.sort((a, b) => a - b));
const everyByte = Array.from({ length: 5000 }, (_, at) => at + 1);

describe("the XML parser", () => {
  it("finds what saxes finds, whatever the chunks", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(documents, repeated), cuts, (text, places) => {
        const events = theirs(text);
        expect(events).not.toBeNull();
        found += events?.length ?? 0;
        const bytes = new TextEncoder().encode(text);
        for (const chunks of [[], places, everyByte]) expect(ours(bytes, chunks)).toEqual(events);
        // Nobody listening, text is still checked.
        expect(ours(bytes, places, false)).not.toBeTypeOf("string");
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it("finds the same fault whatever the chunks, and refuses nothing that saxes takes", () => {
    const damage = fc.constantFrom(
      "",
      "<",
      ">",
      "&",
      '"',
      "/",
      "=",
      "\u0001",
      "\ufffe",
      "&x;",
      "]]>",
      "<!",
      " ",
      "é",
    );
    let [refused, taken] = [0, 0];
    fc.assert(
      fc.property(
        fc.oneof(documents, repeated),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.nat({ max: 2 }),
        damage,
        cuts,
        (whole, share, lost, added, places) => {
          const at = Math.floor(share * whole.length);
          const text = (whole.slice(0, at) + added + whole.slice(at + lost)).toWellFormed();
          const bytes = new TextEncoder().encode(text);
          const outcome = ours(bytes, []);
          for (const chunks of [places, everyByte]) expect(ours(bytes, chunks)).toEqual(outcome);
          const events = theirs(text);
          if (typeof outcome === "string") {
            refused++;
            expect(outcome).toMatch(/^line \d+, column \d+: /);
          }
          if (events === null) return;
          taken++;
          expect(outcome).toEqual(events);
        },
      ),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(80);
    expect(taken).toBeGreaterThan(10);
  });

  it("finds the same first bad byte whatever the chunks", () => {
    fc.assert(
      fc.property(
        documents,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        cuts,
        (text, place, bad, places) => {
          const bytes = new TextEncoder().encode(text);
          bytes.set(bad.slice(0, bytes.length), place % Math.max(1, bytes.length - bad.length));
          const outcome = ours(bytes, []);
          for (const chunks of [places, everyByte]) expect(ours(bytes, chunks)).toEqual(outcome);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("says where: lines end by line feeds, columns count UTF-16 units", () => {
    const fault = (text: string, chunks: readonly number[] = []) =>
      ours(new TextEncoder().encode(text), chunks);
    for (const chunks of [[], everyByte]) {
      expect(fault("<a>\n<b/>\n  \u{1F600}é&no;</a>", chunks)).toMatch(/^line 3, column 6: the entity &no;/);
      expect(fault("<a>\r\n\r\n</b>", chunks)).toMatch(/^line 3, column 1: <\/b> stands where/);
      expect(fault("\n<a/> \n x", chunks)).toMatch(/^line 3, column 2: there is text outside/);
      expect(fault("\ufeff<a><é a=1>", chunks)).toMatch(/^line 1, column 9: the value of a is not in quotes/);
    }
  });

  it("keeps no more of a file than it must", () => {
    const parser = new XmlParser({ listens: false, open: () => {}, close: () => {}, text: () => {} });
    const encoder = new TextEncoder();
    parser.write(encoder.encode("<a><!-- "));
    const chunk = encoder.encode("x ".repeat(32_768));
    for (let at = 0; at < 64; at++) parser.write(chunk);
    parser.write(encoder.encode("--><b c='"));
    // A value that is too long is refused before its end comes.
    const write = () => {
      for (let at = 0; at < 64; at++) parser.write(chunk);
    };
    expect(write).toThrow(/line 1, column \d+: the value of c in <b> has more than 1048576/);
  });
});
