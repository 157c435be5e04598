/** What the lines of a picture stand for: positions, or how far two actors agree. Pure. */

import type { Reduction } from "../../model/graph.ts";
import type { View } from "../../model/view.ts";
import { POLARITIES, type Polarity, polarityTerm } from "../../model/vocabulary.ts";
import { LOOK_TEXTS } from "../look/texts.ts";
import { TEXTS } from "../texts.ts";

interface Drawn {
  readonly attributes: { readonly reduced?: Reduction };
}

/** True where lines are ties of two actors: as asked for, or in place of what is too large to be drawn. */
export const drawsTies = ({ projection }: Pick<View, "projection">, graph: Drawn | undefined): boolean =>
  projection === "agreement" || graph?.attributes.reduced?.rule === "agreement";

interface LineKind {
  readonly id: Polarity;
  readonly label: string;
  readonly mark: string;
}

const TIES: readonly LineKind[] = (["support", "oppose"] as const).map((id) => ({
  id,
  label: TEXTS.tieWords[id],
  mark: polarityTerm(id).mark,
}));

/** The kinds of lines, in the order of the legend. */
export const lineKinds = (ties: boolean): readonly LineKind[] => (ties ? TIES : POLARITIES);

/** What a wider line says. */
export const widerLine = (width: keyof typeof LOOK_TEXTS.widerLine, ties: boolean): string =>
  ties && width === "statements" ? LOOK_TEXTS.widerTie : LOOK_TEXTS.widerLine[width];
