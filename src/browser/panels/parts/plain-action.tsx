/** A button that is an icon; where it has nothing to do now it stays focusable, so that the focus is not lost with the last step. */

import { ActionIcon, type ActionIconProps } from "@mantine/core";
import { Icon, type IconName } from "../../shell/icons.tsx";

interface Props extends Pick<ActionIconProps, "size" | "variant" | "color"> {
  readonly label: string;
  readonly icon: IconName;
  readonly ready: boolean;
  readonly run: () => void;
}

export function PlainAction({ label, icon, ready, run, ...look }: Props) {
  return (
    <ActionIcon
      {...look}
      aria-label={label}
      title={label}
      aria-disabled={!ready}
      data-disabled={!ready}
      onClick={() => ready && run()}
    >
      <Icon name={icon} size={16} />
    </ActionIcon>
  );
}
