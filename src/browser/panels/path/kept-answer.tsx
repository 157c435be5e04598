/** Beside the answer: an earlier one that was kept, and what differs. */

import { Button } from "@mantine/core";
import type { Path, PathAnswer } from "../../../model/path.ts";
import { usePaths } from "../../api/hooks.ts";
import { activeFilters } from "../../filters/active.ts";
import { formatChosen } from "../../state/chosen-path.ts";
import { useNames } from "../../state/names.ts";
import type { Question } from "../../state/question.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";
import { differenceOf, formatKept, type Kept, parseKept } from "./kept.ts";
import { optionsInWords } from "./option-words.ts";
import { useChosen } from "./use-chosen.ts";

export function KeptAnswer({ answer }: { readonly answer: PathAnswer }) {
  const text = useExplorer((state) => state.settings.kept);
  const question = useExplorer((state) => state.question);
  const view = useExplorer((state) => state.view);
  const { setSetting, go } = useExplorer.getState();
  const kept = parseKept(text);
  const present = formatKept({ question, view });
  if (!kept)
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setSetting("kept", present, "push")}>
        {TEXTS.keepAnswer}
      </Button>
    );
  return (
    <section aria-label={TEXTS.keptAnswer} className="sg-kept">
      <h3>{TEXTS.keptAnswer}</h3>
      {text === present ? (
        <p className="sg-line sg-dim">{TEXTS.keptSame}</p>
      ) : (
        <Comparison answer={answer} kept={kept} />
      )}
      <div className="sg-actions">
        {text !== present && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              go({
                question: kept.question,
                view: { ...view, filter: kept.view.filter },
                settings: { kept: present },
              })
            }
          >
            {TEXTS.swapKept}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" onClick={() => setSetting("kept", "", "push")}>
          {TEXTS.forgetKept}
        </Button>
      </div>
    </section>
  );
}

function Comparison({ answer, kept }: { readonly answer: PathAnswer; readonly kept: Kept }) {
  const names = useNames();
  const earlier = usePaths(kept.question, kept.view);
  const words = [
    TEXTS.fromTo(names.node(kept.question.from), names.node(kept.question.to)),
    ...detours(kept.question, names.node),
    ...activeFilters(kept.view, names).map(({ label }) => label),
  ].join("; ");
  if (earlier.error)
    return (
      <p role="alert" className="sg-line">
        {words}: {earlier.error.message} {earlier.error.remedy}
      </p>
    );
  if (!earlier.data) return <p className="sg-line sg-dim">{words}</p>;
  const { both, onlyNow, onlyKept } = differenceOf(answer, earlier.data);
  return (
    <>
      <p className="sg-line sg-dim">{words}</p>
      <p className="sg-line">{TEXTS.keptDifference(both.length, onlyNow.length, onlyKept.length)}</p>
      <Ways title={TEXTS.onlyNow} paths={onlyNow} answer={answer} />
      <Ways title={TEXTS.onlyKept} paths={onlyKept} answer={answer} />
    </>
  );
}

const detours = (question: Question, nameOf: (key: string) => string): readonly string[] =>
  [
    question.through.length > 0 ? TEXTS.throughWords(question.through.map(nameOf).join(", ")) : "",
    question.avoid.length > 0 ? TEXTS.avoidWords(question.avoid.map(nameOf).join(", ")) : "",
    optionsInWords({ ...question, avoid: [], through: [] }),
  ].filter((words) => words !== "");

interface WaysProps {
  readonly title: string;
  readonly paths: readonly Path[];
  /** The present one, whose first path is marked when none was chosen. */
  readonly answer: PathAnswer;
}

/** Ways of one answer alone; a press marks one on the map. */
function Ways({ title, paths, answer }: WaysProps) {
  const chosen = useChosen(answer)?.path?.nodes.join();
  const names = useNames();
  if (paths.length === 0) return null;
  return (
    <>
      <p className="sg-line sg-kept-part">{title}</p>
      <ul className="sg-list">
        {paths.map((path) => (
          <li key={path.nodes.join("\n")}>
            <Button
              size="compact-xs"
              variant="subtle"
              className="sg-way"
              aria-pressed={chosen === path.nodes.join()}
              onClick={() => useExplorer.getState().choosePath(formatChosen(path, answer.paths))}
            >
              {path.nodes.map(names.node).join(" → ")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
