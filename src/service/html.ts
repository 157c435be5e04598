/** HTML text from templates whose values are escaped unless they say that they are HTML already. */

class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Marks text as HTML. */
export const raw = (text: string): Raw => new Raw(text);

/** The template with its values escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | number | Raw)[]): string =>
  parts
    .map((part, at) => {
      const value = values[at] ?? "";
      return (
        part + (value instanceof Raw ? value.text : String(value).replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c))
      );
    })
    .join("");
