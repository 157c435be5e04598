/** Fetches a file of the server as text; failures are those of every other request. */

import type { ProblemDetails } from "../../../model/api.ts";
import { ApiError } from "../../api/client.ts";
import { ask } from "../../api/transport.ts";
import { TEXTS } from "../texts.ts";

/** @throws ApiError */
export async function fetchText(path: string): Promise<string> {
  const response = await ask(path).catch(() => null);
  if (!response) throw new ApiError({ status: 0, detail: TEXTS.noAnswer, remedy: TEXTS.tryAgain });
  if (response.ok) return response.text();
  const problem = (await response.json().catch(() => null)) as Partial<ProblemDetails> | null;
  throw new ApiError({
    ...problem,
    status: response.status,
    detail: problem?.detail ?? TEXTS.noAnswer,
    remedy: problem?.remedy ?? TEXTS.tryAgain,
  });
}
