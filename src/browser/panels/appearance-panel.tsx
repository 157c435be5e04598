/** The left column for the look of the map: arrangement, what colours, sizes and names stand for, groups, and the legend of exactly that. */

import { Button, NativeSelect, Text } from "@mantine/core";
import { LAYOUTS, parseLayout } from "../../layout/catalogue.ts";
import { GroupLegend } from "../legend/group-legend.tsx";
import { drawsTies, lineKinds, widerLine } from "../legend/lines.ts";
import { LookLegend, useMapDressing } from "../legend/look-legend.tsx";
import { LineSample } from "../legend/sample.tsx";
import { arrange, issueAtHand, issueChoices } from "../look/arrange.ts";
import { formatLook, type Look } from "../look/look.ts";
import { LOOK_TEXTS as T } from "../look/texts.ts";
import { useLook } from "../look/use-look.ts";
import { attributeVariables, METRICS } from "../look/variables.ts";
import { GROUPINGS } from "../map/groups.ts";
import { useTimedGraph } from "../map/use-timed.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import type { PanelProps } from "./panel.ts";
import { PanelHead } from "./parts/panel-head.tsx";
import "./panels.css";
import "./appearance/appearance.css";

interface Choice {
  readonly value: string;
  readonly label: string;
}
const choices = (pairs: readonly (readonly [value: string, label: string])[]): Choice[] =>
  pairs.map(([value, label]) => ({ value, label }));

const GROUP_WORDS = { community: T.byCommunity, coalition: T.byCoalition, kind: T.byKind } as const;

/** Reads the view and the setting `look`, and writes both. */
export function AppearancePanel({ onClose }: PanelProps) {
  const view = useExplorer((state) => state.view);
  const selection = useExplorer((state) => state.selection);
  const stored = useExplorer((state) => state.settings.look);
  const look = useLook();
  const graph = useTimedGraph(view).graph.data;
  const { legend, width, size } = useMapDressing(view);
  const ties = drawsTies(view, graph);
  const { setSetting } = useExplorer.getState();
  const change = (part: Partial<Look>) => setSetting("look", formatLook({ ...look, ...part }), "push");
  const layout = parseLayout(view.layout)?.entry ?? LAYOUTS[0];
  const issues = graph ? issueChoices(graph) : [];
  const atHand = issueAtHand({ view, selection });
  const attributes = graph ? attributeVariables(graph) : [];
  const grouped = (own: Choice[], further: Choice[]) => [
    ...own,
    ...(further.length > 0 ? [{ group: T.attributes, items: further }] : []),
    { group: T.metrics, items: METRICS.map(({ id, label }) => ({ value: id, label })) },
  ];
  const named = attributes.map(({ id, label }) => ({ value: id, label }));
  return (
    <div className="sg-panel">
      <PanelHead title={T.title} onClose={onClose} label={TEXTS.close} />
      <NativeSelect
        size="xs"
        label={T.arrangement}
        value={layout.id}
        onChange={(event) => {
          const chosen = LAYOUTS.find(({ id }) => id === event.currentTarget.value);
          if (!chosen) return;
          const issue = atHand === "" ? (issues[0]?.id ?? "") : atHand;
          if (!chosen.needsIssue) arrange(chosen.id);
          else if (issue !== "") arrange(chosen.id, issue);
        }}
        data={LAYOUTS.map(({ id, label, needsIssue }) => ({
          value: id,
          label,
          disabled: needsIssue && issues.length === 0 && atHand === "",
        }))}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {layout.description}
      </Text>
      {layout.needsIssue && (
        <NativeSelect
          size="xs"
          label={T.spectrumOf}
          value={atHand}
          onChange={(event) => arrange(layout.id, event.currentTarget.value)}
          data={[
            ...(issues.some(({ id }) => id === atHand) ? [] : [{ value: atHand, label: atHand }]),
            ...issues.map(({ id, label, positions }) => ({ value: id, label: `${label} (${positions})` })),
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        label={T.color}
        value={look.color}
        onChange={(event) => change({ color: event.currentTarget.value })}
        data={grouped(
          choices([
            ["type", T.byType],
            ["kind", T.byKind],
            ["community", T.byCommunity],
            ["coalition", T.byCoalition],
            ["stance", T.byStance],
          ]),
          named,
        )}
      />
      <NativeSelect
        size="xs"
        label={T.size}
        value={look.size}
        onChange={(event) => change({ size: event.currentTarget.value })}
        data={grouped(
          choices([
            ["statements", T.byStatements],
            ["uniform", T.uniform],
          ]),
          [],
        )}
      />
      <NativeSelect
        size="xs"
        label={T.label}
        value={look.label}
        onChange={(event) => change({ label: event.currentTarget.value })}
        data={[
          ...choices([
            ["short", T.shortLabel],
            ["full", T.fullLabel],
            ["none", T.noLabel],
          ]),
          ...(named.length > 0 ? [{ group: T.attributes, items: named }] : []),
        ]}
      />
      <NativeSelect
        size="xs"
        label={T.width}
        value={look.width}
        onChange={(event) => change({ width: event.currentTarget.value })}
        data={choices([
          ["statements", T.byStatements],
          ["confidence", T.byConfidence],
          ["uniform", T.uniform],
        ])}
      />
      <NativeSelect
        size="xs"
        label={T.groups}
        value={look.groups}
        onChange={(event) => change({ groups: event.currentTarget.value })}
        data={[
          { value: "none", label: T.noGroups },
          ...GROUPINGS.map((by) => ({ value: by, label: GROUP_WORDS[by] })),
        ]}
      />
      <section className="sg-look-legend" aria-label={T.legend}>
        <LookLegend legend={legend} />
        <GroupLegend theme={view.theme} />
        <h3 className="sg-look-heading">{T.lines}</h3>
        <ul className="sg-list">
          {lineKinds(ties).map(({ id, label, mark }) => (
            <li key={id} className="sg-look-line">
              <LineSample polarity={id} headless={ties} /> {label} {mark}
            </li>
          ))}
          <li className="sg-look-line">
            <LineSample polarity="support" conditional headless={ties} /> {TEXTS.conditional}
          </li>
          <li className="sg-look-line">
            <LineSample polarity="oppose" tentative headless={ties} /> {TEXTS.tentative}
          </li>
        </ul>
        <Text size="xs" c="dimmed">
          {T.widthRow(widerLine(width, ties), size ? "" : T.largerNode)}
        </Text>
      </section>
      <Button
        size="compact-sm"
        variant="default"
        disabled={stored === ""}
        onClick={() => setSetting("look", "", "push")}
      >
        {T.reset}
      </Button>
    </div>
  );
}
