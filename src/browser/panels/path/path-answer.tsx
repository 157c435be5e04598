/** The answer to a path question: paths as sentences, or why there is none and what would help. */

import { Button, VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { isLeastTotal, type PathAnswer } from "../../../model/path.ts";
import { usePaths } from "../../api/hooks.ts";
import { FEW_SCREEN } from "../../shell/screen.ts";
import { formatChosen, NO_PATH } from "../../state/chosen-path.ts";
import { isComplete } from "../../state/question.ts";
import { useExplorer } from "../../state/store.ts";
import { Failure, Waiting } from "../parts/answered.tsx";
import { toTop } from "../parts/to-top.ts";
import { TEXTS } from "../texts.ts";
import { KeptAnswer } from "./kept-answer.tsx";
import { NoPath } from "./no-path.tsx";
import { PathCard } from "./path-card.tsx";
import { PathFailure } from "./path-failure.tsx";
import { shownName } from "./suggest.ts";
import { useChosen } from "./use-chosen.ts";
import { useNames } from "./use-names.ts";

/** Paths drawn at once. */
const STEP = 20;

export function PathAnswerView() {
  const question = useExplorer((state) => state.question);
  const view = useExplorer((state) => state.view);
  const query = usePaths(question, view);
  if (!isComplete(question)) return <p className="sg-line sg-dim">{TEXTS.pathIntro}</p>;
  if (query.error)
    return query.error.status === 404 || query.error.status === 400 || query.error.status === 422 ? (
      <PathFailure error={query.error} />
    ) : (
      <Failure error={query.error} retry={() => void query.refetch()} />
    );
  if (query.data === undefined) return <Waiting lines={6} what={TEXTS.searching} />;
  return <Answer answer={query.data} />;
}

function Answer({ answer }: { readonly answer: PathAnswer }) {
  const names = useNames();
  const draft = useExplorer((state) => state.draft);
  const question = useExplorer((state) => state.question);
  const { ask } = useExplorer.getState();
  // On a low screen the form would hide the answer; options that change it later keep their place.
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other ends are the event
  useEffect(() => {
    if (title.current && window.matchMedia(FEW_SCREEN).matches) toTop(title.current);
  }, [answer.from, answer.to]);
  const nothing = answer.paths.length === 0;
  const same = answer.from === answer.to && answer.paths.every(({ length }) => length === 0);
  const words = nothing ? TEXTS.noPath : TEXTS.found(answer.paths.length, answer.total, isLeastTotal(answer));
  const changed = draft !== question && JSON.stringify(draft) !== JSON.stringify(question);
  return (
    <section aria-label={TEXTS.answer} className="sg-answer">
      <VisuallyHidden role="status">
        {same ? TEXTS.sameEnds(shownName(names, answer.from)) : words}
      </VisuallyHidden>
      <h3 ref={title} className="sg-answer-title">
        {TEXTS.fromTo(shownName(names, answer.from), shownName(names, answer.to))}
      </h3>
      {changed && (
        <p className="sg-line sg-dim">
          {TEXTS.changed}{" "}
          <Button size="compact-xs" variant="subtle" onClick={() => ask()}>
            {TEXTS.askAgain}
          </Button>
        </p>
      )}
      {same ? (
        <p className="sg-line">{TEXTS.sameEnds(shownName(names, answer.from))}</p>
      ) : nothing ? (
        <NoPath answer={answer} />
      ) : (
        <>
          <p className="sg-line">
            {words} {answer.truncated && TEXTS.truncated}
          </p>
          <Paths answer={answer} />
        </>
      )}
      {!same && <KeptAnswer answer={answer} />}
    </section>
  );
}

/** The paths; the one that is marked on the map is pressed. */
function Paths({ answer }: { readonly answer: PathAnswer }) {
  const { choosePath } = useExplorer.getState();
  const chosen = useChosen(answer);
  const at = chosen?.path ? answer.paths.indexOf(chosen.path) : -1;
  const [wanted, setShown] = useState(STEP);
  // The one marked is among them, however far down it stands.
  const shown = Math.max(wanted, at + 1);
  return (
    <>
      {chosen?.missing && (
        <p className="sg-line sg-dim" role="status">
          {TEXTS.chosenMissing}
        </p>
      )}
      <ol className="sg-list sg-paths">
        {answer.paths.slice(0, shown).map((path, index) => (
          <li key={path.nodes.join(";")}>
            <PathCard
              path={path}
              number={index + 1}
              chosen={index === at}
              onChoose={() => choosePath(index === at ? NO_PATH : formatChosen(path, answer.paths))}
            />
          </li>
        ))}
      </ol>
      {answer.paths.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + STEP)}>
          {TEXTS.showMore(answer.paths.length - shown)}
        </Button>
      )}
    </>
  );
}
