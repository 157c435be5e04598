/** Above the matrix: what cells are, the order, headings, and what the signs in the cells mean. */

import { Checkbox, NativeSelect } from "@mantine/core";
import { POLARITIES } from "../../../model/vocabulary.ts";
import type { Part } from "./cells.ts";
import { useMatrixChoice } from "./choice.ts";
import { ORDERS } from "./order.ts";
import { MATRIX_KINDS } from "./settings.ts";
import { StanceCell } from "./stance-cell.tsx";
import { MATRIX_TEXTS as TEXTS } from "./texts.ts";

const PLAIN = { count: 1, conditional: false, tentative: false } as const;

/** `hasHeadings`: the issues have any. */
export function MatrixToolbar({ hasHeadings }: { readonly hasHeadings: boolean }) {
  const { kind, order, headings, set } = useMatrixChoice();
  const signs: readonly (readonly [part: Part, label: string])[] = [
    ...(kind === "stance"
      ? POLARITIES.map(({ id, label }) => [{ ...PLAIN, polarity: id }, label] as const)
      : ([
          [{ ...PLAIN, polarity: "support" }, TEXTS.agree],
          [{ ...PLAIN, polarity: "oppose" }, TEXTS.disagree],
        ] as const)),
    [{ ...PLAIN, polarity: "support", conditional: true }, TEXTS.conditional],
    [{ ...PLAIN, polarity: "support", tentative: true }, TEXTS.tentative],
  ];
  return (
    <div className="sg-matrix-bar">
      <NativeSelect
        size="xs"
        label={TEXTS.kind}
        value={kind}
        data={MATRIX_KINDS.map((value) => ({ value, label: TEXTS.kinds[value] }))}
        onChange={(event) =>
          set({ kind: MATRIX_KINDS.find((one) => one === event.currentTarget.value) ?? "stance" })
        }
      />
      <NativeSelect
        size="xs"
        label={TEXTS.order}
        value={order}
        data={ORDERS.map((value) => ({ value, label: TEXTS.orders[value] }))}
        onChange={(event) =>
          set({ order: ORDERS.find((one) => one === event.currentTarget.value) ?? "coalition" })
        }
      />
      {kind === "stance" && hasHeadings && (
        <Checkbox
          size="xs"
          label={TEXTS.headings}
          checked={headings}
          onChange={(event) => set({ headings: event.currentTarget.checked })}
        />
      )}
      <ul className="sg-signs" aria-label={TEXTS.legend}>
        {signs.map(([part, label]) => (
          <li key={label}>
            <StanceCell parts={[part]} words="" />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
