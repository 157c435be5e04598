/** What colours and sizes of nodes mean under the look of the map: rows with numbers, ramps and samples. Pointing at a row marks its nodes. */

import { Text } from "@mantine/core";
import type { View } from "../../model/view.ts";
import { type Dressing, PLAIN } from "../look/dressing.ts";
import { useDressing } from "../look/use-look.ts";
import { useTimedGraph } from "../map/use-timed.ts";
import { usePointer } from "../state/pointer.ts";
import classes from "./legend.module.css";
import { useUnmarking } from "./use-unmarking.ts";

/** The look of the graph that the map draws. */
export function useMapDressing(view: View): Dressing {
  const graph = useTimedGraph(view).graph.data;
  const dressing = useDressing(graph, view);
  return graph ? dressing : PLAIN;
}

/** A disc of a colour; 12 pixels. */
const Swatch = ({ color }: { readonly color: string }) => (
  <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
    <circle r="5.5" fill={color} />
  </svg>
);

/** A ramp of colours; 72 × 10 pixels. */
function RampSample({ colors }: { readonly colors: readonly string[] }) {
  const width = 72 / colors.length;
  return (
    <svg width="72" height="10" viewBox="0 0 72 10" aria-hidden="true" focusable="false">
      {colors.map((color, at) => (
        <rect key={color} x={at * width} width={width + 0.5} height="10" fill={color} />
      ))}
    </svg>
  );
}

const pointing = (keys: readonly string[]) => ({
  onMouseEnter: () => usePointer.getState().pointGroup({ by: "nodes", keys }),
  onMouseLeave: () => usePointer.getState().pointGroup(null),
});

/** Everything that differs from the default look; nothing when nothing does. */
export function LookLegend({ legend }: { readonly legend: Dressing["legend"] }) {
  useUnmarking();
  const { color, size, notes } = legend;
  return (
    <>
      {color && (
        <>
          <h3 className={classes["heading"]}>{color.title}</h3>
          <ul className={classes["list"]}>
            {color.ramp && (
              <li className={classes["row"]}>
                <span className={classes["words"]}>
                  {color.ramp.least} <RampSample colors={color.ramp.colors} /> {color.ramp.greatest}
                </span>
              </li>
            )}
            {color.rows.map(({ label, color: own, keys }) => (
              <li key={label} className={classes["row"]} {...pointing(keys)}>
                <span className={classes["words"]}>
                  <Swatch color={own} />
                  <span className={classes["label"]}>{label}</span>
                </span>
                <span className={classes["number"]}>{keys.length}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {size && (
        <>
          <h3 className={classes["heading"]}>{size.title}</h3>
          {size.samples.length > 0 && (
            <p className={classes["samples"]}>
              {size.samples.map(({ radius, label }) => (
                <span key={label} className={classes["sample"]}>
                  <svg
                    width={2 * radius}
                    height={2 * radius}
                    viewBox={`${-radius} ${-radius} ${2 * radius} ${2 * radius}`}
                    aria-hidden="true"
                    focusable="false"
                  >
                    <circle r={radius} fill="currentColor" />
                  </svg>
                  {label}
                </span>
              ))}
            </p>
          )}
        </>
      )}
      {notes.map((note) => (
        <Text key={note} size="xs" c="dimmed">
          {note}
        </Text>
      ))}
    </>
  );
}

/** The same in a line, for the legend on the map. */
export function LookInLine({ legend: { color, size, notes } }: { readonly legend: Dressing["legend"] }) {
  useUnmarking();
  return (
    <>
      {color && <strong className={classes["inLine"]}>{color.title}</strong>}
      {color?.ramp && (
        <span className={classes["sample"]}>
          {color.ramp.least} <RampSample colors={color.ramp.colors} /> {color.ramp.greatest}
        </span>
      )}
      {color?.rows.map(({ label, color: own, keys }) => (
        <span key={label} className={classes["sample"]} {...pointing(keys)}>
          <Swatch color={own} /> {label}
        </span>
      ))}
      {size && (
        <span className={classes["sample"]}>
          <strong className={classes["inLine"]}>{size.title}</strong>
          {size.samples.length > 1 && size.samples.map(({ label }) => label).join("–")}
        </span>
      )}
      {notes.map((note) => (
        <span key={note} className={classes["sample"]}>
          {note}
        </span>
      ))}
    </>
  );
}
