/**
 * The search field: questions it understands, actors, issues, sources, statements and commands while typing; arrows and Enter.
 * Choosing a name moves the camera, a question is one step of the view.
 */

import { TextInput, VisuallyHidden } from "@mantine/core";
import { useId, useMemo, useRef, useState } from "react";
import { statementPairs, useDataset, useDirectory } from "../api/hooks.ts";
import { stepFor, wordsOf } from "../ask/answer.ts";
import { notUnderstood } from "../ask/not-understood.ts";
import { ASK_TEXTS } from "../ask/texts.ts";
import { understand } from "../ask/understand.ts";
import { ShapeSample } from "../legend/sample.tsx";
import { claimOf } from "../panels/words/statement-words.ts";
import { keepFocus } from "../shell/focus.ts";
import { Icon } from "../shell/icons.tsx";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { moveActive, type Option, OptionList, optionId } from "./option-list.tsx";
import classes from "./search.module.css";
import { buildSearch, type Hit } from "./search-index.ts";
import { useStatementHits } from "./use-statement-hits.ts";

/** Names shown, and statements. */
const MOST = 6;
const MOST_STATEMENTS = 3;

export function SearchBox() {
  const directory = useDirectory().data;
  const dataset = useDataset().data;
  const index = useMemo(
    () => (directory && dataset ? buildSearch(directory, dataset.sources) : null),
    [directory, dataset],
  );
  const shapes = useMemo(() => {
    const byKind = new Map(dataset?.kinds.map(({ id, shape }) => [id, shape]));
    return new Map(directory?.actors.map(({ id, kind }) => [id, byKind.get(kind?.id ?? "") ?? ""]));
  }, [directory, dataset]);
  // Names come with the numbers of the whole dataset.
  const filtered = useExplorer(({ view }) => statementPairs(view).length > 0);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const questions = useMemo(() => (index ? understand(text, index) : []), [index, text]);
  const hits = useMemo(() => index?.find(text, MOST) ?? [], [index, text]);
  const statements = useStatementHits(text, MOST_STATEMENTS);
  const broken = useMemo(() => (index ? notUnderstood(text, index) : null), [index, text]);
  // Words of a statement need be no names.
  const reason =
    broken && (broken.type === "date" || (questions.length === 0 && statements.total === 0))
      ? ASK_TEXTS.notUnderstood[broken.type](broken.part)
      : "";
  const shown = open && text.trim() !== "";

  const done = () => {
    setOpen(false);
    setText("");
    input.current?.blur();
    // What was chosen may open another tab, whose map is none.
    keepFocus("#map");
  };
  const choose = (hit: Hit) => {
    const { goTo, setFilter, setTab } = useExplorer.getState();
    if (hit.type === "source") setFilter({ source: [hit.id] });
    else {
      setTab("graph");
      goTo(hit.key);
    }
    done();
  };
  const options: readonly Option[] = [
    ...questions.map((asked, at): Option => {
      const words = wordsOf(asked);
      return {
        key: `question ${words}`,
        heading: at === 0 ? TEXTS.questionsFound : "",
        icon: <Icon name={asked.type === "path" ? "path" : "help"} size={16} />,
        label: words,
        note: "",
        choose: () => {
          const { go, view } = useExplorer.getState();
          go(stepFor(asked, view));
          done();
        },
      };
    }),
    ...hits.map(
      (hit, at): Option => ({
        key: hit.key,
        heading: at === 0 && questions.length > 0 ? TEXTS.namesFound : "",
        icon:
          hit.type === "source" ? (
            <Icon name="info" size={16} />
          ) : (
            <ShapeSample shape={hit.type === "issue" ? null : (shapes.get(hit.id) ?? "")} />
          ),
        label: (
          <>
            {hit.label}
            {hit.alias !== "" && <span className={classes["dim"]}> ({hit.alias})</span>}
          </>
        ),
        note: `${hit.kind} · ${(filtered ? TEXTS.statementsInAll : TEXTS.statements)(hit.statements)}`,
        choose: () => choose(hit),
      }),
    ),
    ...statements.items.map(
      (statement, at): Option => ({
        key: `statement ${statement.id}`,
        heading: at === 0 ? TEXTS.statementsFound(statements.total) : "",
        icon: <Icon name="quote" size={16} />,
        label: <span className={classes["summary"]}>{statement.summary || claimOf(statement)}</span>,
        note: statement.summary ? statement.actor.label : (statement.date ?? ""),
        choose: () => {
          useExplorer.getState().select({ type: "statement", id: statement.id });
          done();
        },
      }),
    ),
  ];
  const at = Math.min(active, Math.max(0, options.length - 1));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const moved = moveActive(event.key, at, options.length);
    if (moved !== null) setActive(moved);
    else if (event.key === "Enter" && shown) options[at]?.choose();
    else if (event.key === "Escape") {
      if (text === "") input.current?.blur();
      setText("");
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes["box"]}>
      <TextInput
        ref={input}
        id="search"
        type="search"
        size="sm"
        aria-label={TEXTS.search}
        aria-autocomplete="list"
        {...(shown ? { "aria-controls": list } : {})}
        {...(shown && options[at] ? { "aria-activedescendant": optionId(list, at) } : {})}
        autoComplete="off"
        spellCheck={false}
        placeholder={TEXTS.searchHint}
        leftSection={<Icon name="search" size={16} />}
        leftSectionPointerEvents="none"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div className={classes["list"]} hidden={!shown}>
        {shown && reason !== "" && <p className={classes["none"]}>{reason}</p>}
        {shown && reason === "" && options.length === 0 && <p className={classes["none"]}>{TEXTS.noHits}</p>}
        <OptionList
          id={list}
          label={TEXTS.search}
          options={shown ? options : []}
          active={at}
          onActive={setActive}
        />
      </div>
      <VisuallyHidden role="status">
        {shown ? `${reason} ${TEXTS.hits(options.length)}`.trim() : ""}
      </VisuallyHidden>
    </div>
  );
}
