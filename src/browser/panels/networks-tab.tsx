/** The tab that computes networks from the statements of the view, draws them and gives them as files. */

import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";
import {
  type EventList,
  type NetworkAnswer,
  networkViewPairs,
  useNetwork,
  useNetworkVariables,
} from "../api/computed.ts";
import { useBox } from "../map/use-box.ts";
import { useExplorer } from "../state/store.ts";
import { EventTable } from "./networks/event-table.tsx";
import { NetworkFiles } from "./networks/network-files.tsx";
import { NetworkForm } from "./networks/network-form.tsx";
import { NetworkResult } from "./networks/network-result.tsx";
import {
  changed,
  type Followed,
  formatSettings,
  type NetworkSettings,
  parseSettings,
  settingPairs,
  startingSettings,
  statementTypeIn,
  textOfStatementType,
} from "./networks/settings.ts";
import { NETWORK_TEXTS as TEXTS, type Words } from "./networks/texts.ts";
import { WindowSlider } from "./networks/window-slider.tsx";
import type { PanelProps } from "./panel.ts";
import { Empty, Failure, Waiting } from "./parts/answered.tsx";
import "./panels.css";
import "./table/table.css";
import "./matrix/matrix.css";
import "./networks/networks.css";

type Answer = NetworkAnswer | readonly NetworkAnswer[] | EventList;

const isSeveral = (answer: Answer): answer is readonly NetworkAnswer[] => Array.isArray(answer);
const isEvents = (answer: Answer): answer is EventList => "type" in answer && answer.type === "event-list";

/** Events asked for: as many as the server gives at once. */
const MOST_EVENTS = "1000";

/** What of a view narrows the networks of a database too. */
const DATES = new Set(["since", "until"]);

const VALUE_WORDS: Readonly<Partial<Record<Followed["setting"], readonly [label: string, words: Words]>>> = {
  aggregation: [TEXTS.aggregation, {}],
  normalization: [TEXTS.normalization, TEXTS.normalizations],
  window: [TEXTS.window, TEXTS.windows],
  isolates: [TEXTS.isolates, TEXTS.switches],
  toOne: [TEXTS.toOne, TEXTS.switches],
};

function followedWords({ setting, from, to }: Followed): string {
  const [label, words]: readonly [string, Words] = VALUE_WORDS[setting] ?? [setting, {}];
  return TEXTS.followedOne(label, words[from] ?? from, words[to] ?? to);
}

/** Pixels of width from which the settings stand beside the network, not above it. */
const ROOM_FOR_BOTH = 720;

/** Reads `view` and `network` from the store. */
export function NetworksTab(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const text = useExplorer((state) => state.settings.network);
  const variables = useNetworkVariables(statementTypeIn(text));
  const start = useMemo(
    () => startingSettings(variables.data?.items ?? [], variables.data?.defaultQualifier ?? null),
    [variables.data],
  );
  const settings = useMemo(() => parseSettings(text, start), [text, start]);
  // Typing a width must not ask at every key.
  const [asked] = useDebouncedValue(settings, 250);
  const isDatabase = (variables.data?.statementType ?? null) !== null;
  const statements = useMemo(() => networkViewPairs(view, isDatabase), [view, isDatabase]);
  const pairs = useMemo(() => [...settingPairs(asked), ...statements], [asked, statements]);
  const isList = asked.type === "event-list";
  const query = useNetwork(
    isList ? [...pairs, ["limit", MOST_EVENTS]] : pairs,
    view,
    variables.data !== undefined && !variables.isPlaceholderData && asked.rows !== "",
  );
  const [window, setWindow] = useState(0);
  /** What followed the last change, and the settings it holds for. */
  const [followed, setFollowed] = useState<{
    readonly settings: string;
    readonly words: readonly string[];
  } | null>(null);
  const draw = useCallback(
    (change: Partial<NetworkSettings>) => setNetwork(formatSettings({ ...settings, ...change }, start)),
    [settings, start],
  );

  const [box, { width }] = useBox();
  const narrow = (width || globalThis.innerWidth) < ROOM_FOR_BOTH;

  if (variables.error)
    return (
      <section className="sg-tab" aria-label={TEXTS.title}>
        <Failure error={variables.error} retry={() => void variables.refetch()} />
      </section>
    );
  if (!variables.data) return <Waiting lines={8} />;

  const { items, defaultQualifier, statementTypes, statementType } = variables.data;
  const change = (part: Partial<NetworkSettings>) => {
    const qualifier = settings.qualifier || defaultQualifier;
    const qualifierType = settings.qualifierType || items.find(({ name }) => name === qualifier)?.type || "";
    const made = changed(settings, part, qualifierType);
    const next = formatSettings({ ...settings, ...made.change }, start);
    setFollowed(
      made.followed.length === 0 ? null : { settings: next, words: made.followed.map(followedWords) },
    );
    setNetwork(next);
  };
  const answer = query.error ? undefined : query.data;
  const several = answer && isSeveral(answer) ? answer : null;
  const list = answer && !isSeveral(answer) && isEvents(answer) ? answer : null;
  const at = several ? Math.min(window, several.length - 1) : 0;
  const network = several
    ? several[at]
    : answer && !isSeveral(answer) && !isEvents(answer)
      ? answer
      : undefined;
  // The page shows the statements of a dataset, and of a database those of the first type that has any.
  const known = !isDatabase || statementType === statementTypes.find((one) => one.statements > 0)?.name;
  return (
    <section
      ref={box}
      className="sg-tab sg-network-tab"
      data-narrow={narrow || undefined}
      aria-label={isDatabase ? TEXTS.titleDatabase : TEXTS.title}
    >
      <NetworkForm
        folded={narrow}
        settings={settings}
        variables={variables.data}
        statements={statements}
        refused={query.error?.parameter ?? ""}
        onChange={change}
        onStatementType={(name) => setNetwork(textOfStatementType(name))}
        onReset={() => setNetwork("")}
      />
      <div className="sg-network-main">
        {followed !== null && followed.settings === text && (
          <p role="status" className="sg-line sg-dim">
            {TEXTS.followed(followed.words)}
          </p>
        )}
        <NetworkFiles
          pairs={pairs}
          several={isList || asked.window !== "no"}
          refused={query.error !== null}
        />
        {isDatabase && networkViewPairs(view, false).some(([name]) => !DATES.has(name)) && (
          <p className="sg-line sg-dim">{TEXTS.wholeDatabase}</p>
        )}
        {!isDatabase && (view.ego.length > 0 || view.expand.length > 0) && (
          <p className="sg-line sg-dim">{TEXTS.noSurroundings}</p>
        )}
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
        {list && <Events list={list} known={known} />}
        {network && (
          <NetworkResult
            key={asked.aggregation + asked.normalization}
            network={network}
            settings={settings}
            pairs={pairs}
            frame={at + 1}
            known={known}
            onDraw={draw}
          />
        )}
      </div>
    </section>
  );
}

const setNetwork = (text: string) => useExplorer.getState().setSetting("network", text);

function Events({ list, known }: { readonly list: EventList; readonly known: boolean }) {
  const { events, total = events.length } = list;
  if (events.length === 0)
    return (
      <Empty>
        <p>{TEXTS.noEvents}</p>
      </Empty>
    );
  return (
    <>
      <p role="status" className="sg-line sg-count">
        {TEXTS.eventCount(total)}
        {total > events.length && ` ${TEXTS.eventsCut(events.length)}`}
      </p>
      <EventTable events={events} label={TEXTS.events} known={known} />
    </>
  );
}
