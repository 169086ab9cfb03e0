import { createHash } from "node:crypto";
import type { Finding } from "../core/api.ts";
import type { Source } from "../core/source.ts";

/**
 * Tells the findings of a file apart, and tells them again after the file has changed elsewhere: by the rule and the
 * code it marks, however that is spaced, and not by lines. Of several that look alike, each has its number.
 */
export class Fingerprints {
  private readonly source: Source;
  private readonly met = new Map<string, number>();

  constructor(source: Source) {
    this.source = source;
  }

  /** To be asked once for each finding, in the order of the text. */
  of({ rule, span }: Finding): string {
    const first = this.source.lineAt(span.start);
    const last = Math.max(first, this.source.lineAt(span.end));
    const lines = Array.from({ length: Math.min(last - first + 1, MOST_LINES) }, (_, n) => this.source.line(first + n));
    const key = JSON.stringify([rule, lines.join(" ").trim().replace(/\s+/g, " ")]);
    const number = this.met.get(key) ?? 0;
    this.met.set(key, number + 1);
    return createHash("sha256").update(`${number}${key}`).digest("hex").slice(0, 32);
  }
}

/** What a finding marks may be a whole class; its beginning tells it well enough. */
const MOST_LINES = 5;
