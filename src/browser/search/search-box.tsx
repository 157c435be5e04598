/** The search field: suggestions while typing, arrows and Enter. Choosing moves the camera. */

import { TextInput, VisuallyHidden } from "@mantine/core";
import { useId, useMemo, useRef, useState } from "react";
import { useDataset, useDirectory } from "../api/hooks.ts";
import { ShapeSample } from "../legend/sample.tsx";
import { Icon } from "../shell/icons.tsx";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import classes from "./search.module.css";
import { buildSearch, type Hit } from "./search-index.ts";

const MOST = 8;

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
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const hits = useMemo(() => index?.find(text, MOST) ?? [], [index, text]);
  const shown = open && text.trim() !== "";

  const choose = (hit: Hit) => {
    const { goTo, setFilter, setTab } = useExplorer.getState();
    setOpen(false);
    setText("");
    if (hit.type === "source") setFilter({ source: [hit.id] });
    else {
      setTab("graph");
      goTo(hit.key);
    }
    input.current?.blur();
    document.getElementById("map")?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown" && hits.length > 0) setActive((active + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length > 0) setActive((active - 1 + hits.length) % hits.length);
    else if (event.key === "Enter" && shown) {
      const hit = hits[active];
      if (hit) choose(hit);
    } else if (event.key === "Escape") {
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
        {...(shown && hits[active] ? { "aria-activedescendant": `${list}-${active}` } : {})}
        autoComplete="off"
        spellCheck={false}
        placeholder={TEXTS.searchHint}
        leftSection={<Icon name="search" size={16} />}
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
      {shown && (
        <div className={classes["list"]}>
          {hits.length === 0 ? (
            <p className={classes["none"]}>{TEXTS.noHits}</p>
          ) : (
            <div id={list} role="listbox" aria-label={TEXTS.search}>
              {hits.map((hit, at) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
                <div
                  key={hit.key}
                  id={`${list}-${at}`}
                  role="option"
                  aria-selected={at === active}
                  className={classes["option"]}
                  onMouseEnter={() => setActive(at)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(hit)}
                >
                  {hit.type === "source" ? (
                    <Icon name="info" size={16} />
                  ) : (
                    <ShapeSample shape={hit.type === "issue" ? null : (shapes.get(hit.id) ?? "")} />
                  )}
                  <span className={classes["name"]}>
                    {hit.label}
                    {hit.alias !== "" && <span className={classes["dim"]}> ({hit.alias})</span>}
                  </span>
                  <span className={classes["dim"]}>
                    {hit.kind} · {hit.statements}
                  </span>
                </div>
              ))}
            </div>
          )}
        </div>
      )}
      <VisuallyHidden role="status">{shown ? TEXTS.hits(hits.length) : ""}</VisuallyHidden>
    </div>
  );
}
