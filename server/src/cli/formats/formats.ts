import type { Shelf } from "../../core/api.ts";
import { Failure } from "../failure.ts";
import { diffFormat } from "./diff.ts";
import { githubFormat } from "./github.ts";
import { gitlabFormat } from "./gitlab.ts";
import { jsonFormat } from "./json.ts";
import { junitFormat } from "./junit.ts";
import type { Format } from "./report.ts";
import { sarifFormat } from "./sarif.ts";
import { statisticsFormat } from "./statistics.ts";
import { textFormat } from "./text.ts";

const MAKERS: Readonly<Record<string, (shelf: Shelf) => Format>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  gitlab: gitlabFormat,
  junit: junitFormat,
};

export const FORMATS = Object.keys(MAKERS);

export interface FormatOptions {
  readonly format: string;
  readonly statistics: boolean;
  readonly diff: boolean;
}

/** Throws a `Failure` for words that do not go together. */
export function makeFormat(shelf: Shelf, { format, statistics, diff }: FormatOptions): Format {
  if (statistics && diff) throw new Failure("--statistics and --diff do not go together; choose one");
  if (diff && format !== "text") throw new Failure(`--diff writes a patch, which is not ${format}; leave --format out`);
  if (diff) return diffFormat();
  if (!statistics) return (MAKERS[format] ?? textFormat)(shelf);
  if (format === "text" || format === "json") return statisticsFormat(shelf, format === "json");
  throw new Failure(`--statistics is written as text or json, not as ${format}`);
}
