import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/gloss.ts";
import { standardLibrary } from "../support/python.ts";

/** Of the lengths, in UTF-16 units, of which the pieces of real Python are that the fuzzer begins with. */
const SHORTEST = 30;
const LONGEST = 240;

/**
 * Pieces of real Python: paragraphs of files, each with the imports that its names come from, because without them few
 * rules have anything to say. Our own cases and examples reach the rules; the standard library has everything else.
 */
export function readCorpus(): { readonly own: readonly string[]; readonly library: readonly string[] } {
  const knowledge = join(ROOT, "knowledge");
  const own = filesIn(knowledge).flatMap((path) => {
    if (/\bcases(\.fixed)?\.py$/.test(path)) return pieces(readFileSync(path, "utf8").replace(/^\s*#\^.*\n/gm, ""));
    return path.endsWith(".md") ? examples(readFileSync(path, "utf8")).flatMap(pieces) : [];
  });
  const folder = standardLibrary();
  const modules = readdirSync(folder).filter((name) => name.endsWith(".py"));
  const library = modules.sort().flatMap((name) => pieces(readFileSync(join(folder, name), "utf8")));
  return { own: [...new Set(own)], library: [...new Set(library)] };
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function examples(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```python[^\n]*\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  return blocks.map((text) => text.replace(/^(>>>|\.\.\.) ?/gm, ""));
}

function pieces(text: string): string[] {
  const imports = [...text.matchAll(/^(?:import|from)\b[^\n(\\]*$/gm)].map(([line]) => line);
  return text
    .split(/\n\n+(?=\S)/)
    .map((paragraph) => {
      const needed = imports.filter((line) => !paragraph.includes(line) && bindsNameIn(line, paragraph));
      return [...needed, paragraph, ""].join("\n");
    })
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST);
}

function bindsNameIn(statement: string, text: string): boolean {
  const names = statement.replace(/^from\s+\S+\s+import\s+|^import\s+/, "").split(",");
  return names.some((name) => {
    const bound = name
      .trim()
      .split(/\s+as\s+/)
      .at(-1)
      ?.split(".")[0];
    return bound && new RegExp(`\\b${bound.replace(/\W/g, "")}\\b`).test(text);
  });
}
