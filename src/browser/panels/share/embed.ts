/** The address of the view inside another page, and the HTML that puts it there. Pure. */

/** The address with `embed=1`. */
export function embedAddress(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("embed");
  url.searchParams.append("embed", "1");
  // In alphabetical order, as the page itself writes its addresses.
  url.searchParams.sort();
  return url.href;
}

const quoted = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** An iframe of the view. */
export const embedSnippet = (address: string, title: string): string =>
  `<iframe src="${quoted(embedAddress(address))}" title="${quoted(title)}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
