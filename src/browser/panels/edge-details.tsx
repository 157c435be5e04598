/** The right column for an edge: the statements behind it. */

import { Button } from "@mantine/core";
import type { GraphDocument } from "../api/client.ts";
import { useGraph } from "../api/hooks.ts";
import { keepFocus } from "../shell/focus.ts";
import { useExplorer, withoutFilters } from "../state/store.ts";
import type { PanelProps } from "./panel.ts";
import { Answered, Empty, Failure, Waiting } from "./parts/answered.tsx";
import { useHeadingFocus } from "./parts/follow.ts";
import { NodeLink } from "./parts/node-link.tsx";
import { PolarityMark } from "./parts/polarity-mark.tsx";
import { StatementList } from "./statements/statement-list.tsx";
import { useEdgeStatements } from "./statements/use-edge-statements.ts";
import { TEXTS } from "./texts.ts";
import { edgeSentence, isListCut } from "./words/statement-words.ts";
import "./panels.css";

type Edge = GraphDocument["edges"][number];

/** Reads `selection` (an edge) and the graph of the view. */
export function EdgeDetails(_: PanelProps) {
  const selection = useExplorer((state) => state.selection);
  const view = useExplorer((state) => state.view);
  const query = useGraph(view);
  if (selection?.type !== "edge") return null;
  return (
    <div className="sg-panel sg-details">
      <Answered query={query} lines={8}>
        {(graph) => {
          const edge = graph.edges.find(({ key }) => key === selection.key);
          return edge ? (
            <OneEdge key={edge.key} edge={edge} graph={graph} />
          ) : (
            <NoSuchEdge edgeKey={selection.key} />
          );
        }}
      </Answered>
    </div>
  );
}

function OneEdge({ edge, graph }: { readonly edge: Edge; readonly graph: GraphDocument }) {
  const { attributes } = edge;
  const ends = [edge.source, edge.target].map(
    (end) => graph.nodes.find(({ key }) => key === end)?.attributes,
  );
  const [from, to] = ends;
  const { listed } = graph.attributes.reduced ?? {};
  const isCut = listed !== undefined && isListCut(attributes, listed);
  const { statements, total, pending, error, retry, more } = useEdgeStatements(edge, isCut);
  const heading = useHeadingFocus(edge.key);
  if (!from || !to) return <NoSuchEdge edgeKey={edge.key} />;
  const sentence = edgeSentence(from, to, attributes, isCut ? total : attributes.statements.length);
  const state = (
    <>
      {pending && <Waiting lines={6} />}
      {error && <Failure error={error} retry={retry} />}
    </>
  );
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="sg-title">
        <PolarityMark polarity={attributes.polarity ?? null} silent /> {sentence}
      </h2>
      <p className="sg-line">
        <NodeLink node={edge.source}>{from.label}</NodeLink>{" "}
        <span aria-hidden="true">{attributes.kind === "agreement" ? "–" : "→"}</span>{" "}
        <NodeLink node={edge.target}>{to.label}</NodeLink>
      </p>
      {attributes.tentative && <p className="sg-line">{TEXTS.tentative}</p>}
      {attributes.kind === "structure" && <p className="sg-line">{TEXTS.structureExplained}</p>}
      {attributes.kind === "agreement" && <p className="sg-line">{TEXTS.agreementExplained}</p>}
      {statements.length === 0 ? (
        state
      ) : (
        <StatementList
          statements={statements}
          label={sentence}
          between={[edge.source, edge.target]}
          further={more && { left: (total ?? statements.length) - statements.length, load: more, pending }}
        >
          {state}
        </StatementList>
      )}
    </>
  );
}

/** The edge of an address or an earlier view is not among those shown: because of a filter, or because there is none. */
function NoSuchEdge({ edgeKey }: { readonly edgeKey: string }) {
  const view = useExplorer((state) => state.view);
  const { clearFilters } = useExplorer.getState();
  const query = useGraph(withoutFilters(view));
  const loosen = () => {
    clearFilters();
    keepFocus();
  };
  return (
    <Answered query={query} lines={2}>
      {(graph) =>
        graph.edges.some(({ key }) => key === edgeKey) ? (
          <Empty>
            <p>{TEXTS.edgeGone}</p>
            <Button size="compact-sm" variant="default" onClick={loosen}>
              {TEXTS.clearFilters}
            </Button>
          </Empty>
        ) : (
          <Empty>
            <p>{TEXTS.noSuchEdge}</p>
          </Empty>
        )
      }
    </Answered>
  );
}
