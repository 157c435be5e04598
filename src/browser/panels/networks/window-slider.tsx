/** Steps through the networks of a run of time windows. */

import { Button } from "@mantine/core";
import type { NetworkAnswer } from "../../api/computed.ts";
import { isoWords } from "../words/dates.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";

export interface WindowSliderProps {
  readonly networks: readonly NetworkAnswer[];
  readonly at: number;
  readonly onChange: (at: number) => void;
}

const day = (moment: string | undefined): string => isoWords((moment ?? "").slice(0, 10));

export function WindowSlider({ networks, at, onChange }: WindowSliderProps) {
  const network = networks[at];
  return (
    <div className="sg-network-bar">
      <Button size="compact-sm" variant="default" disabled={at === 0} onClick={() => onChange(at - 1)}>
        {TEXTS.previous}
      </Button>
      <input
        type="range"
        aria-label={TEXTS.windowSlide}
        min={0}
        max={networks.length - 1}
        value={at}
        aria-valuetext={`${day(network?.from)} – ${day(network?.to)}`}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={at === networks.length - 1}
        onClick={() => onChange(at + 1)}
      >
        {TEXTS.next}
      </Button>
      <span role="status">
        {TEXTS.windowOf(at + 1, networks.length, day(network?.from), day(network?.to))}
      </span>
    </div>
  );
}
