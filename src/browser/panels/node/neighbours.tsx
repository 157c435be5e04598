/** Everything that stands next to a node under the view, most statements first. */

import type { Neighbour } from "../../../model/api.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { ProfileBar } from "../parts/profile-bar.tsx";
import { Section } from "../parts/section.tsx";
import { TEXTS } from "../texts.ts";
import { profileWords } from "../words/numbers.ts";
import { Rest } from "./rest.tsx";

interface NeighboursProps {
  readonly neighbours: readonly Neighbour[];
  /** How many there are; the list holds the first. */
  readonly total: number;
}

export function Neighbours({ neighbours, total }: NeighboursProps) {
  if (neighbours.length === 0) return null;
  return (
    <Section title={TEXTS.neighbours} count={total} open={false}>
      <MoreList items={neighbours} keyOf={({ key }) => key} label={TEXTS.neighbours}>
        {(neighbour) => (
          <div>
            <NodeLink node={neighbour.key}>{neighbour.label}</NodeLink>{" "}
            <span className="sg-dim">{profileWords(neighbour)}</span>
            <ProfileBar profile={neighbour} words={false} />
          </div>
        )}
      </MoreList>
      <Rest listed={neighbours.length} total={total} />
    </Section>
  );
}
