/** Puts the page together: theme, queries, address, and the shell around everything. */

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LOCAL_MARK } from "../model/id.ts";
import { ApiError } from "./api/client.ts";
import { askEarly } from "./api/hooks.ts";
import { App } from "./shell/app.tsx";
import { ErrorBoundary } from "./shell/error-boundary.tsx";
import { type AddressBar, setAddressBar } from "./state/address-bar.ts";
import { connectHistory } from "./state/history.ts";
import { useExplorer } from "./state/store.ts";
import { recordSteps } from "./state/undo.ts";
import { cssVariables, preferredTheme, THEME } from "./theme/theme.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // What the server refused stays refused; only a missing answer is worth another try.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
      retryDelay: 600,
    },
  },
});

function Page() {
  const theme = useExplorer((state) => state.view.theme);
  return (
    <MantineProvider theme={THEME} cssVariablesResolver={cssVariables} forceColorScheme={theme}>
      <QueryClientProvider client={queries}>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** False at the address of a dataset that the server does not have: the page itself was answered with 404, or it was opened here before. */
function isFound(): boolean {
  if (useExplorer.getState().dataset?.startsWith(LOCAL_MARK)) return false;
  const [arrival] = performance.getEntriesByType("navigation");
  return !(arrival instanceof PerformanceNavigationTiming && arrival.responseStatus === 404);
}

/** Draws the page into the element `root`. @param bar where its address stands */
export function startPage(bar: AddressBar): void {
  setAddressBar(bar);
  connectHistory(bar, () => preferredTheme(window));
  recordSteps(Date.now);
  if (isFound()) askEarly(queries);
  // The map is drawn by a part of its own, which need not wait for the picture.
  if (useExplorer.getState().tab === "graph" && "WebGL2RenderingContext" in window)
    void import("./map/webgl-map.tsx");
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no element with id root");
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
