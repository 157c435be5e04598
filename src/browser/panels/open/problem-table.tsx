/** All problems with file, row, column and remedy; the first of very many, and the whole as a text to save. */

import { Button, Table } from "@mantine/core";
import type { Problem } from "../../../model/problem.ts";
import { save } from "../export/png.ts";
import { problemsText, remedyOf } from "./problems-text.ts";
import { OPEN_TEXTS as T } from "./texts.ts";

const MOST_SHOWN = 500;

interface Props {
  readonly problems: readonly Problem[];
  /** Heading of what is said of each. */
  readonly heading: string;
}

export function ProblemTable({ problems, heading }: Props) {
  const rest = problems.length - MOST_SHOWN;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className="sg-open-problems" aria-label={heading} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[T.file, T.row, T.column, heading, T.remedy].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {problems.slice(0, MOST_SHOWN).map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read the same, and the list is never reordered
              <Table.Tr key={at}>
                <Table.Td>{problem.file}</Table.Td>
                <Table.Td>{problem.row ?? ""}</Table.Td>
                <Table.Td>{problem.column}</Table.Td>
                <Table.Td>{problem.message}</Table.Td>
                <Table.Td>{remedyOf(problem)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {rest > 0 && <p className="sg-line">{T.more(rest)}</p>}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => save(new Blob([problemsText(problems)], { type: "text/plain" }), "problems.txt")}
      >
        {T.listAsText}
      </Button>
    </>
  );
}
