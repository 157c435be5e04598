/** Copies the link to the view with something selected in it, and says whether that was allowed. */

import { copyText } from "../panels/parts/copy-text.ts";
import { formatAddress } from "../state/address.ts";
import { absoluteHref } from "../state/address-bar.ts";
import type { Selection } from "../state/selection.ts";
import type { ExplorerState } from "../state/store.ts";
import { NODE_TEXTS as T } from "./node-texts.ts";

export function copyLinkTo(
  selection: Selection | null,
  explorer: ExplorerState,
  say: (words: string) => void,
): void {
  const address = absoluteHref(formatAddress({ ...explorer, selection }));
  void copyText(address).then((copied) => say(copied ? T.linkCopied : T.copyFailed));
}
