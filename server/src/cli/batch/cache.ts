import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cacheFolder, keepInCache } from "../../hosts/cacheFolder.ts";
import type { CheckOptions } from "../checkFile.ts";
import type { FileReport } from "../formats/report.ts";
import type { Job } from "./job.ts";

type Kept = Omit<FileReport, "path" | "fixed">;

/** More than this is not kept of files that a run did not meet. */
const MOST = 50_000;

/**
 * Remembers what was found in files, by their content, their path and the rules, so that a second run reads only.
 * There is one file for each folder that PyGloss is run in. It is replaced at one blow; one that is damaged, or of
 * another version, counts as empty. Where it cannot be written nothing is remembered, and nobody is told.
 */
export class Cache {
  private readonly name: string;
  private readonly salt: string;
  private readonly before: ReadonlyMap<string, Kept>;
  private readonly after = new Map<string, Kept>();

  /** `bundle` is the program itself: other rules, other findings. */
  constructor(bundle: string, how: CheckOptions) {
    const program = createHash("sha256").update(readFileSync(bundle)).digest("hex");
    this.salt = JSON.stringify([program, how.minSeverity]);
    this.name = `${digest(resolve("."))}.json`;
    this.before = readEntries(join(cacheFolder(), this.name));
  }

  key({ path, levels, python, known = [] }: Job, bytes: Uint8Array): string {
    return createHash("sha256")
      .update(JSON.stringify([this.salt, path, levels, python, known]))
      .update(bytes)
      .digest("base64");
  }

  get(key: string, path: string): FileReport | null {
    const kept = this.before.get(key);
    if (!kept) return null;
    this.after.set(key, kept);
    return { path, ...kept, fixed: 0 };
  }

  set(key: string, { findings, known, fixable }: FileReport): void {
    this.after.set(key, { findings, known, fixable });
  }

  save(): void {
    const others = [...this.before].filter(([key]) => !this.after.has(key)).slice(-MOST);
    if (others.length === this.before.size && this.after.size === 0) return;
    keepInCache(this.name, JSON.stringify([...others, ...this.after]));
  }
}

function readEntries(file: string): ReadonlyMap<string, Kept> {
  try {
    const entries: unknown = JSON.parse(readFileSync(file, "utf8"));
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

function isEntry(entry: unknown): entry is [string, Kept] {
  if (!Array.isArray(entry) || typeof entry[0] !== "string") return false;
  const kept: unknown = entry[1];
  if (typeof kept !== "object" || kept === null) return false;
  if (!("findings" in kept && "known" in kept && "fixable" in kept)) return false;
  const areFindings = (list: unknown) => Array.isArray(list) && list.every(isFinding);
  return areFindings(kept.findings) && areFindings(kept.known) && typeof kept.fixable === "object";
}

function isFinding(finding: unknown): boolean {
  if (typeof finding !== "object" || finding === null) return false;
  return ["rule", "message", "severity", "range", "fixes", "identity", "fingerprint"].every((key) => key in finding);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
