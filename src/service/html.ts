/** HTML text from templates whose values are escaped unless they say that they are HTML already. */

import { htmlText } from "../formats/html-text.ts";

class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Marks text as HTML. */
export const raw = (text: string): Raw => new Raw(text);

/** The template with its values escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | number | Raw)[]): string =>
  parts
    .map((part, at) => {
      const value = values[at] ?? "";
      return part + (value instanceof Raw ? value.text : htmlText(String(value)));
    })
    .join("");
