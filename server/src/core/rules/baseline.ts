import type { Finding, PythonFile } from "../api.ts";

/** What a finding is known by when the code around it has changed: no lines, no columns, no white space. */
export interface Identity {
  readonly rule: string;
  /** The functions and classes around it, `Shop.load`; empty in the module itself. */
  readonly symbol: string;
  /** What it marks, in one line, or the beginning of that. */
  readonly code: string;
}

export interface KnownFinding extends Identity {
  /** How many that look alike are known. */
  readonly count: number;
}

/** Known findings by file; paths have slashes and start at the baseline's folder. */
export type Baseline = ReadonlyMap<string, readonly KnownFinding[]>;

export function identityOf({ rule, span }: Finding, file: PythonFile): Identity {
  const marked = file.source.slice(span.start, Math.min(span.end, span.start + 2 * MOST));
  const code = marked.trim().replace(/\s+/g, " ").slice(0, MOST);
  return { rule, symbol: file.symbolAt(span.start), code };
}

/** Which of a file's findings a baseline knows. Of those that look alike, as many as it counts, from the top. */
export function findKnown(
  findings: readonly Finding[],
  known: readonly KnownFinding[],
  file: PythonFile,
): ReadonlySet<Finding> {
  if (known.length === 0) return new Set();
  const left = new Map(known.map((one) => [keyOf(one), one.count]));
  return new Set(
    findings.filter((finding) => {
      const key = keyOf(identityOf(finding, file));
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count > 0;
    }),
  );
}

/** The findings as an editor shows them: what is known is out of the list of problems, and yet there for who comes by. */
export function hintWhatIsKnown(
  findings: readonly Finding[],
  known: readonly KnownFinding[],
  file: PythonFile,
): readonly Finding[] {
  const old = findKnown(findings, known, file);
  return old.size === 0 ? findings : findings.map((one) => (old.has(one) ? { ...one, severity: "hint" } : one));
}

/** How many entries of a baseline are more than what was found. */
export function countStale(known: readonly KnownFinding[], found: readonly Identity[]): number {
  const counts = new Map<string, number>();
  for (const one of found) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return known.filter((one) => (counts.get(keyOf(one)) ?? 0) < one.count).length;
}

/** Counts what looks alike. */
export function toKnown(found: readonly Identity[]): KnownFinding[] {
  const counts = new Map<string, KnownFinding>();
  for (const { rule, symbol, code } of found) {
    const key = keyOf({ rule, symbol, code });
    counts.set(key, { rule, symbol, code, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** The text of a baseline: sorted, with a line for each entry, so that a change of it is easily read. */
export function writeBaseline(baseline: Baseline): string {
  const files = [...baseline].filter(([, known]) => known.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = files.map(([path, known]) => {
    const lines = known.map(({ rule, symbol, code, count }) => JSON.stringify({ rule, symbol, code, count })).sort();
    return `    ${JSON.stringify(path)}: [\n      ${lines.join(",\n      ")}\n    ]`;
  });
  const body = blocks.length > 0 ? `{\n${blocks.join(",\n")}\n  }` : "{}";
  return `{\n  "about": ${JSON.stringify(ABOUT)},\n  "version": 1,\n  "files": ${body}\n}\n`;
}

/** Throws an `Error` whose message says what is wrong with the text, and where. */
export function readBaseline(text: string): Baseline {
  const conflict = /^<{7}|^>{7}/m.exec(text);
  if (conflict) throw new Error(`line ${lineAt(text, conflict.index)}: a merge left its marks`);
  const { version, files } = recordOf(parse(text)) ?? {};
  const byPath = recordOf(files);
  if (version !== 1 || !byPath) throw new Error("is no baseline of this version of PyGloss");
  return new Map(
    Object.entries(byPath).map(([path, known]) => {
      if (!Array.isArray(known) || !known.every(isKnown)) {
        const line = lineAt(text, Math.max(0, text.indexOf(JSON.stringify(path))));
        throw new Error(`line ${line}: ${JSON.stringify(path)} has an entry without rule, symbol, code and count`);
      }
      return [path, known];
    }),
  );
}

const ABOUT = "Findings that pygloss check takes for known. pygloss check --write-baseline writes it.";

/** A finding may mark a whole class; its beginning tells it well enough. */
const MOST = 100;

function keyOf({ rule, symbol, code }: Identity): string {
  return JSON.stringify([rule, symbol, code]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(said)?.[1];
    const place = position === undefined ? "" : `line ${lineAt(text, Number(position))}: `;
    throw new Error(`${place}is no JSON`);
  }
}

function isKnown(entry: unknown): entry is KnownFinding {
  const { rule, symbol, code, count } = recordOf(entry) ?? {};
  return [rule, symbol, code].every((word) => typeof word === "string") && Number.isInteger(count) && Number(count) > 0;
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
