/** The legend, which is also the filter for positions and kinds of actors: sample, words, number, checkbox, "only". */

import { Checkbox, Text, UnstyledButton } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";
import { useDataset } from "../api/hooks.ts";
import { LOOK_TEXTS } from "../look/texts.ts";
import { useShownGraph } from "../map/use-timed.ts";
import { roving } from "../shell/roving.ts";
import { type Group, usePointer } from "../state/pointer.ts";
import { useExplorer } from "../state/store.ts";
import { useShownDates, useTime, withDates } from "../state/time.ts";
import { TEXTS } from "../texts.ts";
import { countMap, countsInWords, tiesOf, usePolarityCounts } from "./counts.ts";
import classes from "./legend.module.css";
import { drawsTies, lineKinds, widerLine } from "./lines.ts";
import { LookLegend, useMapDressing } from "./look-legend.tsx";
import { LineSample, ShapeSample } from "./sample.tsx";
import { isTicked, lastTicked, toggled } from "./toggle.ts";
import { useUnmarking } from "./use-unmarking.ts";

interface RowProps {
  readonly label: string;
  readonly sample: ReactNode;
  readonly number: number | string | null;
  readonly group?: Group;
  readonly checked?: boolean;
  /** The only one ticked, which stays so. */
  readonly fixed?: boolean;
  readonly onToggle?: () => void;
  readonly onOnly?: () => void;
}

/** One row; without `onToggle` it only explains. Pointing at it marks its part of the map. */
function Row({ label, sample, number, group, checked, fixed = false, onToggle, onOnly }: RowProps) {
  const { pointGroup } = usePointer.getState();
  const id = useId();
  const Words = onToggle ? "label" : "span";
  const point = group ? { onMouseEnter: () => pointGroup(group), onMouseLeave: () => pointGroup(null) } : {};
  return (
    <li className={classes["row"]} {...point}>
      {onToggle ? (
        <Checkbox
          size="xs"
          checked={checked ?? false}
          disabled={fixed}
          onChange={onToggle}
          id={id}
          {...(fixed ? { title: TEXTS.lastTicked } : {})}
        />
      ) : (
        <span className={classes["blank"]} />
      )}
      <Words
        className={classes["words"]}
        {...(onToggle ? { htmlFor: id } : {})}
        data-clickable={(onToggle && !fixed) || undefined}
      >
        <span className={classes["sample"]}>{sample}</span>
        <span className={classes["label"]}>{label}</span>
      </Words>
      <span className={classes["number"]}>
        {onOnly && (
          <UnstyledButton className={classes["only"] ?? ""} onClick={onOnly} aria-label={TEXTS.onlyOf(label)}>
            {TEXTS.only}
          </UnstyledButton>
        )}
        {typeof number === "number" ? number.toLocaleString("en-GB") : (number ?? "…")}
      </span>
    </li>
  );
}

/** Why the only ticked row cannot be unticked. Below the rows: they stay under the pointer that has just chosen one of them. */
const Hint = () => (
  <Text size="xs" c="dimmed" mt={-8} mb={10}>
    {TEXTS.lastTicked}
  </Text>
);

/** Rows whose controls are one stop of the Tab key. */
const Walked = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div ref={roving} role="toolbar" aria-orientation="vertical" aria-label={label}>
    <ul className={classes["list"]}>{children}</ul>
  </div>
);

export function Legend() {
  useUnmarking();
  const view = useExplorer((state) => state.view);
  const { setFilter } = useExplorer.getState();
  const graph = useShownGraph(view);
  const playing = useTime((state) => state.playing);
  const dataset = useDataset().data;
  const polarities = usePolarityCounts(withDates(view, useShownDates(view)));
  const dressing = useMapDressing(view);
  const plain = dressing.color !== null;
  const { filter } = view;
  // Lines are ties of two actors then: what they stand for is no position.
  const agreement = drawsTies(view, graph);
  const counts = graph && countMap(graph);
  const kinds = (dataset?.kinds ?? []).filter(
    ({ id, stakeholder }) =>
      stakeholder || filter.actors === "all" || filter.kind.includes(id) || counts?.byKind.has(id),
  );
  const kindIds = kinds.map(({ id }) => id);
  const polarityIds = POLARITIES.map(({ id }): Polarity => id);
  const lastPolarity = lastTicked(filter.polarity, polarityIds);
  const lastKind = lastTicked(filter.kind, kindIds);
  return (
    <section className={classes["legend"]} aria-label={TEXTS.legend}>
      {agreement && (
        <>
          <h2 className={classes["heading"]}>{TEXTS.ties}</h2>
          <ul className={classes["list"]}>
            {lineKinds(true).map(({ id, label, mark }) => (
              <Row
                key={id}
                label={`${label} ${mark}`}
                sample={<LineSample polarity={id} headless />}
                number={graph ? tiesOf(graph, id) : null}
                group={{ by: "polarity", value: id }}
              />
            ))}
          </ul>
        </>
      )}
      <h2 className={classes["heading"]}>{agreement ? TEXTS.countedPositions : TEXTS.polarity}</h2>
      <Walked label={agreement ? TEXTS.countedPositions : TEXTS.polarity}>
        {POLARITIES.map(({ id, label, mark }) => (
          <Row
            key={id}
            label={`${label} ${mark}`}
            sample={agreement ? null : <LineSample polarity={id} />}
            number={polarities.get(id) ?? null}
            {...(agreement ? {} : { group: { by: "polarity", value: id } as const })}
            checked={isTicked(filter.polarity, id)}
            fixed={id === lastPolarity}
            onToggle={() => setFilter({ polarity: toggled(filter.polarity, polarityIds, id) })}
            onOnly={() => setFilter({ polarity: [id] })}
          />
        ))}
        <Row
          label={TEXTS.conditional}
          sample={<LineSample polarity="support" conditional headless={agreement} />}
          number={counts ? counts.conditional : null}
          group={{ by: "conditional" }}
        />
        <Row
          label={TEXTS.tentative}
          sample={<LineSample polarity="oppose" tentative headless={agreement} />}
          number={counts ? counts.tentative : null}
          group={{ by: "tentative" }}
        />
        {view.structure && (
          <Row label={TEXTS.structureRow} sample={<LineSample polarity="structure" />} number="" />
        )}
      </Walked>
      {lastPolarity !== null && <Hint />}
      <h2 className={classes["heading"]}>{kinds.length > 0 ? TEXTS.kinds : TEXTS.nodes}</h2>
      <Walked label={kinds.length > 0 ? TEXTS.kinds : TEXTS.nodes}>
        {kinds.length === 0 && (
          <Row
            label={TEXTS.actors}
            sample={<ShapeSample shape="" plain={plain} />}
            number={counts ? counts.actors : null}
          />
        )}
        {kinds.map(({ id, label, shape }) => (
          <Row
            key={id}
            label={label}
            sample={<ShapeSample shape={shape} plain={plain} />}
            number={counts ? (counts.byKind.get(id) ?? 0) : null}
            group={{ by: "kind", value: id }}
            checked={isTicked(filter.kind, id)}
            fixed={id === lastKind}
            onToggle={() => setFilter({ kind: toggled(filter.kind, kindIds, id) })}
            onOnly={() => setFilter({ kind: [id] })}
          />
        ))}
        {!(agreement && counts?.issues === 0) && (
          <Row
            label={TEXTS.issues}
            sample={<ShapeSample shape={null} plain={plain} />}
            number={counts ? counts.issues : null}
            group={{ by: "kind", value: "issue" }}
          />
        )}
      </Walked>
      {lastKind !== null && <Hint />}
      <LookLegend legend={dressing.legend} />
      <Text size="xs" c="dimmed">
        {LOOK_TEXTS.widthRow(
          widerLine(dressing.width, agreement),
          dressing.size ? "" : LOOK_TEXTS.largerNode,
        )}
      </Text>
      {graph && (
        <Text size="xs" mt={6} role="status" aria-live={playing ? "off" : undefined}>
          {countsInWords(graph.attributes.counts)}
        </Text>
      )}
    </section>
  );
}
