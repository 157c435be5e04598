/** A report as Markdown (CommonMark). Pure. */

import type { Report } from "./report.ts";
import { REPORT_TEXTS as T } from "./texts.ts";

/** A text that Markdown reads as nothing but a text. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>|~]/g, "\\$&")
    .replace(/&(?=[#\w]+;)/g, "\\&")
    .replace(/^([#>+-])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");

export function toMarkdown(report: Report): string {
  const lines: string[] = [`# ${plain(report.title)}`, ""];
  for (const line of report.lead) lines.push(plain(line), "");
  for (const { heading, sentences, groups } of report.sections) {
    lines.push(`## ${plain(heading)}`, "");
    for (const sentence of sentences) lines.push(plain(sentence), "");
    for (const group of groups) {
      lines.push(`### ${plain(group.heading)}`, "");
      for (const { id, summary, facts, source, place } of group.entries)
        lines.push(
          `- ${plain(summary)} (${facts.map(plain).join("; ")}) [${source}${place === null ? "" : `, ${plain(place)}`}; ${plain(id)}]`.replace(
            /^- (.*) \[(\d+)/,
            "- $1 \\[$2",
          ),
        );
      lines.push("");
    }
  }
  lines.push(`## ${T.sources}`, "");
  for (const [at, source] of report.sources.entries()) lines.push(`${at + 1}. ${plain(source)}`);
  lines.push("", `## ${T.dataset}`, "", plain(report.citation), "");
  lines.push(
    `${T.view}: <${report.address.replace(/[<>\s]/g, encodeURIComponent)}>`,
    "",
    plain(T.made(report.day)),
    "",
  );
  return lines.join("\n");
}
