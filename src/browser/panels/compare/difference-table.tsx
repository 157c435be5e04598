/** The differences in words: the twin of the two maps for every sense. Rows of some kinds only, if wanted; each opens to its statements. */

import { Button, UnstyledButton } from "@mantine/core";
import { useId, useState } from "react";
import { activeFilters } from "../../filters/active.ts";
import { keepFocus } from "../../shell/focus.ts";
import { useNames } from "../../state/names.ts";
import { useExplorer } from "../../state/store.ts";
import { NodeLink } from "../parts/node-link.tsx";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { FetchedStatements } from "../statements/fetched-statements.tsx";
import type { CompareKind } from "./choice.ts";
import { type Side, tallyOf } from "./differences.ts";
import { sideText, COMPARE_TEXTS as TEXTS } from "./texts.ts";

/** A row with its result in words, by which rows are counted and chosen. */
export interface WordedDifference {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly a: Side | null;
  readonly b: Side | null;
}

export interface DifferenceTableProps {
  readonly by: CompareKind;
  readonly rows: readonly WordedDifference[];
  readonly labels: readonly [a: string, b: string];
  /** Label of a node by key. */
  name(key: string): string;
}

/** Rows shown at first, and at each wish for more. */
const STEP = 40;

export function DifferenceTable({ by, rows, labels, name }: DifferenceTableProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState(STEP);
  const heading = useId();
  const tally = tallyOf(rows);
  const kind = chosen !== null && tally.has(chosen) ? chosen : null;
  const visible = kind === null ? rows : rows.filter((row) => row.kind === kind);
  const twoNames = by === "sources" || by === "periods";
  return (
    <section className="sg-result" aria-labelledby={heading}>
      <h3 id={heading}>
        {TEXTS.table} <span className="sg-section-count">{rows.length.toLocaleString("en-GB")}</span>
      </h3>
      {rows.length === 0 ? (
        <NoRows />
      ) : (
        <>
          <fieldset className="sg-compare-kinds" aria-label={TEXTS.filter}>
            {[null, ...tally.keys()].map((one) => (
              <UnstyledButton
                key={one ?? ""}
                aria-pressed={one === kind}
                onClick={() => setChosen(one === kind ? null : one)}
              >
                {one ?? TEXTS.allKinds} <span>{one === null ? rows.length : tally.get(one)}</span>
              </UnstyledButton>
            ))}
          </fieldset>
          <section
            className="sg-result-box sg-compare-box"
            data-keys
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={TEXTS.table}
          >
            <table className="sg-table sg-result-table sg-compare-table">
              <caption>{TEXTS.table}</caption>
              <thead>
                <tr>
                  <th scope="col">{TEXTS.what(by)}</th>
                  {twoNames && <th scope="col">{TEXTS.on}</th>}
                  <th scope="col">{TEXTS.result}</th>
                  <th scope="col">{labels[0]}</th>
                  <th scope="col">{labels[1]}</th>
                  <th scope="col">{TEXTS.evidence}</th>
                </tr>
              </thead>
              <tbody>
                {visible.slice(0, shown).map((row) => (
                  <Row key={row.id} row={row} by={by} labels={labels} name={name} />
                ))}
              </tbody>
            </table>
          </section>
          {visible.length > shown && (
            <Button size="compact-sm" variant="default" onClick={() => setShown(shown + STEP)}>
              {TEXTS.moreRows(visible.length - shown)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** Nothing to compare: where filters are on they may be the reason, and one click lifts them. */
function NoRows() {
  const filters = activeFilters(
    useExplorer((state) => state.view),
    useNames(),
  );
  const lift = () => {
    useExplorer.getState().clearFilters();
    keepFocus();
  };
  return (
    <div className="sg-actions">
      <p className="sg-line sg-dim">{TEXTS.noRows}</p>
      {filters.length > 0 && (
        <>
          <p className="sg-line sg-dim">{TEXTS.filtersOn(filters.map(({ label }) => label))}</p>
          <Button size="compact-sm" variant="default" onClick={lift}>
            {TEXTS.clearFilters}
          </Button>
        </>
      )}
    </div>
  );
}

interface RowProps extends Omit<DifferenceTableProps, "rows"> {
  readonly row: WordedDifference;
}

function Row({ row, by, labels, name }: RowProps) {
  const [open, setOpen] = useState(false);
  const body = useId();
  const { a, b, from, to } = row;
  const twoNames = by === "sources" || by === "periods";
  const subject = by === "actors" ? to : from;
  const title = twoNames ? `${name(from)}, ${name(to)}` : name(subject);
  const number = (a?.statements.length ?? 0) + (b?.statements.length ?? 0);
  return (
    <>
      <tr className={open ? "sg-row-selected" : undefined}>
        <th scope="row">
          <NodeLink node={subject}>{name(subject)}</NodeLink>
        </th>
        {twoNames && (
          <td>
            <NodeLink node={to}>{name(to)}</NodeLink>
          </td>
        )}
        <td>{row.kind}</td>
        {[a, b].map((side, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second side never change places
          <td key={at}>{side ? <SideCell side={side} who={labels[at] ?? ""} /> : TEXTS.noStatement}</td>
        ))}
        <td className="sg-result-evidence">
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={open}
            aria-controls={open ? body : undefined}
            aria-label={TEXTS.openRow(open, number, title)}
            onClick={() => setOpen(!open)}
          >
            {TEXTS.statements(number)}
          </Button>
        </td>
      </tr>
      {open && (
        <tr id={body} className="sg-result-open">
          <td colSpan={twoNames ? 6 : 5}>
            <div className="sg-panel sg-compare-evidence">
              {[a, b].map(
                (side, at) =>
                  side && (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second side never change places
                    <div key={at}>
                      <h4>{labels[at]}</h4>
                      <FetchedStatements
                        ids={side.statements}
                        label={TEXTS.statementsOf(labels[at] ?? "", title)}
                        hint={false}
                      />
                    </div>
                  ),
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

/** What one side reports; pressing it opens the statements in the details. */
function SideCell({ side, who }: { readonly side: Side; readonly who: string }) {
  const { select } = useExplorer.getState();
  const polarities = side.counts.map(([polarity]) => polarity);
  const mixed = polarities.includes("support") && polarities.includes("oppose");
  const text = sideText(side);
  const onIssue = side.to.startsWith("issue:");
  return (
    <>
      <PolarityMark polarity={mixed ? "mixed" : (polarities[0] ?? null)} silent />{" "}
      {onIssue ? (
        <UnstyledButton
          className="sg-link"
          aria-label={TEXTS.openSide(text, who)}
          onClick={() => select({ type: "pair", from: side.from, to: side.to })}
        >
          {text}
        </UnstyledButton>
      ) : (
        text
      )}
    </>
  );
}
