/** Buttons that make a report of the view, the selection or the path, as Markdown or HTML. */

import { Button } from "@mantine/core";
import { useDataset, useGraph } from "../../api/hooks.ts";
import { useNames } from "../../state/names.ts";
import { useExplorer } from "../../state/store.ts";
import { useSaving } from "../export/use-saving.ts";
import { toHtml } from "../report/html.ts";
import { toMarkdown } from "../report/markdown.ts";
import { makeReport } from "../report/use-report.ts";
import { TEXTS } from "../texts.ts";

const KINDS = [
  ["html", "HTML", "text/html;charset=utf-8", toHtml],
  ["md", "Markdown", "text/markdown;charset=utf-8", toMarkdown],
] as const;

export function ReportButtons() {
  const dataset = useDataset().data;
  const graph = useGraph(useExplorer((state) => state.view)).data;
  const names = useNames();
  const { busy, said, start } = useSaving<string>();
  if (!dataset || !graph) return null;
  const make = async ([extension, , type, write]: (typeof KINDS)[number]) => {
    const report = await makeReport({
      state: useExplorer.getState(),
      dataset,
      graph,
      nameOf: names.node,
      address: window.location.href,
      day: new Date().toISOString().slice(0, 10),
    });
    return { blob: new Blob([write(report)], { type }), name: `${dataset.id}-report.${extension}` };
  };
  return (
    <>
      <div className="sg-actions">
        {KINDS.map((kind) => (
          <Button
            key={kind[0]}
            size="compact-sm"
            variant="default"
            loading={busy === kind[0]}
            aria-label={TEXTS.reportAs(kind[1])}
            onClick={() => void start(kind[0], () => make(kind), TEXTS.reportSaved)}
          >
            {kind[1]}
          </Button>
        ))}
      </div>
      <p role="status" className="sg-line">
        {said}
      </p>
    </>
  );
}
