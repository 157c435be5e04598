/** What the rows and columns of a grid are. */

export interface GridItem {
  readonly key: string;
  /** Short label, as it stands in the header. */
  readonly label: string;
  /** Full label, shown on pointing. */
  readonly full: string;
  /** What a screen reader says for the header. */
  readonly spoken: string;
  /** A sum at the end of the header, or empty. */
  readonly total: string;
  /** Heading over neighbouring rows or columns; absent where there are no headings. */
  readonly group?: string;
}

/** A cell by row and column, from 0; −1 = the header. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}
