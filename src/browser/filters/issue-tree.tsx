/** The tree of issues with a checkbox each; choosing one takes its sub-issues along. */

import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { IssueRecord } from "../../model/api.ts";
import { Icon } from "../shell/icons.tsx";
import { TEXTS } from "../texts.ts";
import classes from "./filters.module.css";
import { type Branch, firstBranches, issueTree, searchTree } from "./tree.ts";

/** Branches listed at a time under one parent. */
const STEP = 100;

interface BranchProps {
  readonly branch: Branch;
  readonly chosen: readonly string[];
  readonly within: boolean;
  readonly unfolded: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

function BranchItem({ branch, chosen, within, unfolded, onChange }: BranchProps) {
  const { issue, children } = branch;
  const [open, setOpen] = useState(false);
  const on = chosen.includes(issue.id);
  const showChildren = children.length > 0 && (open || unfolded);
  return (
    <li>
      <div className={classes["branch"]}>
        {children.length > 0 ? (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-expanded={showChildren}
            aria-label={showChildren ? TEXTS.fold(issue.shortLabel) : TEXTS.unfold(issue.shortLabel)}
            onClick={() => setOpen(!open)}
          >
            <span className={classes["chevron"]} data-open={showChildren || undefined}>
              <Icon name="right" size={13} />
            </span>
          </ActionIcon>
        ) : (
          <span className={classes["leaf"]} />
        )}
        <Checkbox
          size="xs"
          label={issue.shortLabel}
          title={issue.label}
          checked={on || within}
          disabled={within && !on}
          onChange={() => onChange(on ? chosen.filter((id) => id !== issue.id) : [...chosen, issue.id])}
        />
      </div>
      {showChildren && (
        <ul className={classes["branches"]}>
          <Branches
            branches={children}
            chosen={chosen}
            within={within || on}
            unfolded={unfolded}
            onChange={onChange}
          />
        </ul>
      )}
    </li>
  );
}

type BranchesProps = Omit<BranchProps, "branch"> & { readonly branches: readonly Branch[] };

/** The branches under one parent, the first of many. */
function Branches({ branches, ...rest }: BranchesProps) {
  const [most, setMost] = useState(STEP);
  const listed = firstBranches(branches, most, rest.chosen);
  const left = branches.length - listed.length;
  return (
    <>
      {listed.map((branch) => (
        <BranchItem key={branch.issue.id} branch={branch} {...rest} />
      ))}
      {left > 0 && (
        <li>
          <Button size="compact-xs" variant="subtle" onClick={() => setMost(most + STEP)}>
            {TEXTS.moreIssues(left)}
          </Button>
        </li>
      )}
    </>
  );
}

interface Props {
  readonly issues: readonly IssueRecord[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function IssueTree({ issues, chosen, onChange }: Props) {
  const [word, setWord] = useState("");
  const tree = useMemo(() => issueTree(issues), [issues]);
  const shown = useMemo(() => searchTree(tree, word), [tree, word]);
  return (
    <>
      <TextInput
        size="xs"
        mb={6}
        aria-label={TEXTS.findIssue}
        placeholder={TEXTS.findIssue}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <ul className={classes["tree"]} tabIndex={0} aria-label={TEXTS.issues}>
        <Branches
          key={word}
          branches={shown}
          chosen={chosen}
          within={false}
          unfolded={word !== ""}
          onChange={onChange}
        />
      </ul>
    </>
  );
}
