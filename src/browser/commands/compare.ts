/** Commands that put two things side by side. */

import { type CompareChoice, choiceOf, openCompare } from "../panels/compare/choice.ts";
import { comparisonsOf } from "../panels/time/ranges.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

const nothing = (by: CompareChoice["by"]): CompareChoice => ({ by, a: "", b: "" });

export const COMPARE_COMMANDS: readonly Command[] = [
  {
    id: "compare-selected",
    label: T.compare,
    group: "go",
    words: "versus side by side difference",
    available: ({ selection }) => choiceOf(selection) !== null,
    run: ({ selection }) => {
      const choice = choiceOf(selection);
      if (choice) openCompare(choice);
    },
  },
  {
    id: "compare-actors",
    label: T.compareActors,
    group: "go",
    words: "versus side by side difference",
    run: ({ selection }) => {
      const choice = choiceOf(selection);
      openCompare(choice?.by === "actors" ? choice : nothing("actors"));
    },
  },
  {
    id: "compare-sources",
    label: T.compareSources,
    group: "go",
    words: "documents versus side by side difference",
    run: () => openCompare(nothing("sources")),
  },
  {
    id: "compare-periods",
    label: T.comparePeriods,
    group: "go",
    words: "time dates before after side by side change",
    run: ({ view }) => {
      const [first] = comparisonsOf(view.filter);
      const stretches = first?.[1];
      openCompare({ by: "periods", a: stretches?.before ?? "", b: stretches?.after ?? "" });
    },
  },
];
