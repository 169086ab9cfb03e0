import { isStopped } from "../core/stopped.ts";

/** What a user did or has that PyGloss can do nothing with. Its message is for them; it means exit status 2. */
export class Failure extends Error {}

/** A file whose bytes are no text in its encoding. Python refuses it too, so a walk over a folder may go on without it. */
export class NotText extends Failure {}

/** What went wrong with a file, in one sentence that names it. */
export function fileFailure(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (isStopped(error)) return new Failure(`${path}${error.message.slice(error.file.length)}`);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new Failure(`${path}: ${REASONS[code] ?? ownMistake(error)}`);
}

/** For errors that nobody foresaw. */
export function ownMistake(error: unknown): string {
  return `this is a mistake in PyGloss itself: ${error instanceof Error ? error.message : error}`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "the file would be larger than is allowed",
  EISDIR: "is a folder",
  ELOOP: "its symbolic links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "no such file or folder",
  ENOSPC: "no space is left on the device",
  ENOTDIR: "a part of the path is not a folder",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
};
