/** A bar of support, oppose and neutral with the counts in words under it. */

import { Text } from "@mantine/core";
import type { Profile } from "../../../model/api.ts";
import { POLARITIES } from "../../../model/vocabulary.ts";
import { profileWords } from "../words/numbers.ts";
import { usePalette } from "./palette.ts";

type Counts = Omit<Profile, "statements" | "conditional"> & { readonly conditional?: number };

/** The words say all that the bar shows, so the bar itself is hidden from screen readers. */
export function ProfileBar({
  profile,
  words = true,
}: {
  readonly profile: Counts;
  readonly words?: boolean;
}) {
  const palette = usePalette();
  const total = profile.support + profile.oppose + profile.neutral;
  return (
    <div className="sg-profile">
      {total > 0 && (
        <div className="sg-profile-bar" aria-hidden="true">
          {POLARITIES.filter(({ id }) => profile[id] > 0).map(({ id, mark }) => (
            <span
              key={id}
              className="sg-profile-part"
              style={{
                flexGrow: profile[id],
                backgroundColor: palette.polarity[id],
                color: palette.background,
              }}
            >
              {profile[id] / total > 0.12 ? mark : ""}
            </span>
          ))}
        </div>
      )}
      {words && (
        <Text size="sm" component="p" className="sg-line">
          {profileWords(profile)}
        </Text>
      )}
    </div>
  );
}
