/** Whether a node key is of an actor or of an issue. Pure. */

import { parseNodeKey } from "../../../model/id.ts";

export const isNodeOf = (key: string, type: "actor" | "issue"): boolean => parseNodeKey(key)?.type === type;
