/** Where the address of what is shown stands: in the browser's own address, or behind its `#` in a file opened from disk. */

export interface AddressBar {
  /** Path and query as they stand there. */
  read(): { readonly path: string; readonly search: string };
  /** A new entry of the history, or over the present one. */
  write(address: string, how: "push" | "replace"): void;
  /** What a link to an address refers to. */
  hrefOf(address: string): string;
  /** Hears of Back and Forward until the returned function is called. */
  listen(listener: () => void): () => void;
}

/** The address of a page that a server sent. */
export const pageBar = (page: Window): AddressBar => ({
  read: () => ({ path: page.location.pathname, search: page.location.search }),
  write: (address, how) => page.history[`${how}State`](null, "", address),
  hrefOf: (address) => address,
  listen(listener) {
    page.addEventListener("popstate", listener);
    return () => page.removeEventListener("popstate", listener);
  },
});

/** The part behind `#`; as long as there is none, the address with which the file begins. */
export const fragmentBar = (page: Window, begin: string): AddressBar => ({
  read() {
    const address = page.location.hash.startsWith("#/") ? page.location.hash.slice(1) : begin;
    const [path = "/", search] = address.split("?");
    return { path, search: search === undefined ? "" : `?${search}` };
  },
  write: (address, how) => page.history[`${how}State`](null, "", `#${address}`),
  hrefOf: (address) => `#${address}`,
  listen(listener) {
    // Comes for links within the file as well as for Back.
    page.addEventListener("popstate", listener);
    return () => page.removeEventListener("popstate", listener);
  },
});

let bar: AddressBar | null = null;

/** The bar that this page uses. */
export function addressBar(): AddressBar {
  bar ??= pageBar(window);
  return bar;
}

export function setAddressBar(own: AddressBar): void {
  bar = own;
}

/** A link to an address as it can be handed on. */
export const absoluteHref = (address: string): string =>
  new URL(addressBar().hrefOf(address), window.location.href).href;
