/** Several nodes: those chosen as removable items, and a combobox to add one more. */

import { Button, CloseButton } from "@mantine/core";
import { useState } from "react";
import { TEXTS } from "../texts.ts";
import { NodeCombobox } from "./node-combobox.tsx";
import { exactNode, shownName } from "./suggest.ts";
import { useNames } from "./use-names.ts";

export interface NodeListFieldProps {
  readonly label: string;
  /** Node keys. */
  readonly nodes: readonly string[];
  readonly onChange: (nodes: readonly string[]) => void;
}

export function NodeListField({ label, nodes, onChange }: NodeListFieldProps) {
  const names = useNames();
  const [text, setText] = useState("");
  const [unknown, setUnknown] = useState(false);
  const add = (key: string | null) => {
    setUnknown(key === null);
    if (key === null) return;
    onChange([...new Set([...nodes, key])]);
    setText("");
  };
  return (
    <div>
      <div className="sg-combobox-add">
        <NodeCombobox
          label={label}
          value={text}
          error={unknown ? TEXTS.unknownName : undefined}
          onChange={(value, taken) => {
            setUnknown(false);
            if (taken) add(value);
            else setText(value);
          }}
          onEnter={() => {
            if (text !== "") add(exactNode(names, text));
          }}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={text === ""}
          aria-label={`${TEXTS.add}: ${label}`}
          onClick={() => add(exactNode(names, text))}
        >
          {TEXTS.add}
        </Button>
      </div>
      {nodes.length > 0 && (
        <ul className="sg-chips" aria-label={label}>
          {nodes.map((node) => (
            <li key={node}>
              {shownName(names, node)}
              <CloseButton
                size="xs"
                aria-label={TEXTS.remove(shownName(names, node))}
                onClick={() => onChange(nodes.filter((other) => other !== node))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
