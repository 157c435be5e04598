/** The right column for several nodes: who they are, what can be done with them, what they share, and their statements. */

import { ActionIcon } from "@mantine/core";
import { useMemo, useState } from "react";
import { DEFAULT_VIEW } from "../../model/view.ts";
import type { GraphDocument } from "../api/client.ts";
import { useGraph } from "../api/hooks.ts";
import { isPart } from "../map/detail.ts";
import { keepFocus } from "../shell/focus.ts";
import { Icon } from "../shell/icons.tsx";
import { useNames } from "../state/names.ts";
import { selectedNodes, toggled } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { SubjectActions } from "./node/subject-actions.tsx";
import type { PanelProps } from "./panel.ts";
import { Answered } from "./parts/answered.tsx";
import { useHeadingFocus } from "./parts/follow.ts";
import { MoreList } from "./parts/more-list.tsx";
import { NodeLink } from "./parts/node-link.tsx";
import { ProfileBar } from "./parts/profile-bar.tsx";
import { Section } from "./parts/section.tsx";
import { isNodeOf } from "./several/node-type.ts";
import { type Shared, type Summary, summaryOf } from "./several/summary.ts";
import { SEVERAL_TEXTS as T } from "./several/texts.ts";
import { FetchedStatements } from "./statements/fetched-statements.tsx";
import "./panels.css";

const SIDES = ["support", "oppose", "mixed", "neutral"] as const;

/** Reads `selection` (several nodes) and the view. */
export function SeveralDetails(_: PanelProps) {
  const selection = useExplorer((state) => state.selection);
  const view = useExplorer((state) => state.view);
  const keys = selectedNodes(selection);
  const query = useGraph({ ...view, projection: "bundled", structure: DEFAULT_VIEW.structure });
  const actors = keys.filter((key) => isNodeOf(key, "actor")).length;
  const heading = useHeadingFocus(keys.join(";"));
  return (
    <div className="sg-panel sg-details">
      <p className="sg-kind">{T.kinds(actors, keys.length - actors)}</p>
      <h2 ref={heading} tabIndex={-1} className="sg-title">
        {T.heading(keys.length)}
      </h2>
      <SubjectActions keys={keys} />
      <Answered query={query} lines={8}>
        {(graph) => <Several key={keys.join(";")} graph={graph} keys={keys} />}
      </Answered>
    </div>
  );
}

interface Props {
  readonly graph: GraphDocument;
  readonly keys: readonly string[];
}

function Several({ graph, keys }: Props) {
  const names = useNames();
  const { select } = useExplorer.getState();
  const summary = useMemo(() => summaryOf(graph, keys), [graph, keys]);
  const takeOut = (key: string) => {
    select(toggled(useExplorer.getState().selection, key));
    keepFocus();
  };
  return (
    <>
      <Section title={T.nodes} count={keys.length}>
        <MoreList items={keys} step={12} keyOf={(key) => key} label={T.nodes}>
          {(key) => (
            <div className="sg-row">
              <span className="sg-row-main">
                <NodeLink node={key}>{names.node(key)}</NodeLink>{" "}
                {summary.absent.includes(key) && <span className="sg-dim">({T.notShown})</span>}
              </span>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={T.takeOut(names.node(key))}
                onClick={() => takeOut(key)}
              >
                <Icon name="close" size={14} />
              </ActionIcon>
            </div>
          )}
        </MoreList>
      </Section>
      {isPart(graph.attributes.reduced) ? (
        <p className="sg-line">{T.tooLarge}</p>
      ) : (
        <Sums summary={summary} label={names.node} />
      )}
    </>
  );
}

/** What a view of common size says of the nodes together. */
function Sums({ summary, label }: { readonly summary: Summary; readonly label: (key: string) => string }) {
  return (
    <>
      <Section title={T.profile} count={summary.all.length}>
        <ProfileBar profile={summary.mix} />
      </Section>
      <Section title={T.shared} count={summary.shared.length}>
        {summary.shared.length === 0 ? (
          <p className="sg-line sg-dim">{T.noShared}</p>
        ) : (
          <MoreList items={summary.shared} keyOf={({ key }) => key} label={T.shared}>
            {(shared) => <SharedRow shared={shared} label={label} />}
          </MoreList>
        )}
      </Section>
      <Statements title={T.between} ids={summary.between} />
      <Statements title={T.all} ids={summary.all} />
    </>
  );
}

interface SharedRowProps {
  readonly shared: Shared;
  readonly label: (key: string) => string;
}

function SharedRow({ shared, label }: SharedRowProps) {
  const { heldBy, holds, related } = shared;
  const lines = [
    ...SIDES.map((side) => [T.heldBy[side], heldBy[side]] as const),
    ...SIDES.map((side) => [T.holds[side], holds[side]] as const),
    [T.related, related] as const,
  ];
  return (
    <div>
      <NodeLink node={shared.key}>{shared.label}</NodeLink>
      {lines
        .filter(([, keys]) => keys.length > 0)
        .map(([words, keys]) => (
          <p key={words} className="sg-line sg-dim">
            {words} {keys.map(label).join(", ")}
          </p>
        ))}
    </div>
  );
}

/** Fetched only once it is opened. */
function Statements({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const [open, setOpen] = useState(false);
  if (ids.length === 0) return null;
  return (
    <details className="sg-section" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>
          {title}
          <span className="sg-section-count"> {ids.length.toLocaleString("en-GB")}</span>
        </h3>
      </summary>
      <div className="sg-section-body">{open && <FetchedStatements ids={ids} label={title} />}</div>
    </details>
  );
}
