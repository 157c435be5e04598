/** The sheet of keyboard shortcuts, made from the commands. */

import { Kbd, Table, Text } from "@mantine/core";
import { COMMANDS } from "../commands/registry.ts";
import { COMMAND_TEXTS, printedKey } from "../commands/texts.ts";
import { TEXTS } from "../texts.ts";

type Group = keyof typeof COMMAND_TEXTS.groups;
const GROUPS = Object.keys(COMMAND_TEXTS.groups) as readonly Group[];

export function Shortcuts() {
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {TEXTS.shortcutsWhere}
      </Text>
      {GROUPS.map((group) => {
        const commands = COMMANDS.filter((one) => one.group === group && one.keys);
        if (commands.length === 0) return null;
        return (
          <Table key={group} verticalSpacing={5} mb="sm">
            <caption style={{ captionSide: "top", textAlign: "left", fontWeight: 600 }}>
              {COMMAND_TEXTS.groups[group]}
            </caption>
            <Table.Tbody>
              {commands.map(({ id, label, keys = [] }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={400} w={190}>
                    {keys.map((key) => (
                      <Kbd key={key} mr={4}>
                        {printedKey(key)}
                      </Kbd>
                    ))}
                  </Table.Th>
                  <Table.Td>{label}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        );
      })}
    </>
  );
}
