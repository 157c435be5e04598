/** Said when nothing links the two ends: the reason, and clicks that loosen the question or lift a filter of the view. */

import { Button } from "@mantine/core";
import type { PathAnswer } from "../../../model/path.ts";
import { pathView, usePathsUnder } from "../../api/hooks.ts";
import { activeFilters } from "../../filters/active.ts";
import { useNames } from "../../state/names.ts";
import { useExplorer, withoutFilters } from "../../state/store.ts";
import { Empty } from "../parts/answered.tsx";
import { TEXTS } from "../texts.ts";
import { ALL, liftsOf, relaxed } from "./relax.ts";

/** The reason in the page's words: what the contract calls a hop is a step here, what it calls an edge a line. */
export const reasonInSteps = (reason: string): string =>
  reason.replace(/(\d|\bno) hop(s?)\b/g, "$1 step$2").replace("no edge at all", "no line at all");

export function NoPath({ answer }: { readonly answer: PathAnswer }) {
  const { hint } = answer;
  const question = useExplorer((state) => state.question);
  const view = useExplorer((state) => state.view);
  const { ask, setView, setFilter } = useExplorer.getState();
  const names = useNames();
  const change = hint?.relax ? relaxed(question, view, hint.relax) : null;
  // Paths go beyond the surroundings shown as it is.
  const filters = activeFilters(pathView(view), names);
  const tried = [
    ...filters.map(({ id, label, without }) => ({
      id,
      label,
      view: { ...without, ego: view.ego, depth: view.depth, expand: view.expand },
    })),
    ...(filters.length > 1 ? [{ id: ALL, label: "", view: withoutFilters(view) }] : []),
  ];
  const answers = usePathsUnder(
    question,
    tried.map((one) => one.view),
  );
  const lifts = liftsOf(tried, answers, hint);
  const loosen = () => {
    if (!change) return;
    const { filter, ...rest } = change.view;
    // One action, so that one step back undoes it.
    if (change.view === view) ask(change.question);
    else if (JSON.stringify(filter) === JSON.stringify(view.filter)) setView(rest);
    else setFilter(filter);
  };
  return (
    <Empty>
      <p>{hint ? reasonInSteps(hint.reason) : <strong>{TEXTS.noPath}</strong>}</p>
      {change && hint?.relax && (
        <>
          <Button size="compact-sm" variant="filled" onClick={loosen}>
            {hint.length === null ? TEXTS.loosen : TEXTS.loosenTo(hint.length)}
          </Button>
          <p className="sg-line sg-dim">
            {TEXTS.loosenBy(hint.relax.parameter, hint.relax.value, names.node)}{" "}
            {change.view !== view && TEXTS.alsoMap}
          </p>
        </>
      )}
      {lifts.length > 0 && (
        <div className="sg-actions">
          {lifts.map(({ id, label, view: lifted, length }) => (
            <Button key={id} size="compact-sm" variant="default" onClick={() => setView(lifted)}>
              {id === ALL ? TEXTS.liftAll(length) : TEXTS.lift(label, length)}
            </Button>
          ))}
        </div>
      )}
    </Empty>
  );
}
