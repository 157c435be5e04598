/** Buttons that make a file of the picture on the screen: SVG, and PNG in three sizes. */

import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { useWantedPicture } from "../../state/wanted-picture.ts";
import { TEXTS } from "../texts.ts";
import { pngOf } from "./png.ts";
import { useSaving } from "./use-saving.ts";
import { useScreenSvg } from "./use-screen-svg.ts";

const SCALES = [1, 2, 4] as const;

export function PngButtons() {
  const dataset = useExplorer((state) => state.dataset);
  const name = useDataset().data?.id ?? dataset ?? "stancegraph";
  const { busy, said, start } = useSaving<number>();
  const draw = useScreenSvg();
  /** `scale` 0 = the SVG itself. */
  const make = async (scale: number) => {
    const svg = await draw();
    if (scale === 0) return { blob: new Blob([svg], { type: "image/svg+xml" }), name: `${name}.svg` };
    const words = { unreadable: TEXTS.svgUnreadable, tooLarge: TEXTS.pngTooLarge };
    return { blob: await pngOf(svg, scale, words), name: `${name}-${scale}x.png` };
  };
  const give = (scale: number) => void start(scale, () => make(scale), TEXTS.pngSaved);
  const wanted = useWantedPicture((state) => state.scale);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wish is the event; what fulfils it is made anew each time
  useEffect(() => {
    if (wanted === null) return;
    useWantedPicture.setState({ scale: null });
    give(wanted);
  }, [wanted]);
  return (
    <>
      <div className="sg-actions">
        <Button
          size="compact-sm"
          variant="default"
          loading={busy === 0}
          aria-label={TEXTS.svgOfScreen}
          onClick={() => give(0)}
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
            onClick={() => give(scale)}
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
