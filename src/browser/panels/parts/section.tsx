/** A part of a panel under a heading that opens and closes it. */

import type { ReactNode } from "react";

export interface SectionProps {
  readonly title: string;
  /** Beside the title; null says nothing. */
  readonly count?: number;
  readonly open?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, count, open = true, children }: SectionProps) {
  return (
    <details className="sg-section" open={open}>
      <summary>
        <h3>
          {title}
          {count === undefined ? null : (
            <span className="sg-section-count"> {count.toLocaleString("en-GB")}</span>
          )}
        </h3>
      </summary>
      <div className="sg-section-body">{children}</div>
    </details>
  );
}
