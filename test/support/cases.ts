import type { Gloss, PythonFile } from "../../server/src/core/api.ts";

/** A mark in a case file, or a finding: a line from 1, and the first line of what is marked. */
export type Mark = `${number}: ${string}`;

const MARK = /^\s*#\^ (.+)$/;

/** What a case file says is marked. A mark belongs to the nearest line above it that is none. */
export function expectedMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let line = 0;
  text.split("\n").forEach((content, index) => {
    const mark = MARK.exec(content);
    if (mark) marks.push(`${line}: ${mark[1] ?? ""}`);
    else line = index + 1;
  });
  return marks;
}

/** What a rule really marks, in the order of the text. */
export function actualMarks(file: PythonFile, rule: string): Mark[] {
  return file
    .findings()
    .filter((finding) => finding.rule === rule)
    .map(({ span }): Mark => {
      const text = file.source.text.slice(span.start, span.end).split("\n")[0] ?? "";
      return `${file.source.lineAt(span.start) + 1}: ${text}`;
    });
}

/** Parses, asks, frees. */
export function withFile<T>(gloss: Gloss, name: string, text: string, ask: (file: PythonFile) => T): T {
  const file = gloss.parse(name, text);
  try {
    return ask(file);
  } finally {
    file.free();
  }
}
