/** Stands in a self-contained file where the page of a server opens data: the file shows its own dataset only. */

import { TEXTS } from "../texts.ts";

export const OpenPanel = () => <p>{TEXTS.offlineOnly}</p>;
