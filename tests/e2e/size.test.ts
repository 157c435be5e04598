/** The page's size budget: 350 kB of JavaScript, gzipped, lazy parts included. Raise it only in the commit that needs it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/require.ts";

const BUDGET_BYTES = 350_000;
const assets = path.join(ROOT, "dist/explorer/assets");

describe.skipIf(!existsSync(assets))("the built page", () => {
  it("keeps to its budget of JavaScript", () => {
    const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(1);
    const size = scripts.reduce(
      (sum, name) => sum + gzipSync(readFileSync(path.join(assets, name))).length,
      0,
    );
    expect(size).toBeLessThanOrEqual(BUDGET_BYTES);
  });
});
