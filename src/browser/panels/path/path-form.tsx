/** The question: from where to where, a few quick options, the rest under "More options", and the button that asks. */

import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { parseDate } from "../../../model/date.ts";
import { crossed } from "../../filters/date-order.ts";
import { isComplete } from "../../state/question.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS as SHELL_TEXTS } from "../../texts.ts";
import { TEXTS } from "../texts.ts";
import { NodeCombobox } from "./node-combobox.tsx";
import { NodeListField } from "./node-list-field.tsx";
import { PathOptions } from "./path-options.tsx";

export function PathForm() {
  const draft = useExplorer((state) => state.draft);
  const { editQuestion, ask } = useExplorer.getState();
  const [missing, setMissing] = useState(false);
  const find = () => {
    const incomplete = draft.from.trim() === "" || draft.to.trim() === "";
    setMissing(incomplete);
    if (!incomplete) ask({ from: draft.from.trim(), to: draft.to.trim() });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find();
  };
  const form = useRef<HTMLFormElement>(null);
  const wanted = useExplorer((state) => state.pathFocus);
  useEffect(() => {
    if (!wanted) return;
    useExplorer.getState().tookPathFocus();
    form.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus({ preventScroll: true });
  }, [wanted]);
  const required = (value: string) => (missing && value.trim() === "" ? TEXTS.endMissing : undefined);
  return (
    <form ref={form} className="sg-path-form" onSubmit={submit}>
      <div className="sg-ends">
        <div className="sg-ends-fields">
          <NodeCombobox
            label={TEXTS.from}
            value={draft.from}
            error={required(draft.from)}
            first={draft.from === ""}
            onChange={(from) => editQuestion({ from })}
            onEnter={find}
          />
          <NodeCombobox
            label={TEXTS.to}
            value={draft.to}
            error={required(draft.to)}
            first={draft.from !== ""}
            onChange={(to) => editQuestion({ to })}
            onEnter={find}
          />
        </div>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={TEXTS.swap}
          title={TEXTS.swap}
          onClick={() => editQuestion({ from: draft.to, to: draft.from })}
        >
          <svg
            width="18"
            height="18"
            viewBox="0 0 20 20"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
          >
            <path d="M6.5 3.5v13M6.5 16.5l-3-3M6.5 16.5l3-3M13.5 16.5v-13M13.5 3.5l-3 3M13.5 3.5l3 3" />
          </svg>
        </ActionIcon>
      </div>
      <Button type="submit" fullWidth>
        {TEXTS.findPath}
      </Button>
      <QuickOptions />
      <PathOptions />
    </form>
  );
}

/** The restrictions asked for most. Those of polarity and date belong to the view and so narrow the map too. */
function QuickOptions() {
  const draft = useExplorer((state) => state.draft);
  const filter = useExplorer((state) => state.view.filter);
  // Once there is an answer, it needs the room.
  const asked = useExplorer((state) => isComplete(state.question));
  const { filterQuestion, setFilter } = useExplorer.getState();
  const direct = draft.via.length === 1 && draft.via[0] === "relation";
  const agreements = filter.polarity.length === 1 && filter.polarity[0] === "support";
  return (
    <details className="sg-options-more" open={!asked}>
      <summary>{TEXTS.quick}</summary>
      <div className="sg-options-body">
        <Checkbox
          label={TEXTS.onlyDirect}
          checked={direct}
          onChange={(event) =>
            filterQuestion({ via: event.currentTarget.checked ? ["relation"] : ["stance", "relation"] })
          }
        />
        <Checkbox
          label={TEXTS.onlyAgreements}
          description={TEXTS.alsoMap}
          checked={agreements}
          onChange={(event) => setFilter({ polarity: event.currentTarget.checked ? ["support"] : [] })}
        />
        <SinceField key={filter.since} />
        <NodeListField
          label={TEXTS.avoid}
          nodes={draft.avoid}
          onChange={(avoid) => filterQuestion({ avoid })}
        />
      </div>
    </details>
  );
}

/** The first date; taken over when the field is left, so that no half-written one filters. */
function SinceField() {
  const given = useExplorer((state) => state.view.filter.since);
  const { setFilter } = useExplorer.getState();
  const [since, setSince] = useState(given);
  const until = useExplorer((state) => state.view.filter.until);
  const late = crossed(since, until);
  const bad = (since !== "" && parseDate(since) === null) || late;
  const apply = () => {
    if (!bad && since !== given) setFilter({ since });
  };
  return (
    <TextInput
      label={TEXTS.afterDate}
      description={TEXTS.alsoMap}
      placeholder="2025-11"
      value={since}
      error={late ? SHELL_TEXTS.sinceLate(until) : bad ? TEXTS.badDate : undefined}
      onChange={(event) => setSince(event.currentTarget.value.trim())}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === "Enter") apply();
      }}
    />
  );
}
