/** Buttons that make a PNG of the view in three sizes. */

import { Button } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "../../api/client.ts";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";
import { fetchText } from "./fetch-text.ts";
import { exportHref } from "./links.ts";
import { PictureError, pngOf, save } from "./png.ts";

const SCALES = [1, 2, 4] as const;

export function PngButtons() {
  const view = useExplorer((state) => state.view);
  const dataset = useExplorer((state) => state.dataset);
  const name = useDataset().data?.id ?? dataset ?? "stancegraph";
  const [busy, setBusy] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const make = async (scale: number) => {
    setBusy(scale);
    setSaid("");
    try {
      const svg = await fetchText(exportHref(dataset, "svg", view));
      save(
        await pngOf(svg, scale, { unreadable: TEXTS.svgUnreadable, tooLarge: TEXTS.pngTooLarge }),
        `${name}-${scale}x.png`,
      );
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
        {SCALES.map((scale) => (
          <Button
            key={scale}
            size="compact-sm"
            variant="default"
            loading={busy === scale}
            aria-label={TEXTS.pngAt(scale)}
            onClick={() => void make(scale)}
          >
            {scale}×
          </Button>
        ))}
      </div>
      <p role="status" className="sg-line">
        {said}
      </p>
    </>
  );
}
