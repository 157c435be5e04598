/** Mantine in our colours: quiet greys, one blue, contrast of 4.5:1 or more for every text in both themes. */

import { type CSSVariablesResolver, createTheme } from "@mantine/core";
import type { Theme } from "../../model/view.ts";

export const THEME = createTheme({
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  headings: { fontWeight: "650" },
  colors: {
    // Text first, ground last: Mantine's own greys are warm, ours lean to blue, as the columns do.
    dark: [
      "#e8ecf2",
      "#c3cad4",
      "#a5afbd",
      "#838e9c",
      "#3d4755",
      "#303945",
      "#242b35",
      "#1a1f27",
      "#14181f",
      "#0f1318",
    ],
  },
  primaryColor: "blue",
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // At the end of the page they would belong to no part of it.
    Tooltip: { defaultProps: { withinPortal: false } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-text": "#1c2430",
    "--mantine-color-dimmed": "#56606e",
    "--mantine-color-placeholder": "#626c79",
    // Text of light buttons: Mantine's own falls below 4.5:1 under the pointer.
    "--mantine-color-blue-light-color": "#0f4f8f",
    "--sg-ground": "#ffffff",
    "--sg-column": "#f7f8fa",
    "--sg-line": "#dfe3e8",
    "--sg-text": "#1c2430",
  },
  dark: {
    "--mantine-color-dimmed": "#a5afbd",
    "--mantine-color-placeholder": "#97a1af",
    "--mantine-color-body": "#1a1f27",
    "--mantine-color-anchor": "#74bdf2",
    "--mantine-color-blue-light-color": "#a9d6f8",
    "--sg-ground": "#14181f",
    "--sg-column": "#1a1f27",
    "--sg-line": "#2e3642",
    "--sg-text": "#e8ecf2",
  },
});

const KEY = "stancegraph-theme";

/** The reader's own choice of an earlier visit, else the system's. */
export function preferredTheme(page: Window): Theme {
  const stored = read(page);
  if (stored === "light" || stored === "dark") return stored;
  return page.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function read(page: Window): string | null {
  // Storage throws where the browser forbids it; the system's preference serves then.
  try {
    return page.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remembers the reader's choice where the browser lets us. */
export function rememberTheme(page: Window, theme: Theme): void {
  try {
    page.localStorage.setItem(KEY, theme);
  } catch {
    // Not remembered: the address still carries it.
  }
}
