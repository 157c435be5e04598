/** Asks which statement type of a DNA database is meant, which variable plays which role, and what the values of its polarity mean. */

import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { DNA_ROLES, type DnaRole } from "../../../formats/dna/mapping.ts";
import type { Polarity } from "../../../model/vocabulary.ts";
import type { DnaChoice, DnaPreview, DnaTypePreview } from "../../engine/protocol.ts";
import {
  candidates,
  dnaChoiceOf,
  FREE_ROLES,
  guessMeanings,
  guessRoles,
  isEnoughOf,
  type Roles,
} from "./dna-guess.ts";
import { OPEN_TEXTS as T } from "./texts.ts";
import { ValueMeanings } from "./value-meanings.tsx";

interface Props {
  readonly preview: DnaPreview;
  readonly onChoose: (choice: DnaChoice) => void;
}

type Meanings = ReadonlyMap<string, Polarity | null>;

export function DnaForm({ preview: { name, types, first, reason }, onChoose }: Props) {
  const [label, setLabel] = useState(first);
  const type = types.find((one) => one.label === label);
  if (!type) return null;
  return (
    <div className="sg-open-table">
      <h3>{T.dnaMapping(name)}</h3>
      <p className="sg-line sg-dim">{T.dnaWords}</p>
      {reason !== "" && <p className="sg-line">{T.dnaReason(reason)}</p>}
      {types.length > 1 && (
        <NativeSelect
          size="xs"
          label={T.dnaType}
          value={label}
          data={types.map((one) => ({ value: one.label, label: T.dnaTypeOf(one.label, one.statements) }))}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      )}
      <TypeForm key={label} type={type} onChoose={onChoose} />
    </div>
  );
}

/** The form of one statement type, begun anew for another. */
function TypeForm({
  type,
  onChoose,
}: {
  readonly type: DnaTypePreview;
  readonly onChoose: Props["onChoose"];
}) {
  const [roles, setRoles] = useState(() => guessRoles(type));
  const [said, setSaid] = useState<Meanings>(new Map());
  const polarity = type.variables.find((variable) => variable.name === roles.polarity);
  const meanings: Meanings = new Map([...(polarity ? guessMeanings(polarity) : []), ...said]);
  const setRole = (role: DnaRole, variable: string): void => {
    const { [role]: _before, ...others } = roles;
    setRoles(variable === "" ? others : ({ ...others, [role]: variable } as Roles));
    if (role === "polarity") setSaid(new Map());
  };
  const enough = isEnoughOf(roles);
  return (
    <form
      className="sg-open-table"
      onSubmit={(event) => {
        event.preventDefault();
        const values = [...meanings].flatMap(([value, meaning]) =>
          meaning ? [[value, meaning] as const] : [],
        );
        onChoose(dnaChoiceOf(type, roles, new Map(values)));
      }}
    >
      <div className="sg-open-fields">
        {DNA_ROLES.map((role) => (
          <NativeSelect
            key={role}
            size="xs"
            label={T.fields[role]}
            value={roles[role] ?? ""}
            data={[
              ...(FREE_ROLES.includes(role) || roles[role] === undefined
                ? [{ value: "", label: T.none }]
                : []),
              ...candidates(type, role).map((variable) => ({
                value: variable.name,
                label: variable.type === "field of documents" ? T.dnaField(variable.name) : variable.name,
              })),
            ]}
            onChange={(event) => setRole(role, event.currentTarget.value)}
          />
        ))}
      </div>
      {polarity && (
        <ValueMeanings
          column={polarity}
          meaningOf={(value) => meanings.get(value) ?? null}
          onMeaning={(value, meaning) => setSaid(new Map([...said, [value, meaning]]))}
        />
      )}
      {!enough && <p className="sg-line">{T.dnaNeeds}</p>}
      <Button type="submit" size="sm" disabled={!enough}>
        {T.dnaOpen}
      </Button>
    </form>
  );
}
