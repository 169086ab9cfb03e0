import * as v from "valibot";
import { nearest } from "../../server/src/core/notes/nearest.ts";
import { splitNote, validate } from "./frontMatter.ts";
import type { Problem } from "./problem.ts";

/** An order of reading as it was found: `knowledge/paths/<id>.md`. */
export interface RawPath {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly order: number;
  readonly text: string;
  readonly steps: readonly RawStep[];
}

export interface RawStep {
  readonly note: string;
  readonly why: string;
  /** From 1, in the file. */
  readonly line: number;
}

export function readPath(file: string, text: string): { path: RawPath | null; problems: Problem[] } {
  const parts = splitNote(text);
  if (!parts) {
    const message = "the path has no front matter";
    return { path: null, problems: [{ file, line: 1, message, remedy: "write one with title, order and notes" }] };
  }
  const { value, problems } = validate(file, parts.yaml, schema);
  if (!value) return { path: null, problems };
  const id = file.slice(file.lastIndexOf("/") + 1, -".md".length);
  const steps = Object.entries(value.notes).map(([note, why]) => ({ note, why, line: lineOfKey(text, note) }));
  return { path: { id, file, title: value.title, order: value.order, text: parts.body, steps }, problems };
}

export function checkPath({ file, steps, text }: RawPath, ids: ReadonlySet<string>): Problem[] {
  const problems = steps.flatMap(({ note, line }): Problem[] => {
    if (ids.has(note)) return [];
    const hint = nearest(note, [...ids], 1)[0];
    const remedy = hint ? `did you mean ${hint}?` : "write that note, or leave it out of the path";
    return [{ file, line, message: `there is no note ${note}`, remedy }];
  });
  if (text === "") {
    problems.push({ file, line: 1, message: "the path does not say whom it is for", remedy: "write one paragraph" });
  }
  return problems;
}

function lineOfKey(text: string, key: string): number {
  return text.split("\n").findIndex((row) => row.trimStart().startsWith(`${key}:`)) + 1 || 1;
}

const line = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty("must not be empty"),
  v.check((text) => !text.includes("\n"), "is one line"),
);

/** The keys of `notes` are ids: YAML keeps their order and refuses one that stands there twice. */
const schema = v.strictObject({ title: line, order: v.number(), notes: v.record(v.string(), line) });
