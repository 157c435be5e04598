/** Tells zod, before any schema is made, not to try `new Function`: the page's policy forbids it, and browsers report the attempt. */

import { config } from "zod";

config({ jitless: true });
