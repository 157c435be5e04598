/** The server's SVG of a view as a PNG, drawn in the browser: with legend, title and filters in words, as the SVG has them. */

/** Width and height of an SVG in its own pixels, by its attributes or else its viewBox; null when it says neither. */
export function svgSize(svg: string): { readonly width: number; readonly height: number } | null {
  const head = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const number = (name: string): number =>
    Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(head)?.[1]);
  const [width, height] = [number("width"), number("height")];
  if (width > 0 && height > 0) return { width, height };
  const box = /\sviewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(head);
  const [boxWidth, boxHeight] = [Number(box?.[1]), Number(box?.[2])];
  return boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : null;
}

/** Why no picture came out, in words with a remedy. */
export class PictureError extends Error {}

/**
 * Draws an SVG at a multiple of its size.
 * @param tooLarge what to say when the browser gives no canvas of that size
 * @throws PictureError
 */
export async function pngOf(
  svg: string,
  scale: number,
  words: { readonly unreadable: string; readonly tooLarge: string },
): Promise<Blob> {
  const size = svgSize(svg);
  if (!size) throw new PictureError(words.unreadable);
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(size.width, size.height);
    image.src = address;
    await image.decode().catch(() => {
      throw new PictureError(words.unreadable);
    });
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(size.width * scale);
    canvas.height = Math.round(size.height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new PictureError(words.tooLarge);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new PictureError(words.tooLarge);
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the reader's downloads. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
