/** One computed network: in numbers, drawn down to a threshold, and as a matrix. */

import { useCallback, useMemo, useRef, useState } from "react";
import type { NetworkAnswer } from "../../api/computed.ts";
import type { Target } from "../../state/pointer.ts";
import { useExplorer } from "../../state/store.ts";
import { Empty } from "../parts/answered.tsx";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { NetworkDrawing } from "./network-drawing.tsx";
import { MOST_DRAWN, NetworkMatrix } from "./network-matrix.tsx";
import { useNetworkNames } from "./network-names.ts";
import { networkPicture } from "./network-picture.ts";
import type { NetworkSettings } from "./settings.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";
import { above, fittingThreshold, sideOf, strongest, tiesOf, weightText } from "./ties.ts";

/** Ties drawn without being asked. */
const MANY = 600;

export interface NetworkResultProps {
  readonly network: NetworkAnswer;
  readonly settings: NetworkSettings;
}

export function NetworkResult({ network, settings }: NetworkResultProps) {
  const theme = useExplorer((state) => state.view.theme);
  const nameOf = useNetworkNames();
  const readout = useRef<HTMLParagraphElement>(null);
  const ties = useMemo(() => tiesOf(network), [network]);
  const most = strongest(ties);
  const fitting = useMemo(() => fittingThreshold(ties, MANY), [ties]);
  const [wanted, setWanted] = useState<number | null>(null);
  const threshold = Math.min(wanted ?? fitting, most);
  const drawn = useMemo(() => above(ties, threshold), [ties, threshold]);
  const { rows: rowVariable, columns: columnVariable, aggregation, isolates } = settings;
  const rows = useMemo(
    () => network.rows.map((value) => nameOf(rowVariable, value)),
    [network, nameOf, rowVariable],
  );
  const columns = useMemo(
    () =>
      network.type === "one-mode" ? rows : network.columns.map((value) => nameOf(columnVariable, value)),
    [network, nameOf, columnVariable, rows],
  );
  const picture = useMemo(
    () => networkPicture({ network, ties: drawn, aggregation, rows, columns, isolates }, theme),
    [network, drawn, aggregation, rows, columns, isolates, theme],
  );
  const say = useCallback((words: string) => {
    if (readout.current) readout.current.textContent = words;
  }, []);
  const point = useCallback(
    (target: Target | null) => {
      const edge = target?.type === "edge" ? picture.edgeByKey.get(target.key) : undefined;
      const full = (key: string) => picture.nodeByKey.get(key)?.fullLabel ?? key;
      say(
        edge ? `${full(edge.source)} · ${full(edge.target)}: ${edge.label}` : target ? full(target.key) : "",
      );
    },
    [picture, say],
  );
  const sides = [...new Set(drawn.map(({ weight }) => sideOf(aggregation, weight)))];
  const excluded = Object.entries(network.excluded).flatMap(([reason, number]) =>
    number > 0 ? [`${number.toLocaleString("en-GB")} ${TEXTS.excluded[reason] ?? reason}`] : [],
  );
  const whole = Number.isInteger(most);
  const large = Math.max(network.rows.length, network.columns.length) > MOST_DRAWN;
  return (
    <>
      <p role="status" className="sg-line sg-count">
        {TEXTS.summary(network.rows.length, network.columns.length, ties.length, network.statements)}
        {excluded.length > 0 && ` ${TEXTS.notCounted(excluded)}`}
        {large && ` ${TEXTS.tooLarge(MOST_DRAWN)}`}
      </p>
      {ties.length === 0 ? (
        <Empty>
          <p>{TEXTS.nothing}</p>
        </Empty>
      ) : (
        <>
          <div className="sg-network-bar">
            <label className="sg-threshold">
              <span>{TEXTS.threshold}</span>
              <input
                type="range"
                min={0}
                max={most}
                step={whole ? 1 : most / 100}
                value={threshold}
                aria-valuetext={weightText(threshold)}
                onChange={(event) => setWanted(Number(event.currentTarget.value))}
              />
              <output>{weightText(Number(threshold.toPrecision(3)))}</output>
            </label>
            <span>{TEXTS.drawn(drawn.length, ties.length)}</span>
            <ul className="sg-signs" aria-label={TEXTS.drawing}>
              {sides.map((side) => (
                <li key={side ?? "none"}>
                  <PolarityMark polarity={side} silent />
                  {TEXTS.signs[network.type][side === "support" || side === "oppose" ? side : "none"]}
                </li>
              ))}
            </ul>
          </div>
          <p ref={readout} className="sg-readout" data-rest={TEXTS.rest} aria-hidden="true" />
          <div className="sg-network-views">
            <NetworkDrawing picture={picture} label={TEXTS.drawing} onPoint={point} />
            <div className="sg-grid-box sg-matrix-box" data-keys>
              <NetworkMatrix
                network={network}
                aggregation={aggregation}
                rows={rows}
                columns={columns}
                onPoint={say}
              />
            </div>
          </div>
        </>
      )}
    </>
  );
}
