/** Everything that stands next to a node under the view, most statements first. */

import type { Neighbour } from "../../../model/api.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { ProfileBar } from "../parts/profile-bar.tsx";
import { Section } from "../parts/section.tsx";
import { TEXTS } from "../texts.ts";
import { profileWords } from "../words/numbers.ts";

export function Neighbours({ neighbours }: { readonly neighbours: readonly Neighbour[] }) {
  if (neighbours.length === 0) return null;
  return (
    <Section title={TEXTS.neighbours} count={neighbours.length} open={false}>
      <MoreList items={neighbours} keyOf={({ key }) => key} label={TEXTS.neighbours}>
        {(neighbour) => (
          <div>
            <NodeLink node={neighbour.key}>{neighbour.label}</NodeLink>{" "}
            <span className="sg-dim">{profileWords(neighbour)}</span>
            <ProfileBar profile={neighbour} words={false} />
          </div>
        )}
      </MoreList>
    </Section>
  );
}
