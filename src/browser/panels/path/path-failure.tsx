/** A question that could not be understood: what is wrong, and names that were perhaps meant, one click each. */

import { Button } from "@mantine/core";
import type { ApiError } from "../../api/client.ts";
import { useExplorer } from "../../state/store.ts";
import { Failure } from "../parts/answered.tsx";
import { TEXTS } from "../texts.ts";
import { shownName } from "./suggest.ts";
import { useNames } from "./use-names.ts";

/** Node keys that the server proposes instead: near ones of an unknown name, all that bear an ambiguous one. */
export const suggestionsOf = (error: Pick<ApiError, "details">): readonly string[] => {
  const given = error.details["suggestions"] ?? error.details["matches"];
  return Array.isArray(given) ? given.filter((one): one is string => typeof one === "string") : [];
};

export function PathFailure({ error }: { readonly error: ApiError }) {
  const names = useNames();
  const { ask } = useExplorer.getState();
  const { parameter } = error;
  const replaceable = parameter === "from" || parameter === "to";
  const suggestions = replaceable ? suggestionsOf(error) : [];
  return (
    <Failure error={error} remedy={suggestions.length === 0}>
      {suggestions.length > 0 && (
        <div className="sg-actions">
          <span>{TEXTS.didYouMean}</span>
          {suggestions.map((key) => (
            <Button key={key} size="compact-sm" variant="default" onClick={() => ask({ [parameter]: key })}>
              {shownName(names, key)}
            </Button>
          ))}
        </div>
      )}
    </Failure>
  );
}
