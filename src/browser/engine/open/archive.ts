/** Opens a ZIP archive: the package in it, or the one file in it that can be opened by itself. */

import { readZip } from "../../../formats/zip/read.ts";
import type { GivenFile } from "../protocol.ts";
import { bytesOf, inflate } from "../streams.ts";
import { filesBelow, openFiles, packageRoot } from "./package.ts";
import { baseName, type OpenRequest, openProblem, type ReadData, refused, tooLarge } from "./read.ts";

/** @param single opens a file that is no package */
export async function openArchive(
  { path, blob }: GivenFile,
  request: Pick<OpenRequest, "progress">,
  single: (file: GivenFile) => Promise<ReadData>,
  isKnown: (path: string) => boolean,
): Promise<ReadData> {
  const archive = baseName(path);
  const excess = tooLarge(archive, blob);
  if (excess) return refused(excess);
  request.progress({ stage: "reading", share: null });
  const bytes = await bytesOf(blob);
  if (bytes === null) return refused(openProblem("unreadable-file", archive, `${archive} cannot be read`));
  const { files, problems } = await readZip({
    archive,
    bytes,
    inflate,
    wanted: (name) => /\.(csv|json|txt)$/i.test(name) || isKnown(name),
  });
  if (problems.length > 0) return refused(...problems);
  const paths = [...files.keys()];
  const root = packageRoot(paths);
  if (root !== null) {
    const wanted = filesBelow(
      root,
      paths.map((name) => ({ path: name })),
    );
    const content = new Map(
      [...wanted].flatMap(([name, file]) => {
        const found = files.get(file.path);
        return found ? [[name, found] as const] : [];
      }),
    );
    return openFiles(content, root === "" ? archive.replace(/\.zip$/i, "") : root, request.progress);
  }
  const known = paths.filter(isKnown);
  const [only] = known;
  if (only !== undefined && known.length === 1)
    return single({ path: baseName(only), blob: new Blob([(files.get(only) ?? new Uint8Array(0)).slice()]) });
  return refused(
    openProblem(
      known.length > 1 ? "several-files" : "unknown-file",
      archive,
      known.length > 1
        ? `${archive} holds no dataset, but ${known.length} files that could each be one: ${known.slice(0, 5).map(baseName).join(", ")}`
        : `${archive} holds no dataset and no file that can be opened`,
    ),
  );
}
