/** The page that a server sends. */

import "./no-eval.ts";
import "@mantine/core/styles.css";
import "./page.css";
import "./theme/targets.css";
import { startPage } from "./start-page.tsx";
import { pageBar } from "./state/address-bar.ts";

startPage(pageBar(window));
