import { access, chmod, chown, constants, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Failure, fileFailure } from "../failure.ts";

/**
 * Replaces a file's bytes at one blow: a reader sees the old ones or the new ones, and a crash leaves one of them whole.
 * Symbolic links, mode and, as far as permitted, owner stay. Throws a `Failure` when the file is no longer `before`.
 */
export async function replaceBytes(path: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  try {
    const target = await realpath(path);
    const { mode, uid, gid } = await stat(target);
    // A rename asks only the folder; whoever protected the file meant the file.
    await access(target, constants.W_OK);
    const temporary = temporaryIn(dirname(target));
    try {
      await writeNew(temporary, after, mode);
      await chown(temporary, uid, gid).catch(() => undefined);
      await chmod(temporary, mode);
      if (!Buffer.from(before).equals(await readFile(target))) {
        throw new Failure(`${path}: was changed by someone else meanwhile; nothing was written. Run it again.`);
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw fileFailure(path, error);
  }
}

/** Makes a file that is not there yet, at one blow. Throws a `Failure`. */
export async function createBytes(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const temporary = temporaryIn(dirname(path));
    try {
      await writeNew(temporary, bytes, 0o600);
      // As any new file: who may read it, the user's mask says.
      await chmod(temporary, 0o666 & ~process.umask());
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw fileFailure(path, error);
  }
}

function temporaryIn(folder: string): string {
  return join(folder, `.pygloss-${process.pid}-${Math.random().toString(36).slice(2)}`);
}

async function writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, "wx", mode & 0o700);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
