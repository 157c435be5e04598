/** The right column for all that stands between two nodes: an actor's statements on an issue, or how far two actors agree. */

import { Button } from "@mantine/core";
import { parseNodeKey } from "../../model/id.ts";
import { DEFAULT_VIEW } from "../../model/view.ts";
import { useAnalysis } from "../api/computed.ts";
import { useGraph } from "../api/hooks.ts";
import { isPart } from "../map/detail.ts";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import { stanceMatrix } from "./matrix/cells.ts";
import { stanceWords } from "./matrix/texts.ts";
import { AlignedIssues } from "./pair/aligned-issues.tsx";
import { PAIR_TEXTS } from "./pair/texts.ts";
import type { PanelProps } from "./panel.ts";
import { Answered, Empty } from "./parts/answered.tsx";
import { useHeadingFocus } from "./parts/follow.ts";
import { NodeLink } from "./parts/node-link.tsx";
import { FetchedStatements } from "./statements/fetched-statements.tsx";
import { TEXTS } from "./texts.ts";
import "./panels.css";

interface Pair {
  readonly from: string;
  readonly to: string;
}

/** Reads `selection` (a pair) and the view. */
export function PairDetails(_: PanelProps) {
  const selection = useExplorer((state) => state.selection);
  if (selection?.type !== "pair") return null;
  const bothActors = [selection.from, selection.to].every((key) => parseNodeKey(key)?.type === "actor");
  const Body = bothActors ? Agreement : Positions;
  return (
    <div className="sg-panel sg-details">
      <Body key={`${selection.from} ${selection.to}`} from={selection.from} to={selection.to} />
    </div>
  );
}

function Ends({ from, to, between }: Pair & { readonly between: string }) {
  const names = useNames();
  return (
    <p className="sg-line">
      <NodeLink node={from}>{names.node(from)}</NodeLink> <span aria-hidden="true">{between}</span>{" "}
      <NodeLink node={to}>{names.node(to)}</NodeLink>
    </p>
  );
}

/** Every statement of an actor on an issue, whatever its polarity. */
function Positions({ from, to }: Pair) {
  const view = useExplorer((state) => state.view);
  const query = useGraph({ ...view, projection: "bundled", structure: DEFAULT_VIEW.structure });
  const heading = useHeadingFocus(`${from} ${to}`);
  return (
    <Answered query={query} lines={8}>
      {(graph) => {
        const labels = new Map<string, string>(
          graph.nodes.map(({ key, attributes }) => [key, attributes.label]),
        );
        const cell = stanceMatrix(graph).cells.get(from)?.get(to);
        if (!cell && isPart(graph.attributes.reduced))
          return <p className="sg-line">{PAIR_TEXTS.tooLarge}</p>;
        if (!cell) return <Nothing />;
        const ids = graph.edges
          .filter(({ source, target }) => source === from && target === to)
          .flatMap(({ attributes }) => attributes.statements);
        return (
          <>
            <h2 ref={heading} tabIndex={-1} className="sg-title">
              {PAIR_TEXTS.positions(labels.get(from) ?? from, labels.get(to) ?? to)}
            </h2>
            <p className="sg-line">{stanceWords(cell.parts)}.</p>
            <Ends from={from} to={to} between="→" />
            <FetchedStatements ids={ids} label={labels.get(to) ?? to} between={[from, to]} />
          </>
        );
      }}
    </Answered>
  );
}

/** Issue by issue, on which side two actors are reported. */
function Agreement({ from, to }: Pair) {
  const view = useExplorer((state) => state.view);
  const names = useNames();
  const query = useAnalysis(
    "alignment",
    [
      ["a", from],
      ["b", to],
    ],
    view,
  );
  const heading = useHeadingFocus(`${from} ${to}`);
  return (
    <Answered query={query} lines={8}>
      {(result) => (
        <>
          <h2 ref={heading} tabIndex={-1} className="sg-title">
            {PAIR_TEXTS.agreement(names.node(from), names.node(to))}
          </h2>
          <Ends from={from} to={to} between="–" />
          <p className="sg-line">{result.summary}</p>
          <AlignedIssues tables={result.tables} />
        </>
      )}
    </Answered>
  );
}

function Nothing() {
  const clearFilters = useExplorer((state) => state.clearFilters);
  return (
    <Empty>
      <p>{PAIR_TEXTS.nothing}</p>
      <Button size="compact-sm" variant="default" onClick={clearFilters}>
        {TEXTS.clearFilters}
      </Button>
    </Empty>
  );
}
