/** The first minute: what the page shows, whose positions from which sources, and three questions to try. Gone once it is closed or used. */

import { Button, CloseButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { useDataset, useDirectory } from "../api/hooks.ts";
import { stepFor, wordsOf } from "../ask/answer.ts";
import { suggestQuestions } from "../ask/suggestions.ts";
import { isComplete } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { keepFocus } from "./focus.ts";
import { mayIntroduce, rememberIntroduced } from "./introduced.ts";
import classes from "./introduction.module.css";
import { roving } from "./roving.ts";

export function Introduction({ small }: { readonly small: boolean }) {
  const [open, setOpen] = useState(() => mayIntroduce(window));
  const dataset = useDataset().data;
  const directory = useDirectory().data;
  const tab = useExplorer((state) => state.tab);
  const embed = useExplorer((state) => state.embed);
  const selected = useExplorer((state) => state.selection !== null);
  const asked = useExplorer((state) => isComplete(state.question));
  // What is selected needs the room on a small screen, and whoever has selected or asked something has got the idea.
  const used = (small && selected) || asked;
  useEffect(() => {
    if (!used) return;
    rememberIntroduced(window);
    setOpen(false);
  }, [used]);
  if (!open || embed || tab !== "graph" || !dataset || !directory || dataset.counts["statements"] === 0)
    return null;
  const { openDialog } = useExplorer.getState();
  const close = () => {
    rememberIntroduced(window);
    setOpen(false);
    keepFocus();
  };
  const questions = suggestQuestions(directory.actors, directory.issues);
  return (
    <section className={classes["introduction"]} aria-label={TEXTS.introduction}>
      <p className={classes["introductionText"]}>
        {TEXTS.introductionWords(dataset.sources.length)}{" "}
        <button type="button" className={classes["inlineButton"]} onClick={() => openDialog("about")}>
          {TEXTS.introductionSources}
        </button>{" "}
        {!small && TEXTS.introductionHow}
      </p>
      <div className={classes["introductionTry"]}>
        <span>{TEXTS.introductionTry}</span>
        <div
          ref={roving}
          role="toolbar"
          className={classes["introductionQuestions"]}
          aria-label={TEXTS.introductionTry}
        >
          {questions.slice(0, 3).map((asked) => {
            const words = wordsOf(asked);
            return (
              <Button
                key={words}
                size="compact-sm"
                variant="light"
                onClick={() => {
                  const { go, view } = useExplorer.getState();
                  go(stepFor(asked, view));
                  close();
                }}
              >
                {words}
              </Button>
            );
          })}
        </div>
      </div>
      <CloseButton
        className={classes["introductionClose"] ?? ""}
        aria-label={TEXTS.introductionClose}
        title={TEXTS.introductionClose}
        onClick={close}
      />
    </section>
  );
}
