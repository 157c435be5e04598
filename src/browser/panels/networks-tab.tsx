/** The tab that computes networks from the statements of the view, draws them and gives them as files. */

import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { type NetworkAnswer, useNetwork, useNetworkVariables } from "../api/computed.ts";
import { useExplorer } from "../state/store.ts";
import { NetworkFiles } from "./networks/network-files.tsx";
import { NetworkForm } from "./networks/network-form.tsx";
import { NetworkResult } from "./networks/network-result.tsx";
import {
  changeType,
  type Followed,
  formatSettings,
  type NetworkSettings,
  parseSettings,
  settingPairs,
  startingSettings,
} from "./networks/settings.ts";
import { NETWORK_TEXTS as TEXTS } from "./networks/texts.ts";
import { WindowSlider } from "./networks/window-slider.tsx";
import type { PanelProps } from "./panel.ts";
import { Empty, Failure, Waiting } from "./parts/answered.tsx";
import "./panels.css";
import "./table/table.css";
import "./matrix/matrix.css";
import "./networks/networks.css";

const isSeveral = (answer: NetworkAnswer | readonly NetworkAnswer[]): answer is readonly NetworkAnswer[] =>
  Array.isArray(answer);

const followedWords = ({ setting, from, to }: Followed): string =>
  setting === "aggregation"
    ? TEXTS.followedOne(TEXTS.aggregation, from, to)
    : TEXTS.followedOne(
        TEXTS.normalization,
        TEXTS.normalizations[from] ?? from,
        TEXTS.normalizations[to] ?? to,
      );

/** Reads `view` and `network` from the store. */
export function NetworksTab(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const text = useExplorer((state) => state.settings.network);
  const { setSetting } = useExplorer.getState();
  const setNetwork = (next: string) => setSetting("network", next);
  const variables = useNetworkVariables();
  const start = useMemo(
    () => startingSettings(variables.data?.items ?? [], variables.data?.defaultQualifier ?? null),
    [variables.data],
  );
  const settings = useMemo(() => parseSettings(text, start), [text, start]);
  // Typing a width must not ask at every key.
  const [asked] = useDebouncedValue(settings, 250);
  const pairs = useMemo(() => settingPairs(asked), [asked]);
  const query = useNetwork(pairs, view, variables.data !== undefined && asked.rows !== "");
  const [window, setWindow] = useState(0);
  /** What followed the last change of type, and the settings it holds for. */
  const [followed, setFollowed] = useState<{
    readonly settings: string;
    readonly words: readonly string[];
  } | null>(null);

  if (variables.error)
    return (
      <section className="sg-tab" aria-label={TEXTS.title}>
        <Failure error={variables.error} retry={() => void variables.refetch()} />
      </section>
    );
  if (!variables.data) return <Waiting lines={8} />;

  const { items, defaultQualifier } = variables.data;
  const change = (part: Partial<NetworkSettings>) => {
    if (part.type === undefined) return setNetwork(formatSettings({ ...settings, ...part }, start));
    const qualifier = settings.qualifier || defaultQualifier;
    const qualifierType = settings.qualifierType || items.find(({ name }) => name === qualifier)?.type || "";
    const changed = changeType({ ...settings, ...part }, part.type, qualifierType);
    const next = formatSettings({ ...settings, ...part, ...changed.change }, start);
    setFollowed(
      changed.followed.length === 0 ? null : { settings: next, words: changed.followed.map(followedWords) },
    );
    setNetwork(next);
  };
  const answer = query.error ? undefined : query.data;
  const several = answer && isSeveral(answer) ? answer : null;
  const at = several ? Math.min(window, several.length - 1) : 0;
  const network = several ? several[at] : answer && !isSeveral(answer) ? answer : undefined;
  return (
    <section className="sg-tab sg-network-tab" aria-label={TEXTS.title}>
      <NetworkForm
        settings={settings}
        variables={items}
        defaultQualifier={defaultQualifier}
        refused={query.error?.parameter ?? ""}
        onChange={change}
        onReset={() => setNetwork("")}
      />
      <div className="sg-network-main">
        {followed !== null && followed.settings === text && (
          <p role="status" className="sg-line sg-dim">
            {TEXTS.followed(followed.words)}
          </p>
        )}
        <NetworkFiles pairs={pairs} windows={asked.window !== "no"} refused={query.error !== null} />
        {view.ego.length > 0 && <p className="sg-line sg-dim">{TEXTS.noSurroundings}</p>}
        {query.error && (
          <Failure
            error={query.error}
            {...(query.error.status === 0 || query.error.status >= 500
              ? { retry: () => void query.refetch() }
              : {})}
          />
        )}
        {query.isPending && <Waiting lines={8} />}
        {several && several.length > 0 && <WindowSlider networks={several} at={at} onChange={setWindow} />}
        {several?.length === 0 && (
          <Empty>
            <p>{TEXTS.noWindows}</p>
          </Empty>
        )}
        {network && (
          <NetworkResult key={asked.aggregation + asked.normalization} network={network} settings={asked} />
        )}
      </div>
    </section>
  );
}
