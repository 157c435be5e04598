/** Whether the page has introduced itself in this browser. */

const KEY = "stancegraph-introduced";

/** True on a first visit to a bare address: whoever follows a link to a view wants that view. */
export function mayIntroduce(page: Window): boolean {
  if (page.location.search !== "") return false;
  try {
    return page.localStorage.getItem(KEY) === null;
  } catch {
    // Storage may be forbidden; then every visit to a bare address is a first one.
    return true;
  }
}

export function rememberIntroduced(page: Window): void {
  try {
    page.localStorage.setItem(KEY, "1");
  } catch {
    // Nothing to remember it in: see above.
  }
}
