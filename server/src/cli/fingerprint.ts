import { createHash } from "node:crypto";
import type { Identity } from "../core/rules/baseline.ts";

/**
 * Tells the findings of a file apart, and tells them again after the file has changed elsewhere. Of several that look
 * alike, each has its number.
 */
export class Fingerprints {
  private readonly met = new Map<string, number>();

  /** To be asked once for each finding, in the order of the text. */
  of({ rule, symbol, code }: Identity): string {
    const key = JSON.stringify([rule, symbol, code]);
    const number = this.met.get(key) ?? 0;
    this.met.set(key, number + 1);
    return createHash("sha256").update(`${number}${key}`).digest("hex").slice(0, 32);
  }
}
