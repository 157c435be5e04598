import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The tests in the browser are the longest: they go first, so that short ones fill what is left at the end. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const inBrowser = ({ moduleId }: TestSpecification): boolean => moduleId.includes("/tests/e2e/");
    return [...sorted.filter(inBrowser), ...sorted.filter((file) => !inBrowser(file))];
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/support/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine takes longer than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
    // Those in the browser wait about as much as they work.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: BrowserFirst },
  },
});
