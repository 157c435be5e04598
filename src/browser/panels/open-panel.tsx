/** The dialog that opens data from the reader's computer: choose or drop, say what columns are, see every problem, explore. */

import { Button, Loader } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Problem } from "../../model/problem.ts";
import type { GivenFile, Progress, TableChoice, TablePreview } from "../engine/protocol.ts";
import { useLocal } from "../state/local.ts";
import { useExplorer } from "../state/store.ts";
import { Choose } from "./open/choose.tsx";
import { openData } from "./open/engine.ts";
import { ProblemTable } from "./open/problem-table.tsx";
import { TableForm } from "./open/table-form.tsx";
import { OPEN_TEXTS as T } from "./open/texts.ts";
import type { PanelProps } from "./panel.ts";
import "./panels.css";

type Stage =
  | { readonly kind: "choose" }
  | { readonly kind: "busy"; readonly progress: Progress }
  | { readonly kind: "table"; readonly files: readonly GivenFile[]; readonly preview: TablePreview }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "opened"; readonly id: string; readonly warnings: readonly Problem[] }
  | { readonly kind: "broken"; readonly message: string };

const BEGIN: Stage = { kind: "busy", progress: { stage: "reading", share: null } };

/** Takes what was given elsewhere on the page from the store. */
export function OpenPanel({ onClose }: PanelProps) {
  const [stage, setStage] = useState<Stage>({ kind: "choose" });
  const handed = useLocal((state) => state.given);
  const explore = (id: string) => {
    onClose();
    useExplorer.getState().setDataset(id);
  };
  const open = async (given: Promise<readonly GivenFile[]>, table: TableChoice | null) => {
    setStage(BEGIN);
    try {
      const files = await given;
      const outcome = await openData(files, table, (progress) => setStage({ kind: "busy", progress }));
      if (outcome.kind === "table") setStage({ ...outcome, files });
      else if (outcome.kind === "refused") setStage(outcome);
      else if (outcome.warnings.length === 0) explore(outcome.id);
      else setStage({ kind: "opened", id: outcome.id, warnings: outcome.warnings });
    } catch (error) {
      setStage({ kind: "broken", message: error instanceof Error ? error.message : String(error) });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is given is opened once
  useEffect(() => {
    if (!handed) return;
    useLocal.setState({ given: null });
    void open(handed, null);
  }, [handed]);
  const again = (
    <Button size="compact-sm" variant="default" onClick={() => setStage({ kind: "choose" })}>
      {T.again}
    </Button>
  );
  return (
    <div className="sg-panel sg-dialog">
      {stage.kind === "choose" && <Choose onFiles={(files) => void open(Promise.resolve(files), null)} />}
      {stage.kind === "busy" && <Busy progress={stage.progress} />}
      {stage.kind === "table" && (
        <>
          <TableForm
            preview={stage.preview}
            onChoose={(choice) => void open(Promise.resolve(stage.files), choice)}
          />
          {again}
        </>
      )}
      {stage.kind === "refused" && (
        <>
          <p role="alert" className="sg-line sg-lead">
            {T.refused(stage.problems.length)}
          </p>
          <ProblemTable problems={stage.problems} heading={T.problem} /> {again}
        </>
      )}
      {stage.kind === "opened" && (
        <>
          <p role="status" className="sg-line sg-lead">
            {T.remarks(stage.warnings.length)}
          </p>
          <ProblemTable problems={stage.warnings} heading={T.remark} />{" "}
          <Button size="compact-sm" onClick={() => explore(stage.id)}>
            {T.explore}
          </Button>
        </>
      )}
      {stage.kind === "broken" && (
        <>
          <p role="alert" className="sg-line">
            {T.broken(stage.message)}
          </p>
          {again}
        </>
      )}
    </div>
  );
}

function Busy({ progress: { stage, share } }: { readonly progress: Progress }) {
  return (
    <div className="sg-open-drop">
      <Loader size="sm" />
      <span role="status">{T.stages[stage]}</span>
      {share !== null && <span aria-hidden>{T.percent(share)}</span>}
    </div>
  );
}
