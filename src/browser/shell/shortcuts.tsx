/** The sheet of keyboard shortcuts. */

import { Kbd, Table, Text } from "@mantine/core";
import { SHORTCUTS, TEXTS } from "../texts.ts";

export function Shortcuts() {
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {TEXTS.shortcutsWhere}
      </Text>
      <Table verticalSpacing={5}>
        <Table.Tbody>
          {SHORTCUTS.map(([keys, what]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={400} w={170}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Th>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
