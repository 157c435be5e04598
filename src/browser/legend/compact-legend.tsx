/** The legend in one line: on the map where the left column does not show it, or under a story that is played. */

import { useShownGraph } from "../map/use-timed.ts";
import { usePlaying } from "../state/playing.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import classes from "./legend.module.css";
import { drawsTies, lineKinds } from "./lines.ts";
import { LookInLine, useMapDressing } from "./look-legend.tsx";
import { LineSample, ShapeSample } from "./sample.tsx";

/** Whether the left column shows the legend, or the bar of a story that is played does. */
export function useLegendElsewhere(): { readonly left: boolean; readonly bar: boolean } {
  // Inside another page there is no left column.
  const left = useExplorer(({ embed, panels }) => !embed && panels.left && panels.leftPanel === "filters");
  const bar = usePlaying(({ at }) => at !== null);
  return { left, bar };
}

/** `box` receives the element, for its size. */
export function CompactLegend({ box }: { readonly box: (element: HTMLElement | null) => void }) {
  const { left, bar } = useLegendElsewhere();
  if (left || bar) return null;
  return (
    <section ref={box} className={classes["compact"]} data-over="whole" aria-label={TEXTS.legend}>
      <LegendInLine />
    </section>
  );
}

/** What lines, shapes, colours and sizes mean, one beside the other. */
export function LegendInLine() {
  const view = useExplorer((state) => state.view);
  const dressing = useMapDressing(view);
  const graph = useShownGraph(view);
  const agreement = drawsTies(view, graph);
  const noIssues = agreement && graph?.nodes.every(({ attributes }) => attributes.node_type !== "issue");
  return (
    <>
      {lineKinds(agreement).map(({ id, label }) => (
        <span key={id} className={classes["sample"]}>
          <LineSample polarity={id} headless={agreement} /> {label}
        </span>
      ))}
      <span className={classes["sample"]}>
        <LineSample polarity="support" conditional headless={agreement} /> {TEXTS.conditional}
      </span>
      <span className={classes["sample"]}>
        <LineSample polarity="oppose" tentative headless={agreement} /> {TEXTS.tentative}
      </span>
      {!noIssues && (
        <span className={classes["sample"]}>
          <ShapeSample shape={null} plain={dressing.color !== null} /> {TEXTS.issue}
        </span>
      )}
      <LookInLine legend={dressing.legend} />
    </>
  );
}
