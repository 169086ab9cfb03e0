import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type FrontMatter, readFrontMatter, readTopic, splitNote } from "./frontMatter.ts";
import { type RawPath, readPath } from "./paths.ts";
import { type QueryPattern, splitPatterns } from "./patterns.ts";
import type { Problem } from "./problem.ts";

/** A note as it was found, with whatever keeps it company. Paths are from the project's root. */
export interface RawNote {
  readonly id: string;
  readonly topic: string;
  /** The Markdown file. */
  readonly file: string;
  readonly front: FrontMatter;
  readonly body: string;
  readonly bodyLine: number;
  readonly query: { readonly file: string; readonly patterns: readonly QueryPattern[] } | null;
  readonly hasRule: boolean;
  /** Whether the rule is about our comments, and so needs no place in the syntax. */
  readonly judgesComments: boolean;
  /** `cases.py`, if there is one. */
  readonly cases: string | null;
}

export interface RawTopic {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly text: string;
}

export interface RawKnowledge {
  readonly topics: readonly RawTopic[];
  readonly notes: readonly RawNote[];
  /** In the order in which they are offered. */
  readonly paths: readonly RawPath[];
  readonly problems: readonly Problem[];
}

const COMPANY: ReadonlySet<string> = new Set(["note.md", "query.scm", "rule.ts", "cases.py", "cases.fixed.py"]);
const NOT_TOPICS: ReadonlySet<string> = new Set(["codes", "compiler", "generated", "paths"]);

/** Reads `knowledge/` under a project's root. A file that is out of place is a problem, not ignored. */
export async function readKnowledge(root: string): Promise<RawKnowledge> {
  const topics: RawTopic[] = [];
  const notes: RawNote[] = [];
  const problems: Problem[] = [];
  const reader = new Reader(root, problems);
  for (const entry of await readdir(join(root, "knowledge"), { withFileTypes: true })) {
    if (!entry.isDirectory() || NOT_TOPICS.has(entry.name)) continue;
    const topic = await reader.topic(entry.name);
    if (topic) topics.push(topic);
    notes.push(...(await reader.notes(entry.name)));
  }
  topics.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
  const paths = await reader.paths();
  return { topics, notes, paths, problems };
}

class Reader {
  private readonly root: string;
  private readonly problems: Problem[];

  constructor(root: string, problems: Problem[]) {
    this.root = root;
    this.problems = problems;
  }

  async topic(id: string): Promise<RawTopic | null> {
    const file = `knowledge/${id}/topic.md`;
    const text = await this.text(file);
    const parts = text === null ? null : splitNote(text);
    if (!parts) {
      this.problem(
        file,
        1,
        "the topic has no topic.md with front matter",
        "write one with title, order and a paragraph",
      );
      return null;
    }
    const { topic, problems } = readTopic(file, parts.yaml);
    this.problems.push(...problems);
    return topic && { id, ...topic, text: parts.body };
  }

  async notes(topic: string): Promise<RawNote[]> {
    const notes: (RawNote | null)[] = [];
    for (const entry of await readdir(join(this.root, "knowledge", topic), { withFileTypes: true })) {
      const path = `knowledge/${topic}/${entry.name}`;
      if (entry.isDirectory()) notes.push(await this.folder(topic, entry.name, path));
      else if (entry.name.endsWith(".md")) {
        if (entry.name !== "topic.md") notes.push(await this.note(topic, entry.name.slice(0, -3), path, null));
      } else this.problem(path, 1, "this file belongs to no note", "move it into its note's folder");
    }
    return notes.filter((note) => note !== null);
  }

  /** Orders of reading, one file each. A project may have none. */
  async paths(): Promise<RawPath[]> {
    const paths: RawPath[] = [];
    for (const name of await readdir(join(this.root, "knowledge/paths")).catch(() => [])) {
      const file = `knowledge/paths/${name}`;
      const text = name.endsWith(".md") ? await this.text(file) : null;
      if (text === null) {
        this.problem(file, 1, "this is no reading path", "a path is one file, <id>.md");
        continue;
      }
      const { path, problems } = readPath(file, text);
      this.problems.push(...problems);
      if (path) paths.push(path);
    }
    return paths.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
  }

  private async folder(topic: string, id: string, path: string): Promise<RawNote | null> {
    const files = await readdir(join(this.root, path));
    for (const file of files) {
      if (!COMPANY.has(file)) {
        this.problem(
          `${path}/${file}`,
          1,
          "a note's folder has no such file",
          `it may have: ${[...COMPANY].join(", ")}`,
        );
      }
    }
    if (!files.includes("note.md")) {
      this.problem(path, 1, "the folder has no note.md", "write it, or remove the folder");
      return null;
    }
    return this.note(topic, id, `${path}/note.md`, { path, files });
  }

  private async note(
    topic: string,
    id: string,
    file: string,
    folder: { path: string; files: readonly string[] } | null,
  ): Promise<RawNote | null> {
    const parts = splitNote((await this.text(file)) ?? "");
    if (!parts) {
      this.problem(file, 1, "the note has no front matter", "begin it with --- and end the front matter with ---");
      return null;
    }
    const { front, problems } = readFrontMatter(file, parts.yaml);
    this.problems.push(...problems);
    if (!front) return null;
    const has = (name: string) => folder?.files.includes(name) ?? false;
    const queryFile = folder && has("query.scm") ? `${folder.path}/query.scm` : null;
    return {
      id,
      topic,
      file,
      front,
      body: parts.body,
      bodyLine: parts.bodyLine,
      query: queryFile ? { file: queryFile, patterns: splitPatterns((await this.text(queryFile)) ?? "") } : null,
      hasRule: has("rule.ts"),
      judgesComments:
        folder && has("rule.ts") ? /\bcheckIgnore\b/.test((await this.text(`${folder.path}/rule.ts`)) ?? "") : false,
      cases: folder && has("cases.py") ? `${folder.path}/cases.py` : null,
    };
  }

  private async text(file: string): Promise<string | null> {
    try {
      return (await readFile(join(this.root, file), "utf8")).replaceAll("\r\n", "\n");
    } catch {
      return null;
    }
  }

  private problem(file: string, line: number, message: string, remedy: string): void {
    this.problems.push({ file, line, message, remedy });
  }
}
