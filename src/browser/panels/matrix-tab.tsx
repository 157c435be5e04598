/** The tab with the positions of the view as a matrix: actors by issues, or actors by actors. */

import { useMemo, useRef } from "react";
import type { View } from "../../model/view.ts";
import { DEFAULT_VIEW } from "../../model/view.ts";
import { useAnalysis } from "../api/computed.ts";
import { useDirectory, useGraph } from "../api/hooks.ts";
import { isPart } from "../map/detail.ts";
import { isGroupable } from "../map/groupable.ts";
import { useOverlay } from "../state/overlay.ts";
import { useExplorer } from "../state/store.ts";
import { Grid } from "./grid/grid.tsx";
import type { GridPlace } from "./grid/grid-types.ts";
import { arrange } from "./matrix/arrange.ts";
import { agreementMatrix, stanceMatrix } from "./matrix/cells.ts";
import { useMatrixChoice } from "./matrix/choice.ts";
import { MatrixToolbar } from "./matrix/matrix-toolbar.tsx";
import { headingsOf } from "./matrix/order.ts";
import { MOST } from "./matrix/settings.ts";
import { StanceCell } from "./matrix/stance-cell.tsx";
import { agreementWords, stanceWords, MATRIX_TEXTS as TEXTS } from "./matrix/texts.ts";
import type { PanelProps } from "./panel.ts";
import { Empty, Failure, Waiting } from "./parts/answered.tsx";
import { followNode } from "./parts/follow.ts";
import { TEXTS as PANEL_TEXTS } from "./texts.ts";
import "./panels.css";
import "./table/table.css";
import "./matrix/matrix.css";
import { Button } from "@mantine/core";

const NO_GROUPS: ReadonlyMap<string, number> = new Map();

/** The same statements in the projection that the matrix is made of, in one picture whatever the map shows. */
const pictureOf = (view: View, kind: "stance" | "agreement"): View => ({
  ...view,
  projection: kind === "stance" ? "bundled" : "agreement",
  structure: DEFAULT_VIEW.structure,
});

/** Reads `view` and `selection` from the store. */
export function MatrixTab(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const selection = useExplorer((state) => state.selection);
  const covered = useOverlay((state) => state.bottom);
  const { select, clearFilters } = useExplorer.getState();
  const { kind, order, headings, most, set } = useMatrixChoice();
  const graph = useGraph(pictureOf(view, kind));
  const directory = useDirectory().data;
  const issues = directory?.issues;
  const readout = useRef<HTMLParagraphElement>(null);

  const document = graph.data;
  const matrix = useMemo(
    () => document && (kind === "stance" ? stanceMatrix(document) : agreementMatrix(document)),
    [document, kind],
  );
  const groupable =
    document !== undefined &&
    isGroupable("coalition", {
      attributes: document.attributes,
      nodes: document.nodes.length,
      actors: directory?.actors.length,
    });
  const hasCells = matrix !== undefined && matrix.filled > 0;
  const coalitions = useAnalysis("coalitions", [], view, order === "coalition" && groupable && hasCells);
  const coalitionOf = useMemo(() => {
    const table = coalitions.data?.tables.find(({ id }) => id === "coalitions");
    if (!table) return NO_GROUPS;
    return new Map(table.rows.flatMap(({ nodes = [] }, at) => nodes.map((node) => [node, at + 1] as const)));
  }, [coalitions.data]);
  const headingOf = useMemo(() => headingsOf(issues ?? []), [issues]);
  const shown = useMemo(
    () =>
      matrix &&
      arrange(matrix, {
        order,
        coalitionOf,
        most,
        headings: headings && kind === "stance" ? headingOf : null,
        symmetric: kind === "agreement",
      }),
    [matrix, order, coalitionOf, most, headings, headingOf, kind],
  );
  const words = kind === "stance" ? stanceWords : agreementWords;
  const cell = useMemo(() => {
    const cellOf = (row: number, column: number) =>
      shown && matrix?.cells.get(shown.rows[row]?.key ?? "")?.get(shown.columns[column]?.key ?? "");
    return {
      at: cellOf,
      draw: (row: number, column: number) => {
        const found = cellOf(row, column);
        return found ? <StanceCell parts={found.parts} words={words(found.parts)} /> : null;
      },
    };
  }, [shown, matrix, words]);
  const chosen = useMemo(() => {
    if (selection?.type === "pair") return { row: selection.from, column: selection.to };
    const edge = selection?.type === "edge" && document?.edges.find(({ key }) => key === selection.key);
    return edge ? { row: edge.source, column: edge.target } : null;
  }, [selection, document]);

  if (graph.isPending || (order === "coalition" && coalitions.isLoading)) return <Waiting lines={8} />;
  if (graph.error) return <Failure error={graph.error} retry={() => void graph.refetch()} />;
  if (!document || !matrix || !shown) return null;

  const open = (place: GridPlace) => {
    const found = cell.at(place.row, place.column);
    if (!found) return;
    // Only the map's own graph knows the edge by this key.
    const edge = kind === "stance" && view.projection === "bundled" ? found.edge : null;
    select(edge === null ? { type: "pair", from: found.row, to: found.column } : { type: "edge", key: edge });
  };
  const point = (place: GridPlace | null) => {
    if (!readout.current) return;
    const row = place && shown.rows[place.row];
    const column = place && shown.columns[place.column];
    const found = place ? cell.at(place.row, place.column) : undefined;
    const names = [row?.full, column?.full].filter((name) => name !== undefined).join(" · ");
    readout.current.textContent = found ? `${names}: ${words(found.parts)}` : names;
  };
  const actors = document.nodes.filter(({ attributes }) => attributes.node_type === "actor").length;
  const relations = document.edges
    .filter(({ attributes }) => attributes.kind === "relation")
    .reduce((sum, { attributes }) => sum + attributes.count, 0);
  const isStance = kind === "stance";
  const { reduced } = document.attributes;
  return (
    <section
      className={`sg-tab${covered > 0 ? " sg-covered" : ""}`}
      style={covered > 0 ? { paddingBlockEnd: covered + 6 } : {}}
      aria-label={isStance ? TEXTS.title : TEXTS.titleAgreement}
    >
      <MatrixToolbar hasHeadings={headingOf.size > 0} />
      <p role="status" className="sg-line sg-count">
        {/* Of an empty matrix, what stands below says why. */}
        {hasCells &&
          (isStance
            ? TEXTS.summary(matrix.count, matrix.filled, matrix.rows.length, matrix.columns.length)
            : TEXTS.summaryAgreement(matrix.filled, matrix.rows.length))}
        {isPart(reduced) && matrix.filled > 0 && ` ${TEXTS.partOnly(reduced.shown.nodes, reduced.of.nodes)}`}
        {isStance &&
          matrix.filled > 0 &&
          actors > matrix.rows.length &&
          ` ${TEXTS.leftOut(actors - matrix.rows.length)}`}
        {isStance && relations > 0 && ` ${TEXTS.relations(relations)}`}
        {shown.cut && (
          <>
            {` ${TEXTS.cut(shown.rows.length, shown.columns.length)} `}
            <Button size="compact-xs" variant="default" onClick={() => set({ most: most + MOST })}>
              {TEXTS.drawMore}
            </Button>
          </>
        )}
        {order === "coalition" && hasCells && !groupable && ` ${TEXTS.noGroups}`}
        {order === "coalition" && coalitions.error && ` ${TEXTS.fewGroups(coalitions.error.message)}`}
      </p>
      {matrix.filled === 0 && isPart(reduced) ? (
        <Empty>
          <p>{TEXTS.tooLarge(reduced.of.nodes, reduced.of.edges)}</p>
          <Button size="compact-sm" variant="default" onClick={() => set({ kind: "agreement" })}>
            {TEXTS.showAgreement}
          </Button>
        </Empty>
      ) : matrix.filled === 0 ? (
        <Empty>
          <p>{isStance ? TEXTS.nothing : TEXTS.nothingAgreement}</p>
          <Button size="compact-sm" variant="default" onClick={clearFilters}>
            {PANEL_TEXTS.clearFilters}
          </Button>
        </Empty>
      ) : (
        <>
          <p ref={readout} className="sg-readout" data-rest={TEXTS.rest} aria-hidden="true" />
          <div className="sg-grid-box sg-matrix-box" data-keys>
            <Grid
              label={`${isStance ? TEXTS.title : TEXTS.titleAgreement}. ${TEXTS.hint}`}
              corner={isStance ? TEXTS.corner : TEXTS.cornerAgreement}
              rows={shown.rows}
              columns={shown.columns}
              cell={cell.draw}
              chosen={chosen}
              onCell={open}
              onItem={({ key }) => followNode(key)}
              onPoint={point}
            />
          </div>
        </>
      )}
    </section>
  );
}
