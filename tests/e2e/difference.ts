/** How far two screenshots are the same. */
import type { Page } from "playwright-core";

/** Share of pixels that differ by more than a shade; 1 when the sizes differ. Compared in the page, opened with `bypassCSP`. */
export const difference = (page: Page, a: Buffer, b: Buffer): Promise<number> =>
  page.evaluate(
    async ([one, other]) => {
      const pixels = async (base64: string | undefined) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [first, second] = [await pixels(one), await pixels(other)];
      if (first.width !== second.width || first.height !== second.height) return 1;
      let differing = 0;
      for (let at = 0; at < first.data.length; at += 4) {
        let most = 0;
        for (let channel = 0; channel < 3; channel++)
          most = Math.max(most, Math.abs((first.data[at + channel] ?? 0) - (second.data[at + channel] ?? 0)));
        if (most > 48) differing++;
      }
      return (differing * 4) / first.data.length;
    },
    [a.toString("base64"), b.toString("base64")],
  );
