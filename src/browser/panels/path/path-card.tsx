/** One path: its sentence, agreement and conditions in words, and its hops with their statements. */

import { Badge, Button } from "@mantine/core";
import type { Path } from "../../../model/path.ts";
import { TEXTS } from "../texts.ts";
import { HopRow } from "./hop-row.tsx";
import { LeftOutNote } from "./left-out-note.tsx";

export interface PathCardProps {
  readonly path: Path;
  readonly number: number;
  /** Marked on the map. */
  readonly chosen: boolean;
  /** Marks it on the map, or takes the mark away. */
  readonly onChoose: () => void;
}

export function PathCard({ path, number, chosen, onChoose }: PathCardProps) {
  return (
    <article className={`sg-path${chosen ? " sg-path-chosen" : ""}`} aria-label={TEXTS.pathNumber(number)}>
      <p className="sg-path-sentence">{path.sentence}</p>
      <div className="sg-card-badges">
        <Badge variant="default" size="sm" className="sg-badge">
          {TEXTS.hops(path.length)}
        </Badge>
        <Badge variant="default" size="sm" className="sg-badge">
          {TEXTS.agreements[path.agreement ?? "none"]}
        </Badge>
        {path.conditional && (
          <Badge variant="default" size="sm" className="sg-badge sg-badge-strong">
            {TEXTS.conditional}
          </Badge>
        )}
        <Button
          size="compact-sm"
          variant={chosen ? "light" : "default"}
          aria-pressed={chosen}
          onClick={onChoose}
        >
          {chosen ? TEXTS.onMap : TEXTS.showOnMap}
        </Button>
      </div>
      {chosen && <LeftOutNote path={path} />}
      <ol className="sg-list sg-hops">
        {path.hops.map((hop) => (
          <li key={`${hop.from};${hop.to}`}>
            <HopRow hop={hop} onRead={chosen ? undefined : onChoose} />
          </li>
        ))}
      </ol>
    </article>
  );
}
