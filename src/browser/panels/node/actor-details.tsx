/** The right column for an actor: who it is, what it holds, who stands with and against it, by which statements. */

import { Anchor } from "@mantine/core";
import { useMemo } from "react";
import type { ActorDetail, ActorRecord } from "../../../model/api.ts";
import { useActor, useDirectory } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { Answered } from "../parts/answered.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { ProfileBar } from "../parts/profile-bar.tsx";
import { Section } from "../parts/section.tsx";
import { StatementList } from "../statements/statement-list.tsx";
import { TEXTS } from "../texts.ts";
import { AllyList } from "./allies.tsx";
import { useListed } from "./listed.tsx";
import { Neighbours } from "./neighbours.tsx";
import { NoStatements } from "./no-statements.tsx";
import { NodeActions } from "./node-actions.tsx";
import { NodeHeading } from "./node-heading.tsx";
import { PositionRow } from "./position-row.tsx";
import { actorPositions, belongsTo, tallyOf } from "./positions.ts";
import { Provenance } from "./provenance.tsx";

export function ActorDetails({ id }: { readonly id: string }) {
  const view = useExplorer((state) => state.view);
  const query = useActor(id, view);
  return (
    <Answered query={query} lines={8}>
      {(actor) => <Actor asked={id} actor={actor} />}
    </Answered>
  );
}

const belongings = ({ speaksFor, memberOf, groups }: ActorRecord) =>
  [
    [TEXTS.speaksFor, speaksFor ? [speaksFor] : []],
    [TEXTS.memberOf, memberOf ? [memberOf] : []],
    [TEXTS.inGroups, groups],
  ] as const;

function Actor({ asked, actor }: { readonly asked: string; readonly actor: ActorDetail }) {
  const directory = useDirectory().data;
  const known = useMemo(() => new Map(directory?.actors.map((one) => [one.id, one])), [directory]);
  const { allies, opponents, neighbours, totals } = actor;
  const { statements, total, isCut, note } = useListed(actor);
  const { positions, relationsOut, relationsIn } = useMemo(
    () => actorPositions(statements, (one) => belongsTo(known, one, actor.id)),
    [statements, known, actor.id],
  );
  const held = tallyOf([...positions, ...relationsOut]);
  return (
    <>
      <NodeHeading node={actor.key} label={actor.label} kind={actor.kind?.label ?? TEXTS.actor} />
      {asked !== actor.id && (
        <p className="sg-line">{TEXTS.foldedInto(known.get(asked)?.label ?? asked, actor.label)}</p>
      )}
      {actor.description !== "" && (
        <p className="sg-line" dir="auto">
          {actor.description}
        </p>
      )}
      {actor.aliases.length > 0 && (
        <p className="sg-line sg-dim">
          {TEXTS.alsoKnown} {actor.aliases.join(", ")}
        </p>
      )}
      {belongings(actor).map(
        ([words, wholes]) =>
          wholes.length > 0 && (
            <p key={words} className="sg-line sg-dim">
              {words}{" "}
              {wholes.map((whole, at) => (
                <span key={whole.id}>
                  {at > 0 && ", "}
                  <NodeLink node={`actor:${whole.id}`}>{whole.label}</NodeLink>
                </span>
              ))}
            </p>
          ),
      )}
      {!actor.stakeholder && <p className="sg-line">{TEXTS.noStakeholder}</p>}
      {actor.wikidata !== null && (
        <p className="sg-line">
          <Anchor
            underline="always"
            href={`https://www.wikidata.org/wiki/${encodeURIComponent(actor.wikidata)}`}
            target="_blank"
            rel="noreferrer noopener"
            inherit
          >
            {TEXTS.wikidata(actor.wikidata)}
          </Anchor>
        </p>
      )}
      <NodeActions node={actor.key} />
      {statements.length === 0 ? (
        <NoStatements label={actor.label} />
      ) : (
        <>
          <Section title={TEXTS.profile}>
            <p className="sg-line sg-dim">{TEXTS.profileHeld}</p>
            <ProfileBar profile={isCut ? actor : held} />
            <Provenance label={actor.label} statements={statements} total={total} />
            {note}
          </Section>
          <Positions title={TEXTS.positions} items={positions} open />
          <Positions title={TEXTS.relationsOut(actor.label)} items={relationsOut} open />
          <Positions title={TEXTS.relationsIn(actor.label)} items={relationsIn} />
          <AllyList title={TEXTS.allies} note={TEXTS.alliesNote} allies={allies} total={totals.allies} />
          <AllyList
            title={TEXTS.opponents}
            note={TEXTS.opponentsNote}
            allies={opponents}
            total={totals.opponents}
          />
          <Neighbours neighbours={neighbours} total={totals.neighbours} />
          <Section title={TEXTS.allStatements} count={total} open={false}>
            <StatementList statements={statements} label={TEXTS.statementsAt(actor.label)} />
          </Section>
        </>
      )}
    </>
  );
}

function Positions(props: {
  readonly title: string;
  readonly items: Parameters<typeof tallyOf>[0];
  readonly open?: boolean;
}) {
  const { title, items, open = false } = props;
  if (items.length === 0) return null;
  return (
    <Section title={title} count={items.length} open={open}>
      <MoreList items={items} keyOf={({ id }) => id} label={title}>
        {(position) => <PositionRow position={position} />}
      </MoreList>
    </Section>
  );
}
