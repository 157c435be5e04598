/** A view's filter in words, for legends, exports and the page. */

import type { Dataset } from "../model/dataset.ts";
import { isolated } from "../model/direction.ts";
import { DEFAULT_VIEW, type View } from "../model/view.ts";
import { MODALITIES, polarityTerm } from "../model/vocabulary.ts";

const list = (items: readonly string[], word = "or"): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;

const named = (ids: readonly string[], records: ReadonlyMap<string, { readonly label: string }>): string =>
  list(ids.map((id) => isolated(records.get(id)?.label ?? id)));

/** What a view came to: the documents that its statements come from, and the statements it leaves out for having no date. */
export interface Outcome {
  readonly documents: number;
  readonly undated: number;
}

/** One or two sentences that say whose positions are shown, what narrows them, and how many statements have no date. */
export function describeView(dataset: Dataset, view: View, { documents, undated }: Outcome): string {
  const { filter } = view;
  const whose = {
    reported: filter.actors === "all" ? "Positions as reported" : "Positions of stakeholders as reported",
    author: "Positions of the sources' own authors",
    any: "Positions of stakeholders and authors",
  }[filter.voice];
  const parts = [
    filter.actor.length > 0 ? `held by ${named(filter.actor, dataset.actorById)}` : "",
    filter.kind.length > 0 ? `held by actors of kind ${named(filter.kind, dataset.kindById)}` : "",
    filter.issue.length > 0 ? `on ${named(filter.issue, dataset.issueById)}` : "",
    filter.relation.length > 0 ? `of relation ${named(filter.relation, dataset.relationById)}` : "",
    filter.polarity.length > 0 && filter.polarity.length < 3
      ? `where someone ${list(filter.polarity.map((polarity) => polarityTerm(polarity).label))}`
      : "",
    filter.modality.length > 0 && filter.modality.length < MODALITIES.length
      ? `stated as ${list(MODALITIES.filter(({ id }) => filter.modality.includes(id)).map(({ label }) => label))}`
      : "",
    filter.intensity.length > 0 ? `of intensity ${list(filter.intensity)}` : "",
    filter.genre.length > 0 ? `in sources of genre ${list(filter.genre.map(isolated))}` : "",
    filter.minConfidence > 0 ? `with confidence of ${filter.minConfidence} or more` : "",
    filter.since !== "" && filter.until !== "" ? `from ${filter.since} to ${filter.until}` : "",
    filter.since !== "" && filter.until === "" ? `since ${filter.since}` : "",
    filter.since === "" && filter.until !== "" ? `until ${filter.until}` : "",
    filter.undated === "show" && (filter.since !== "" || filter.until !== "") ? "undated ones included" : "",
    ...filter.x.map((condition) => `with ${isolated(condition.replace("=", " "))}`),
    filter.repeats === "show" ? "repeats counted" : "",
    filter.offTopic === "show" ? "off-topic ones included" : "",
    view.rollup === "body" ? "persons folded into the bodies they speak for" : "",
    view.rollup === "top" ? "persons and organs folded into the largest body they belong to" : "",
    view.ego.length > 0
      ? `within ${view.depth === DEFAULT_VIEW.depth ? "one step" : `${view.depth} steps`} of ${list(
          view.ego.map((key) => labelOf(dataset, key)),
          "and",
        )}`
      : "",
    view.expand.length > 0
      ? `with all neighbours of ${list(
          view.expand.map((key) => labelOf(dataset, key)),
          "and",
        )}`
      : "",
  ].filter((part) => part !== "");
  const shown =
    filter.source.length > 0
      ? list(
          filter.source.map((id) => sourceLabel(dataset, id)),
          "and",
        )
      : `${documents} ${documents === 1 ? "document" : "documents"}`;
  const left =
    undated === 0
      ? ""
      : ` ${undated} ${undated === 1 ? "statement" : "statements"} without a date ${undated === 1 ? "is" : "are"} left out.`;
  return `${[`${whose} in ${shown}`, ...parts].join(", ")}.${left}`;
}

function labelOf(dataset: Dataset, key: string): string {
  const id = key.slice(key.indexOf(":") + 1);
  const node = key.startsWith("issue:") ? dataset.issueById.get(id) : dataset.actorById.get(id);
  return isolated(node?.label ?? key);
}

function sourceLabel(dataset: Dataset, id: string): string {
  const title = dataset.sourceById.get(id)?.title;
  return title ? `“${isolated(title)}”` : `document ${id}`;
}
