/** What a check of a whole workspace found, and what is to be told of it. Knows nothing of VS Code. */
export type Severity = "error" | "warning" | "information" | "hint";

export interface CheckedFile {
  /** Its address. */
  readonly uri: string;
  /** As its reader knows it, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly findings: readonly FileFinding[];
  /** How many places bring up each note, by id. */
  readonly met: Readonly<Record<string, number>>;
}

export interface FileFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Both count from 0. */
  readonly line: number;
  readonly character: number;
}

export interface Summary {
  /** By path. */
  readonly files: readonly CheckedFile[];
  /** Paths of what could not be read. */
  readonly leftOut: readonly string[];
  /** The reader did not stop it. */
  readonly isComplete: boolean;
}

export interface Count<T> {
  readonly of: T;
  readonly count: number;
}

/** A finding and the file it is in. */
export interface PlacedFinding {
  readonly file: CheckedFile;
  readonly finding: FileFinding;
}

export function byRule({ files }: Summary): { rule: string; places: PlacedFinding[] }[] {
  const rules = new Map<string, PlacedFinding[]>();
  for (const file of files) {
    for (const finding of file.findings) {
      const places = rules.get(finding.rule) ?? [];
      places.push({ file, finding });
      rules.set(finding.rule, places);
    }
  }
  return [...rules]
    .map(([rule, places]) => ({ rule, places }))
    .sort((a, b) => b.places.length - a.places.length || (a.rule < b.rule ? -1 : 1));
}

/** Folders with findings in their own files, most first. */
export function byFolder({ files }: Summary): Count<string>[] {
  return tally(files.map(({ path, findings }) => [folderOf(path), findings.length]));
}

/** Files with findings, most first. */
export function byFile({ files }: Summary): Count<CheckedFile>[] {
  return tally(files.map((file) => [file, file.findings.length]));
}

/** Ids of notes by how many places of all files bring them up. */
export function notesMet({ files }: Summary): Count<string>[] {
  return tally(files.flatMap(({ met }) => Object.entries(met)));
}

/** The folder of a path, without a slash at its end; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function tally<T>(pairs: readonly (readonly [T, number])[]): Count<T>[] {
  const counts = new Map<T, number>();
  for (const [of, count] of pairs) counts.set(of, (counts.get(of) ?? 0) + count);
  return [...counts]
    .map(([of, count]) => ({ of, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
