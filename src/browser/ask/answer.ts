/** What the page does about a question it understood: its words, and one step of the view. Pure. */

import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter, type View } from "../../model/view.ts";
import type { Hit } from "../search/search-index.ts";
import { formatInner } from "../state/inner-pairs.ts";
import { DEFAULT_QUESTION } from "../state/question.ts";
import { selectionOf } from "../state/selection.ts";
import type { Step } from "../state/store.ts";
import { ASK_TEXTS as T } from "./texts.ts";
import type { Understanding } from "./understand.ts";

const names = (hits: readonly Hit[]): string => hits.map(({ label }) => label).join(", ");

/** The question in the page's own words. */
export function wordsOf(asked: Understanding): string {
  const parts = [mainWords(asked)];
  if (asked.type === "path") {
    if (asked.through.length > 0) parts.push(T.through(names(asked.through)));
    if (asked.avoid.length > 0) parts.push(T.avoiding(names(asked.avoid)));
  }
  if (asked.type !== "compare" && asked.span) parts.push(T.span(asked.span.since, asked.span.until));
  return parts.join(", ");
}

function mainWords(asked: Understanding): string {
  switch (asked.type) {
    case "path":
      return T.path(asked.from.label, asked.to.label);
    case "who":
      return T.who(
        asked.polarity,
        asked.issues.map(({ label }) => label),
      );
    case "holds":
      return T.holds(asked.polarity, asked.actor.label);
    case "about":
      return T.about(
        asked.actor.label,
        asked.issues.map(({ label }) => label),
      );
    case "sides":
      return T.sides(asked.actor.label);
    case "compare":
      return T.compare(asked.a.label, asked.b.label);
    case "when":
      return T.when(asked.what?.label ?? null, asked.span !== null);
    case "changes":
      return T.changes;
  }
}

/** What a new question takes back before it sets its own: who, what, which side and when. The rest of the filter stays. */
const FRESH: Partial<Filter> = {
  actor: DEFAULT_FILTER.actor,
  kind: DEFAULT_FILTER.kind,
  issue: DEFAULT_FILTER.issue,
  relation: DEFAULT_FILTER.relation,
  polarity: DEFAULT_FILTER.polarity,
  since: "",
  until: "",
};

const idsOf = (hits: readonly Hit[]): readonly string[] => hits.map(({ id }) => id).sort();

/**
 * The step that answers a question, from the view as it is. Whatever is asked, a path asked for before is no longer meant, nor
 * what was selected, nor what an earlier question filtered by.
 */
export const stepFor = (asked: Understanding, view: View): Step => ({
  question: DEFAULT_QUESTION,
  selection: null,
  ...answerTo(asked, view),
});

function answerTo(asked: Understanding, view: View): Step {
  const filtered = (change: Partial<Filter>): View => ({
    ...view,
    ego: [],
    depth: 1,
    expand: [],
    // Who agrees with whom was another question: this one is about positions.
    projection: view.projection === "agreement" ? DEFAULT_VIEW.projection : view.projection,
    filter: { ...view.filter, ...FRESH, ...change },
  });
  switch (asked.type) {
    case "path":
      return {
        tab: "graph",
        view: filtered({ ...asked.span }),
        question: {
          ...DEFAULT_QUESTION,
          from: asked.from.key,
          to: asked.to.key,
          avoid: asked.avoid.map(({ key }) => key),
          through: asked.through.map(({ key }) => key),
        },
      };
    case "who":
      return {
        tab: "graph",
        view: filtered({ issue: idsOf(asked.issues), polarity: [asked.polarity], ...asked.span }),
        selection: selectionOf(asked.issues.filter(({ onMap }) => onMap).map(({ key }) => key)),
      };
    case "holds":
      return {
        tab: "graph",
        view: filtered({ actor: [asked.actor.id], polarity: [asked.polarity], ...asked.span }),
        selection: { type: "node", key: asked.actor.key },
      };
    case "about": {
      const [only, ...others] = asked.issues;
      return {
        tab: "graph",
        view: filtered({ actor: [asked.actor.id], issue: idsOf(asked.issues), ...asked.span }),
        selection:
          only && others.length === 0
            ? { type: "pair", from: asked.actor.key, to: only.key }
            : { type: "node", key: asked.actor.key },
      };
    }
    case "sides":
      return {
        tab: "graph",
        view: { ...filtered({ ...asked.span }), projection: "agreement", ego: [asked.actor.key] },
        selection: { type: "node", key: asked.actor.key },
      };
    case "compare":
      return {
        tab: "compare",
        view: filtered({}),
        settings: {
          compare: formatInner([
            ["by", `${asked.a.type}s`],
            ["a", asked.a.id],
            ["b", asked.b.id],
          ]),
        },
      };
    case "changes":
      return { tab: "graph", view: filtered(asked.span), left: "changes" };
    case "when": {
      const { what, span } = asked;
      const only: Partial<Filter> = what ? { [what.type]: [what.id] } : {};
      return {
        tab: "graph",
        view: filtered({ ...only, ...span }),
        ...(what && what.type !== "source" ? { selection: { type: "node", key: what.key } } : {}),
      };
    }
  }
}
