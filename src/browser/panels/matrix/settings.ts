/** What the Matrix tab keeps in the address: what cells are, the order, headings, and how many rows and columns are drawn. Pure. */

import { formatInner } from "../../state/inner-pairs.ts";
import { innerPairs, matching, oneOf, type Report } from "../../state/inner-rules.ts";
import { ORDERS, type Order } from "./order.ts";

export const MATRIX_KINDS = ["stance", "agreement"] as const;
export type MatrixKind = (typeof MATRIX_KINDS)[number];

export interface MatrixSettings {
  readonly kind: MatrixKind;
  readonly order: Order;
  /** Whether issues stand under their headings. */
  readonly headings: boolean;
  /** Most rows and columns that are drawn. */
  readonly most: number;
}

/** Rows and columns drawn without being asked, and added at each wish for more. */
export const MOST = 150;
/** More would hold up the page for seconds. */
const GREATEST = 20 * MOST;

const USUAL: MatrixSettings = { kind: "stance", order: "coalition", headings: true, most: MOST };

const RULES = {
  cells: oneOf(MATRIX_KINDS),
  headings: oneOf([0, 1]),
  most: matching(/^\d{1,5}$/, `a whole number up to ${GREATEST}`),
  order: oneOf(ORDERS),
};

/** Reads settings; a value that is none is the usual one, and is reported. */
export function parseMatrixSettings(text: string, report?: Report): MatrixSettings {
  const pairs = new Map(innerPairs(text, RULES, report));
  const most = pairs.get("most") ?? "";
  return {
    kind: MATRIX_KINDS.find((kind) => kind === pairs.get("cells")) ?? USUAL.kind,
    order: ORDERS.find((order) => order === pairs.get("order")) ?? USUAL.order,
    headings: pairs.get("headings") !== "0",
    most: most !== "" ? Math.min(Math.max(Number(most), MOST), GREATEST) : USUAL.most,
  };
}

/** The text of settings: what is not usual, empty when all is. */
export const formatMatrixSettings = ({ kind, order, headings, most }: MatrixSettings): string =>
  formatInner([
    ...(kind === USUAL.kind ? [] : [["cells", kind] as const]),
    ...(headings ? [] : [["headings", "0"] as const]),
    ...(most === USUAL.most ? [] : [["most", String(most)] as const]),
    ...(order === USUAL.order ? [] : [["order", order] as const]),
  ]);
