/** What can be wrong with an archive: code → remedy. */

import type { Problem } from "../../model/problem.ts";

export const ZIP_PROBLEMS = {
  "not-a-zip": "Make the archive again, with any program that writes ZIP.",
  "damaged-zip": "Copy or make the archive again.",
  "zip-too-large": "Unpack the archive and open the folder, or leave out what is no part of the dataset.",
  "zip-encrypted": "Make the archive without a password.",
  "zip-method": "Make the archive with the usual compression (deflate) or none.",
  "zip-unsafe-path": "Make the archive anew from the folder of the dataset; names may not lead out of it.",
  "zip-doubled": "Make the archive anew, with each file once.",
} as const;

export type ZipCode = keyof typeof ZIP_PROBLEMS;

/** @param file the archive, or a file in it */
export const zipProblem = (code: ZipCode, file: string, message: string): Problem => ({
  file,
  row: null,
  column: "",
  code,
  message,
  remedy: ZIP_PROBLEMS[code],
});
