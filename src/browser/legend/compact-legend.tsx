/** The legend in one line on the map, where the left column does not show it. */

import { POLARITIES } from "../../model/vocabulary.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { TIES } from "./counts.ts";
import classes from "./legend.module.css";
import { LookInLine, useMapDressing } from "./look-legend.tsx";
import { LineSample, ShapeSample } from "./sample.tsx";

/** `box` receives the element, for its size. */
export function CompactLegend({ box }: { readonly box: (element: HTMLElement | null) => void }) {
  const embed = useExplorer((state) => state.embed);
  const panels = useExplorer((state) => state.panels);
  const view = useExplorer((state) => state.view);
  const dressing = useMapDressing(view);
  const agreement = view.projection === "agreement";
  // Inside another page there is no left column.
  if (!embed && panels.left && panels.leftPanel === "filters") return null;
  return (
    <section ref={box} className={classes["compact"]} aria-label={TEXTS.legend}>
      {agreement
        ? TIES.map((id) => (
            <span key={id} className={classes["sample"]}>
              <LineSample polarity={id} headless /> {TEXTS.tieWords[id]}
            </span>
          ))
        : POLARITIES.map(({ id, label }) => (
            <span key={id} className={classes["sample"]}>
              <LineSample polarity={id} /> {label}
            </span>
          ))}
      <span className={classes["sample"]}>
        <LineSample polarity="support" conditional headless={agreement} /> {TEXTS.conditional}
      </span>
      <span className={classes["sample"]}>
        <LineSample polarity="oppose" tentative headless={agreement} /> {TEXTS.tentative}
      </span>
      <span className={classes["sample"]}>
        <ShapeSample shape={null} plain={dressing.color !== null} /> {TEXTS.issue}
      </span>
      <LookInLine legend={dressing.legend} />
    </section>
  );
}
