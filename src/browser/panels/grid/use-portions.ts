/** Rows of a large grid come by and by: all of its cells at once would hold up the page for a second and more. */

import { useEffect, useState } from "react";
import { grown } from "./portions.ts";

/** How many of so many rows are there now; once there, they stay. */
export function usePortions(rows: number, columns: number): number {
  const [there, setThere] = useState(() => grown(0, rows, columns));
  useEffect(() => {
    if (there >= rows) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The portion before is painted first.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setThere(grown(there, rows, columns)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [there, rows, columns]);
  return Math.min(there, rows);
}
