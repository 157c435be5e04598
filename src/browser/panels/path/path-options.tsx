/** The less common choices of a path question. */

import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { PATH_LIMITS, PATH_VIAS, type PathMode } from "../../../model/path.ts";
import { POLARITIES } from "../../../model/vocabulary.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";
import { NodeListField } from "./node-list-field.tsx";
import { optionsInWords } from "./option-words.ts";

const MODES: readonly PathMode[] = ["k", "shortest", "all", "disjoint"];

/** Whole numbers from 1 to a limit; null for an empty field, undefined for anything else. */
function wholeNumber(text: string, limit: number): number | null | undefined {
  if (text === "") return null;
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= limit ? number : undefined;
}

export function PathOptions() {
  const draft = useExplorer((state) => state.draft);
  const polarity = useExplorer((state) => state.view.filter.polarity);
  const { filterQuestion, setFilter } = useExplorer.getState();
  const everyPolarity = polarity.length === POLARITIES.length;
  const set = (name: "k" | "maxLength", text: string) => {
    const value = wholeNumber(text, PATH_LIMITS[name]);
    if (value === undefined || (name === "k" && value === null && draft.mode === "k")) return;
    filterQuestion({ [name]: value });
  };
  const words = optionsInWords(draft);
  return (
    <details className="sg-options-more">
      <summary>
        {TEXTS.moreOptions}
        {words !== "" && <span className="sg-dim"> {words}</span>}
      </summary>
      <div className="sg-options-body">
        <NativeSelect
          label={TEXTS.mode}
          value={draft.mode}
          data={MODES.map((mode) => ({ value: mode, label: TEXTS.modes[mode] }))}
          onChange={(event) => {
            const mode = event.currentTarget.value as PathMode;
            filterQuestion({ mode, k: mode === "k" ? (draft.k ?? 3) : null });
          }}
        />
        <div className="sg-two">
          {(draft.mode === "k" || draft.mode === "disjoint") && (
            <TextInput
              label={TEXTS.howMany}
              type="number"
              min={1}
              max={PATH_LIMITS.k}
              placeholder={TEXTS.asMany}
              value={draft.k ?? ""}
              onChange={(event) => set("k", event.currentTarget.value)}
            />
          )}
          <TextInput
            label={TEXTS.maxLength}
            type="number"
            min={1}
            max={PATH_LIMITS.maxLength}
            placeholder={draft.mode === "all" ? "6" : TEXTS.any}
            value={draft.maxLength ?? ""}
            onChange={(event) => set("maxLength", event.currentTarget.value)}
          />
        </div>
        <fieldset className="sg-fieldset">
          <legend>{TEXTS.walkOver}</legend>
          {PATH_VIAS.map((via) => (
            <Checkbox
              key={via}
              label={TEXTS.vias[via]}
              checked={draft.via.includes(via)}
              disabled={draft.via.length === 1 && draft.via[0] === via}
              onChange={(event) => {
                const checked = event.currentTarget.checked;
                filterQuestion({
                  via: PATH_VIAS.filter((one) => (one === via ? checked : draft.via.includes(one))),
                });
              }}
            />
          ))}
          <Checkbox
            label={TEXTS.everyPolarity}
            description={TEXTS.alsoMap}
            checked={everyPolarity}
            onChange={(event) =>
              setFilter({ polarity: event.currentTarget.checked ? POLARITIES.map(({ id }) => id) : [] })
            }
          />
        </fieldset>
        <Checkbox
          label={TEXTS.directed}
          checked={draft.directed}
          onChange={(event) => filterQuestion({ directed: event.currentTarget.checked })}
        />
        <Checkbox
          label={TEXTS.weighted}
          checked={draft.weighted}
          onChange={(event) => filterQuestion({ weighted: event.currentTarget.checked })}
        />
        <NodeListField
          label={TEXTS.through}
          nodes={draft.through}
          onChange={(through) => filterQuestion({ through })}
        />
      </div>
    </details>
  );
}
