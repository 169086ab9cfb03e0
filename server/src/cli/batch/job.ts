import type { RuleLevels } from "../../core/api.ts";
import type { KnownFinding } from "../../core/rules/baseline.ts";
import type { NodeEngine } from "../../hosts/engine.ts";
import { type CheckOptions, checkBytes } from "../checkFile.ts";
import { fileFailure, NotText } from "../failure.ts";
import { readBytes } from "../files/read.ts";
import { replaceBytes } from "../files/write.ts";
import type { FileReport } from "../formats/report.ts";

/** A file to check, and how loud the rules are in it. Plain data, like its result. */
export interface Job {
  readonly path: string;
  readonly levels: RuleLevels;
  /** The versions that its project runs on, where it says so. */
  readonly python?: string | undefined;
  /** What a baseline knows of it. */
  readonly known?: readonly KnownFinding[];
}

/** What came of one file. Plain data: it may have crossed from another thread, or lain in the cache. */
export interface JobResult {
  /** Missing where the file could not be read. */
  readonly report?: FileReport;
  /** For the user, with the file's name in it. */
  readonly failure?: string;
  /** The failure is that the file is no text. */
  readonly isNotText?: boolean;
  /** A rule has failed, in this file or an earlier one, and is off. */
  readonly isPartial?: boolean;
}

/** Checks a file and, where that is wanted, writes back what the fixes made of it. Never throws. */
export async function checkPath(engine: NodeEngine, job: Job, how: CheckOptions): Promise<JobResult> {
  const { path } = job;
  try {
    const bytes = readBytes(path);
    const { report, fixed } = await engine.use((gloss) => checkBytes(gloss, job, bytes, how));
    if (!fixed) return { report, isPartial: engine.failed.size > 0 };
    try {
      await replaceBytes(path, bytes, fixed());
      return { report };
    } catch (error) {
      // The findings are still there, then.
      const { report } = await engine.use((gloss) => checkBytes(gloss, job, bytes, { ...how, fix: false }));
      return { report, failure: fileFailure(path, error).message };
    }
  } catch (error) {
    return { failure: fileFailure(path, error).message, isNotText: error instanceof NotText };
  }
}
