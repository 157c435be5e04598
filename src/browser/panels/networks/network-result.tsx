/** One computed network: in numbers, drawn down to a threshold, and as a matrix. */

import { NativeSelect } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { formatPairs } from "../../../view/grammar.ts";
import type { Pair } from "../../../view/parameters.ts";
import type { NetworkAnswer } from "../../api/computed.ts";
import { isThinned, mainLines } from "../../map/lines.ts";
import { keepFocus } from "../../shell/focus.ts";
import type { Target } from "../../state/pointer.ts";
import { useExplorer } from "../../state/store.ts";
import { Empty } from "../parts/answered.tsx";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { NetworkDrawing, useFrame } from "./network-drawing.tsx";
import { NetworkEvidence, type OpenCell } from "./network-evidence.tsx";
import { MOST_DRAWN, NetworkMatrix } from "./network-matrix.tsx";
import { useNetworkNames } from "./network-names.ts";
import { endsOf, lineKey, networkPicture } from "./network-picture.ts";
import type { NetworkSettings } from "./settings.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";
import { above, fittingThreshold, onSide, sideOf, strongest, tiesOf, weightText } from "./ties.ts";

/** Ties drawn without being asked. */
const MANY = 600;

export interface NetworkResultProps {
  readonly network: NetworkAnswer;
  readonly settings: NetworkSettings;
  /** Settings and the pairs of the view, as the server takes them. */
  readonly pairs: readonly Pair[];
  /** Number of the window, from 1. */
  readonly frame: number;
  /** Whether its statements are among those of the page. */
  readonly known: boolean;
  /** A change of what is drawn. */
  readonly onDraw: (change: Partial<Pick<NetworkSettings, "least" | "side">>) => void;
}

/** After so many milliseconds of rest, where the handle stands is kept. */
const REST_MS = 300;

/** The threshold as the handle has it, at once; kept after a rest. */
function useThreshold(
  least: string,
  fitting: number,
  keep: (least: string) => void,
): readonly [threshold: number, setTried: (threshold: number) => void] {
  const kept = least === "" ? null : Number(least);
  const [tried, setTried] = useState<number | null>(kept);
  useEffect(() => setTried(kept), [kept]);
  useEffect(() => {
    if (tried === kept || tried === null) return;
    const timer = setTimeout(() => keep(String(Number(tried.toPrecision(6)))), REST_MS);
    return () => clearTimeout(timer);
  }, [tried, kept, keep]);
  return [tried ?? fitting, setTried];
}

export function NetworkResult(props: NetworkResultProps) {
  const { network, settings, pairs, frame, known, onDraw } = props;
  const theme = useExplorer((state) => state.view.theme);
  const nameOf = useNetworkNames();
  const readout = useRef<HTMLParagraphElement>(null);
  const ties = useMemo(() => tiesOf(network), [network]);
  const most = strongest(ties);
  const fitting = useMemo(() => fittingThreshold(ties, MANY), [ties]);
  const keep = useCallback((least: string) => onDraw({ least }), [onDraw]);
  const [tried, setTried] = useThreshold(settings.least, fitting, keep);
  const threshold = Math.min(tried, most);
  const drawn = useMemo(
    () => onSide(above(ties, threshold), settings.aggregation, settings.side),
    [ties, threshold, settings.aggregation, settings.side],
  );
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
  const paper = useFrame();
  const { aspect } = paper;
  const picture = useMemo(
    () => networkPicture({ network, ties: drawn, aggregation, rows, columns, isolates }, theme, aspect),
    [network, drawn, aggregation, rows, columns, isolates, theme, aspect],
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
  const [opened, setOpen] = useState<(OpenCell & { readonly asked: string }) | null>(null);
  const wording = formatPairs(pairs);
  // A cell of other settings, statements or another window is no longer there.
  const open = opened?.asked === wording && opened.frame === frame ? opened : null;
  const openCell = useCallback(
    (row: number, column: number) => {
      const ends = [rows[row], (network.type === "one-mode" ? rows : columns)[column]];
      const weight = network.values[row]?.[column] ?? 0;
      setOpen({
        row: network.rows[row] ?? "",
        column: network.columns[column] ?? "",
        frame,
        names: ends.map((end) => end?.full ?? "").join(" · "),
        weight: weightText(weight),
        asked: wording,
      });
    },
    [network, rows, columns, frame, wording],
  );
  const openLine = useCallback(
    (key: string | null) => {
      if (key === null) return;
      const tie = drawn.find((one) => lineKey(endsOf(one, { network, rows, columns })) === key);
      if (tie) openCell(tie.row, tie.column);
    },
    [drawn, network, rows, columns, openCell],
  );
  const all = useMemo(
    () => new Set(ties.map(({ weight }) => sideOf(aggregation, weight))),
    [ties, aggregation],
  );
  const sides = [...new Set(drawn.map(({ weight }) => sideOf(aggregation, weight)))];
  const close = () => {
    setOpen(null);
    keepFocus(".sg-network-views [tabindex='0']");
  };
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
                onChange={(event) => setTried(Number(event.currentTarget.value))}
              />
              <output>{weightText(Number(threshold.toPrecision(3)))}</output>
            </label>
            {(all.size > 1 || settings.side !== "") && (
              <NativeSelect
                size="xs"
                aria-label={TEXTS.side}
                value={settings.side}
                data={Object.entries(TEXTS.sides).map(([value, label]) => ({ value, label }))}
                onChange={(event) => onDraw({ side: event.currentTarget.value })}
              />
            )}
            <span>
              {TEXTS.drawn(
                drawn.length,
                ties.length,
                isThinned(picture) ? mainLines(picture).length : drawn.length,
              )}
            </span>
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
            <NetworkDrawing
              picture={picture}
              label={TEXTS.drawing}
              onPoint={point}
              onLine={openLine}
              frame={paper}
            />
            <div className="sg-grid-box sg-matrix-box" data-keys>
              <NetworkMatrix
                network={network}
                aggregation={aggregation}
                rows={rows}
                columns={columns}
                onPoint={say}
                onCell={openCell}
              />
            </div>
          </div>
          {open && <NetworkEvidence cell={open} pairs={pairs} known={known} onClose={close} />}
        </>
      )}
    </>
  );
}
