import { parse, TomlError } from "smol-toml";
import type { Shelf, Span } from "../api.ts";
import { nearest } from "../notes/nearest.ts";
import { printable } from "../printable.ts";
import type { Position } from "../source.ts";
import { Source } from "../source.ts";
import { say, type Translations, t, type Words } from "../words.ts";
import type { Config } from "./config.ts";
import { locate } from "./locate.ts";
import { isVersions } from "./python.ts";
import { type Mistake, readSection } from "./readSection.ts";

/** Something wrong in a `pyproject.toml`, and where; lines and characters count from 0. */
export interface ConfigProblem {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
}

/** A `pyproject.toml` as far as it is about PyGloss. */
export interface ProjectFile {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Reads a `pyproject.toml`; null for one that says nothing about PyGloss. Without translations its problems are told in English. */
export function readProjectFile(
  text: string,
  shelf: Shelf,
  translations: Translations = new Map(),
): ProjectFile | null {
  const tell = (message: Words) => printable(say(message, translations).slice(0, LONGEST_MESSAGE));
  let file: Record<string, unknown>;
  try {
    file = parse(text);
  } catch (error) {
    // Whoever else reads the file will complain too, but only we know that it was meant for us.
    return /pygloss/.test(text) ? { config: {}, problems: [syntaxProblem(text, error, tell)] } : null;
  }
  const tool = tableOf(file["tool"]);
  const misplaced = findMisplaced(file, tool);
  if (!("pygloss" in tool) && misplaced.length === 0) return null;
  const { config, mistakes } = "pygloss" in tool ? readSection(tool["pygloss"], shelf) : { config: {}, mistakes: [] };
  const requires = tableOf(file["project"])["requires-python"];
  const inside = mistakes.map((mistake) => ({ ...mistake, path: ["tool", "pygloss", ...mistake.path] }));
  return {
    config: config.python === undefined && isVersions(requires) ? { ...config, python: requires } : config,
    problems: [...misplaced, ...inside].slice(0, MOST_PROBLEMS).map(({ path, value, message }) => ({
      range: rangeOf(text, locate(text, path, value)),
      message: tell(message),
    })),
  };
}

/** On which Python the project of a `pyproject.toml` runs, be the file about PyGloss or not. */
export function readPython(text: string): string | undefined {
  try {
    const file = parse(text);
    const ours = tableOf(tableOf(file["tool"])["pygloss"])["python"];
    const versions = isVersions(ours) ? ours : tableOf(file["project"])["requires-python"];
    return isVersions(versions) ? versions : undefined;
  } catch {
    // Its owner will hear of that from others.
    return undefined;
  }
}
/** Each is looked for in the whole text. */
const MOST_PROBLEMS = 50;
/** In UTF-16 units: a key may be as long as the file. */
const LONGEST_MESSAGE = 400;

/** `[pygloss]` and `[tool.pyglos]` would be read by nobody. */
function findMisplaced(file: Record<string, unknown>, tool: Record<string, unknown>): Mistake[] {
  const found: Mistake[] = [];
  if ("pygloss" in file)
    found.push({ path: ["pygloss"], message: t`[pygloss] is read by nobody; write [tool.pygloss]` });
  for (const name of Object.keys(tool)) {
    if (name === "pygloss" || nearest(name.toLowerCase(), ["pygloss"], 1).length === 0) continue;
    found.push({ path: ["tool", name], message: t`there is no tool ${name}; did you mean [tool.pygloss]?` });
  }
  return found;
}

function syntaxProblem(text: string, error: unknown, tell: (message: Words) => string): ConfigProblem {
  const { line, column } = error instanceof TomlError ? error : { line: 1, column: 1 };
  const start = { line: line - 1, character: Math.max(0, column - 1) };
  const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  const said = reason.replace(/^Invalid TOML document:\s*/, "");
  const end = { line: start.line, character: Math.max(start.character, new Source(text).line(start.line).length) };
  return { range: { start, end }, message: tell(t`the file is no TOML: ${said}; nothing of it counts`) };
}

function rangeOf(text: string, { start, end }: Span): ConfigProblem["range"] {
  const source = new Source(text);
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

function tableOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
