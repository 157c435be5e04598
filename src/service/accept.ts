/** Content negotiation (RFC 9110, 12.5): which of the media types that are to be had an Accept header prefers. */

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

function rangesOf(header: string): readonly Range[] {
  return header.split(",").flatMap((part) => {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const [type = "", subtype = ""] = name.split("/");
    if (type === "" || subtype === "") return [];
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    const quality = weight === undefined ? 1 : Number(weight);
    return [{ type, subtype, quality: quality >= 0 && quality <= 1 ? quality : 0 }];
  });
}

/** How well a media type is liked: the weight that the most specific range gives it, 0 = not at all. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const [type, subtype] = mediaType.split("/");
  const fits = (wanted: string, own: string | undefined): boolean => wanted === "*" || wanted === own;
  const specificity = (range: Range): number => (range.type === "*" ? 0 : range.subtype === "*" ? 1 : 2);
  return ranges
    .filter((range) => fits(range.type, type) && fits(range.subtype, subtype))
    .reduce(
      (best, range) =>
        specificity(range) > best.specificity
          ? { specificity: specificity(range), quality: range.quality }
          : best,
      { specificity: -1, quality: 0 },
    ).quality;
}

/**
 * The media type to answer with: the best liked of those offered, the earlier one when two are liked alike; null when none is
 * accepted. A header that names no media type accepts anything.
 */
export function preferredType<Type extends string>(header: string, offered: readonly Type[]): Type | null {
  const ranges = rangesOf(header);
  if (ranges.length === 0) return offered[0] ?? null;
  let best: { readonly type: Type; readonly quality: number } | null = null;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type ?? null;
}
