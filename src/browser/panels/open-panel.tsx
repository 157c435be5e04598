/** The dialog that opens data from the reader's computer: choose or drop, say what columns are, see every problem, explore. */

import { Button, Loader } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Problem } from "../../model/problem.ts";
import type { Choice, GivenFile, Outcome, Progress } from "../engine/protocol.ts";
import { useLocal } from "../state/local.ts";
import { useExplorer } from "../state/store.ts";
import { Choose } from "./open/choose.tsx";
import type { GivenDates } from "./open/dates-form.tsx";
import { DnaForm } from "./open/dna-form.tsx";
import { openData } from "./open/engine.ts";
import { ProblemTable } from "./open/problem-table.tsx";
import { TableForm } from "./open/table-form.tsx";
import { OPEN_TEXTS as T } from "./open/texts.ts";
import { openTwoTables } from "./open/two-tables.ts";
import type { PanelProps } from "./panel.ts";
import "./panels.css";

type Stage =
  | { readonly kind: "choose" }
  | { readonly kind: "busy"; readonly progress: Progress }
  | { readonly kind: "form" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** `as`: the statement type that was taken of several; empty where there was no choice. */
  | {
      readonly kind: "opened";
      readonly id: string;
      readonly as: string;
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: "broken"; readonly message: string };

/** What must be said about the files that were given; kept until others are given, so that a refusal leads back to it. */
type Form = {
  readonly files: readonly GivenFile[];
  /** A second table that was given with the first. */
  readonly beside: GivenDates | null;
  /** Id of the dataset that was opened by it last, which another choice replaces; null = none yet. */
  readonly opened: string | null;
} & Extract<Outcome, { kind: "table" | "dna" }>;

const BEGIN: Stage = { kind: "busy", progress: { stage: "reading", share: null } };

/** Takes what was given elsewhere on the page from the store. */
export function OpenPanel({ onClose }: PanelProps) {
  const [stage, setStage] = useState<Stage>({ kind: "choose" });
  const [form, setForm] = useState<Form | null>(null);
  const handed = useLocal((state) => state.given);
  const explore = (id: string) => {
    onClose();
    useExplorer.getState().setDataset(id);
  };
  const open = async (given: Promise<readonly GivenFile[]>, choice: Choice | null) => {
    setStage(BEGIN);
    if (choice === null) setForm(null);
    try {
      const all = await given;
      const replaced = choice === null ? null : (form?.opened ?? null);
      const progress = (one: Progress) => setStage({ kind: "busy", progress: one });
      const whole = await openData(all, choice, progress, replaced);
      const two = choice === null ? await openTwoTables(all, whole) : null;
      const { outcome, files, beside } = two ?? { outcome: whole, files: all, beside: null };
      if (outcome.kind === "table" || outcome.kind === "dna") {
        setForm({ ...outcome, files, beside, opened: null });
        setStage({ kind: "form" });
      } else if (outcome.kind === "refused") setStage(outcome);
      else if (outcome.warnings.length === 0 && !outcome.dna) explore(outcome.id);
      else {
        if (outcome.dna)
          setForm({ kind: "dna", preview: outcome.dna, files, beside: null, opened: outcome.id });
        else setForm((before) => before && { ...before, opened: outcome.id });
        setStage({
          kind: "opened",
          id: outcome.id,
          as: outcome.dna?.first ?? "",
          warnings: outcome.warnings,
        });
      }
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
  const back = form && (
    <Button size="compact-sm" variant="default" onClick={() => setStage({ kind: "form" })}>
      {T.back}
    </Button>
  );
  const choose = (choice: Choice) => void open(Promise.resolve(form?.files ?? []), choice);
  return (
    <div className="sg-panel sg-dialog">
      {stage.kind === "choose" && <Choose onFiles={(files) => void open(Promise.resolve(files), null)} />}
      {stage.kind === "busy" && <Busy progress={stage.progress} />}
      {form && (
        <div hidden={stage.kind !== "form"}>
          {form.kind === "table" ? (
            <TableForm preview={form.preview} beside={form.beside} onChoose={choose} />
          ) : (
            <DnaForm preview={form.preview} onChoose={choose} />
          )}
          <p className="sg-line">{again}</p>
        </div>
      )}
      {stage.kind === "refused" && (
        <>
          <p role="alert" className="sg-line sg-lead">
            {T.refused(stage.problems.length)}
          </p>
          <ProblemTable problems={stage.problems} heading={T.problem} /> {back} {again}
        </>
      )}
      {stage.kind === "opened" && (
        <>
          <p role="status" className="sg-line sg-lead">
            {T.remarks(stage.warnings.length)} {stage.as !== "" && T.openedAs(stage.as)}
          </p>
          {stage.warnings.length > 0 && <ProblemTable problems={stage.warnings} heading={T.remark} />}
          <div className="sg-actions">
            <Button size="compact-sm" onClick={() => explore(stage.id)}>
              {T.explore}
            </Button>
            {back}
          </div>
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
