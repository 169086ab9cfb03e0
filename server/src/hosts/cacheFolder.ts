import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** `PYGLOSS_CACHE_DIR`, else where the system keeps what may be lost. */
export function cacheFolder(): string {
  const { PYGLOSS_CACHE_DIR, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (PYGLOSS_CACHE_DIR) return PYGLOSS_CACHE_DIR;
  if (process.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "pygloss", "cache");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "pygloss");
  return join(XDG_CACHE_HOME || join(homedir(), ".cache"), "pygloss");
}

/** Puts a file into the folder, at one blow. Where that is not possible it stays as it was, and nobody is told. */
export function keepInCache(name: string, data: string | Uint8Array): void {
  const file = join(cacheFolder(), name);
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(temporary, data, { mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    removeQuietly(temporary);
  }
}

export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Then the folder itself is none.
  }
}
