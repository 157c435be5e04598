/** The API's description as one page of plain HTML: no script, nothing from elsewhere. */

import { z } from "zod";
import { ERRORS } from "./errors.ts";
import { html, raw } from "./html.ts";
import { mountsOf, type Route } from "./route.ts";

/** What a parameter takes, from its JSON Schema. */
function takes(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: "input" });
  const element = (
    json.type === "array" && typeof json.items === "object" ? json.items : json
  ) as typeof json;
  const words = element.enum
    ? element.enum.join(" | ")
    : "const" in element
      ? String(element.const)
      : element.type;
  const bounds =
    element.minimum !== undefined && element.maximum !== undefined
      ? ` ${element.minimum}–${element.maximum}`
      : "";
  return `${words}${bounds}${json.type === "array" ? ", …" : ""}`;
}

const parameterRow = (name: string, schema: z.ZodType): string =>
  html`<tr><th scope="row"><code>${name}</code></th><td>${takes(schema)}</td><td>${
    z.toJSONSchema(schema, { io: "input" }).description ?? ""
  }</td></tr>`;

function routeSection(route: Route): string {
  const rows = [
    ...Object.entries(route.pathParameters).map(
      ([name, description]) =>
        html`<tr><th scope="row"><code>:${name}</code></th><td>string</td><td>${description}</td></tr>`,
    ),
    ...Object.entries(route.parameters).map(([name, schema]) => parameterRow(name, schema)),
  ];
  const table = `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Takes</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  const mounts = mountsOf(route)
    .map((mount) => html`<code>GET ${mount}</code>`)
    .join("<br>");
  return html`<section id="${route.id}"><h2>${route.summary}</h2><p>${raw(mounts)}</p>${raw(
    route.description ? html`<p>${route.description}</p>` : "",
  )}<p>Answers ${Object.keys(route.responses).join(", ")}.</p>${raw(rows.length > 0 ? table : "")}</section>`;
}

/** The whole page. */
export function docsPage(routes: readonly Route[], release: string): string {
  const errors = Object.entries(ERRORS)
    .map(
      ([code, { status, title }]) =>
        html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${title}</td></tr>`,
    )
    .join("");
  const contents = routes
    .map((route) => html`<li><a href="#${route.id}"><code>${mountsOf(route)[0] ?? ""}</code></a></li>`)
    .join("");
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stancegraph API</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; }
section { margin-top: 2.5rem; overflow-x: auto; }
</style></head><body>
<h1>Stancegraph API ${release}</h1>
<p>The same as <a href="/api/openapi.json">OpenAPI 3.1</a>. All parameters are checked; one that is not listed is refused. Lists are given by comma or repetition. Short addresses mean the first dataset.</p>
<ul>${raw(contents)}</ul>
${raw(routes.map(routeSection).join("\n"))}
<section id="errors"><h2>Errors</h2><p>Errors are <code>application/problem+json</code> (RFC 9457) with a stable <code>code</code>, the <code>parameter</code> at fault and a <code>remedy</code>.</p>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>${raw(errors)}</tbody></table></section>
</body></html>
`;
}
