/** A report as one HTML file that needs nothing else: no scripts, no pictures, no other files. Pure. */

import { htmlText } from "../../../formats/html-text.ts";
import type { Report } from "./report.ts";
import { REPORT_TEXTS as T } from "./texts.ts";

const STYLE = `:root{color-scheme:light dark}body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.25}h2{margin-top:2.2rem;border-bottom:1px solid #8888;font-size:1.2rem}h3{margin-bottom:.2rem;font-size:1rem}
ul{margin-top:.2rem;padding-left:1.2rem}li{margin:.35rem 0}small{opacity:.8}a{color:inherit}@media print{body{margin:0;max-width:none}h3{break-after:avoid}li{break-inside:avoid}}`;

export function toHtml(report: Report): string {
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${htmlText(line)}</p>`).join("\n");
  const sections = report.sections.map(({ heading, sentences, groups }) => {
    const lists = groups.map(({ heading: name, entries }) => {
      const items = entries.map(
        ({ id, summary, facts, source, place }) =>
          `<li id="${htmlText(id)}">${htmlText(summary)} <small>(${htmlText(facts.join("; "))})</small> <a href="#source-${source}">[${source}]</a>${place === null ? "" : ` <small>${htmlText(place)}</small>`} <small>${htmlText(id)}</small></li>`,
      );
      return `<h3>${htmlText(name)}</h3>\n<ul>\n${items.join("\n")}\n</ul>`;
    });
    return `<section>\n<h2>${htmlText(heading)}</h2>\n${paragraphs(sentences)}\n${lists.join("\n")}\n</section>`;
  });
  const sources = report.sources.map((source, at) => `<li id="source-${at + 1}">${htmlText(source)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${htmlText(report.title)}</h1>
${paragraphs(report.lead)}
${sections.join("\n")}
<section>
<h2>${T.sources}</h2>
<ol>
${sources.join("\n")}
</ol>
</section>
<section>
<h2>${T.dataset}</h2>
<p>${htmlText(report.citation)}</p>
<p>${T.view}: <a href="${htmlText(report.address)}">${htmlText(report.address)}</a></p>
<p>${htmlText(T.made(report.day))}</p>
</section>
</body>
</html>
`;
}
