/** A small part of a picture laid out anew for a narrow screen, by the layout that the view asks for. Loaded only where it is needed. */

import type { Point } from "../../formats/svg/geometry.ts";
import { arcStep } from "../../formats/svg/guides.ts";
import { parseLayout } from "../../layout/catalogue.ts";
import { keyedGuides } from "../../layout/keyed.ts";
import type { LayoutInput } from "../../layout/layout.ts";
import { LAYOUT_RUNS } from "../../layout/registry.ts";
import { LABEL_HEIGHT, labelRoom } from "../../view/appearance.ts";
import { assemble, type Picture, type PictureEdge, placed } from "./picture.ts";
import { spread } from "./spread.ts";

/** Pixels of the narrow screen's map. */
const AREA = 230_000;

/**
 * Gives every node a new place so that the whole has about `aspect` = width / height. Deterministic; meant for some dozens of nodes.
 * @param layout as a view names it; one that is not known counts as the forces
 */
export function compact(picture: Picture, aspect: number, layout = "force"): Picture {
  const id = parseLayout(layout)?.entry.id ?? "force";
  if (picture.nodes.length < 3 && !picture.guides) return picture;
  const numberOf = new Map<string, number>(picture.nodes.map(({ key }, number) => [key, number]));
  const edges = picture.edges.filter(({ structural }) => !structural);
  const focus = parseLayout(layout)?.issue ?? "";
  const input: LayoutInput = {
    size: Float64Array.from(picture.nodes, ({ size }) => size),
    labelWidth: Float64Array.from(picture.nodes, ({ label }) => labelRoom(label)),
    labelHeight: LABEL_HEIGHT,
    from: Int32Array.from(edges, ({ source }) => numberOf.get(source) as number),
    to: Int32Array.from(edges, ({ target }) => numberOf.get(target) as number),
    weight: Float64Array.from(edges, ({ count }) => count),
    group: Uint8Array.from(picture.nodes, ({ isIssue }) => (isIssue ? 1 : 0)),
    value: Float64Array.from(picture.nodes, ({ value }) => value ?? Number.NaN),
    focus: {
      node: numberOf.get(`issue:${focus}`) ?? -1,
      label: picture.nodeByKey.get(`issue:${focus}`)?.fullLabel ?? "",
    },
    room: { width: Math.sqrt(AREA * aspect), height: Math.sqrt(AREA / aspect) },
  };
  const free = LAYOUT_RUNS[id](input);
  const { x, y } = id === "force" ? spread(input, free, aspect) : free;
  const places = picture.nodes.map((_, number) => ({ x: x[number] as number, y: y[number] as number }));
  const keys = picture.nodes.map(({ key }) => key);
  const guides = free.guides ? keyedGuides(free.guides, keys, null) : null;
  const stepOf = (edge: PictureEdge): number => {
    const [from, to] = [numberOf.get(edge.source) as number, numberOf.get(edge.target) as number];
    const bent = (guides: Parameters<typeof arcStep>[0], at: readonly Point[]): number =>
      arcStep(guides, at[from] as Point, at[to] as Point);
    return edge.step - bent(picture.guides, picture.nodes) + bent(free.guides, places);
  };
  // What the whole picture says of itself holds for its part too.
  const notes = picture.guides?.notes ?? [];
  return assemble(
    placed(picture, places).nodes,
    // A line within one column bends inwards, whichever way it now runs.
    picture.edges.map((edge) => ({ ...edge, step: stepOf(edge) })),
    guides && { ...guides, notes, aside: [] },
  );
}
