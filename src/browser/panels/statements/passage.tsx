/** The passage of a statement inside its paragraph, on the screen only; where no text is served, how to come by it. */

import { Alert, Anchor, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { PassageRecord, SourceRecord, StatementRecord } from "../../../model/api.ts";
import { usePassage } from "../../api/hooks.ts";
import { Answered } from "../parts/answered.tsx";
import { intoSight } from "../parts/to-top.ts";
import { TEXTS } from "../texts.ts";
import { capitalised } from "../words/numbers.ts";
import { placeWords } from "../words/statement-words.ts";
import { useSource } from "./use-evidence.ts";

interface Props {
  readonly statement: StatementRecord;
  /** True where a press has opened it: then it is scrolled into sight. */
  readonly pressed: boolean;
}

/** Fetched when first shown, forgotten when hidden. */
export function Passage({ statement, pressed }: Props) {
  const query = usePassage(statement.id);
  const source = useSource(statement.source.id);
  return (
    <div className="sg-passage">
      <Answered query={query} lines={4}>
        {(record) =>
          record.available ? (
            <PassageText record={record} pressed={pressed} />
          ) : (
            <PassageAbsent record={record} source={source} place={placeWords(statement)} />
          )
        }
      </Answered>
    </div>
  );
}

function PassageText({ record, pressed }: { readonly record: PassageRecord; readonly pressed: boolean }) {
  const box = useRef<HTMLElement>(null);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!box.current || !mark.current) return;
    // scrollIntoView would move the page as well.
    const middle = mark.current.offsetTop + mark.current.offsetHeight / 2 - box.current.clientHeight / 2;
    box.current.scrollTop = Math.max(0, middle);
    if (pressed) intoSight(box.current);
  }, [pressed]);
  const place = placeWords(record);
  return (
    <>
      {record.state === "moved" && <Text size="sm">{TEXTS.passageMoved}</Text>}
      {record.state === "stale" && (
        <Alert color="orange" variant="outline" className="sg-alert">
          {TEXTS.passageStale}
        </Alert>
      )}
      <section
        ref={box}
        className="sg-passage-box"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={TEXTS.passageIn(record.source.label)}
      >
        <p>
          {record.before}
          <mark ref={mark}>{record.passage}</mark>
          {record.after}
        </p>
      </section>
      <Text size="xs" className="sg-dim">
        {place === null ? TEXTS.passageRights : `${capitalised(place)}. ${TEXTS.passageRights}`}
      </Text>
    </>
  );
}

function PassageAbsent(props: {
  readonly record: PassageRecord;
  readonly source: SourceRecord | undefined;
  readonly place: string | null;
}) {
  const { record, source, place } = props;
  return (
    <div className="sg-empty">
      <p>
        {record.state === "stale" ? TEXTS.passageStale : TEXTS.passageAbsent} {record.reason}
      </p>
      <p>{place === null ? TEXTS.noPlace : TEXTS.passageAt(place, record.source.label)}</p>
      {source?.url && (
        <p>
          <Anchor underline="always" href={source.url} target="_blank" rel="noreferrer noopener" inherit>
            {TEXTS.openSource}
          </Anchor>
        </p>
      )}
    </div>
  );
}
