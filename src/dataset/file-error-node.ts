/** What the system refuses to do with a file or folder, as one line for people: which file, why, and what to do. */

/** A refusal of the system in words; its message is one line. */
export class FileError extends Error {}

/** An error of the system: it has a code and the call that failed. */
export type SystemError = Error & { readonly code: string; readonly syscall: string };

export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  "syscall" in error &&
  typeof error.syscall === "string";

const NO_RIGHTS = ["permission denied", "check your rights to it, or choose another place"] as const;
const NO_SPACE = ["no space left", "make room, or choose another disk"] as const;

/** Code → reason and remedy. */
const REASONS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EACCES: NO_RIGHTS,
  EPERM: NO_RIGHTS,
  EROFS: ["the disk is read-only", "choose a place that can be written to"],
  ENOSPC: NO_SPACE,
  EDQUOT: NO_SPACE,
  EFBIG: ["the file would be too large", "choose another disk, or ask for less"],
  ENOENT: ["no such file or folder", "check the path; a folder on the way to it may be missing"],
  ENOTDIR: ["a part of the path is no folder", "check the path"],
  EISDIR: ["it is a folder", "name a file"],
  EEXIST: ["it is there already", "choose another name"],
  ENOTEMPTY: ["the folder is not empty", "choose another name"],
  ENAMETOOLONG: ["the name is too long", "choose a shorter one"],
  ELOOP: ["its links go round in a circle", "mend the links, or choose another place"],
  EBUSY: ["another program uses it", "close that program, then try again"],
  ETXTBSY: ["another program uses it", "close that program, then try again"],
  EMFILE: ["too many files are open", "close other programs, then try again"],
  EIO: ["the disk failed", "check the disk, or choose another"],
};

/** The refusal in words. `what` is the file as the user knows it, `action` what could not be done: read, written. */
export function fileError(what: string, action: "read" | "written" | "used", error: SystemError): FileError {
  const [reason, remedy] = REASONS[error.code] ?? [error.code, "check the path, your rights and the disk"];
  return new FileError(`${what} cannot be ${action}: ${reason} (${error.code}); ${remedy}.`);
}
