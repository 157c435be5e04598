/** Buttons that make a file of the picture on the screen: SVG, and PNG in three sizes. */

import { Button } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "../../api/client.ts";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";
import { PictureError, pngOf, save } from "./png.ts";
import { useScreenSvg } from "./use-screen-svg.ts";

const SCALES = [1, 2, 4] as const;

export function PngButtons() {
  const dataset = useExplorer((state) => state.dataset);
  const name = useDataset().data?.id ?? dataset ?? "stancegraph";
  const [busy, setBusy] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const draw = useScreenSvg();
  /** `scale` 0 = the SVG itself. */
  const make = async (scale: number) => {
    setBusy(scale);
    setSaid("");
    try {
      const svg = await draw();
      const words = { unreadable: TEXTS.svgUnreadable, tooLarge: TEXTS.pngTooLarge };
      if (scale === 0) save(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);
      else save(await pngOf(svg, scale, words), `${name}-${scale}x.png`);
      setSaid(TEXTS.pngSaved);
    } catch (error) {
      if (error instanceof ApiError) setSaid(`${error.message} ${error.remedy}`);
      else if (error instanceof PictureError) setSaid(error.message);
      else throw error;
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <div className="sg-actions">
        <Button
          size="compact-sm"
          variant="default"
          loading={busy === 0}
          aria-label={TEXTS.svgOfScreen}
          onClick={() => void make(0)}
        >
          {TEXTS.svg}
        </Button>
        {SCALES.map((scale) => (
          <Button
            key={scale}
            size="compact-sm"
            variant="default"
            loading={busy === scale}
            aria-label={TEXTS.pngAt(scale)}
            onClick={() => void make(scale)}
          >
            {TEXTS.png} {scale}×
          </Button>
        ))}
      </div>
      <p role="status" className="sg-line">
        {said}
      </p>
    </>
  );
}
