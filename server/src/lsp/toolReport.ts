/** What other tools report, as far as we understand it. Pure, and without the protocol: the client runs it, too. */
import { type SameAs, TOOLS, type Tool } from "../core/notes/note.ts";

/** What a diagnostic of another tool says. It may name its code by number and by name. */
export interface ToolCode {
  readonly tool: Tool;
  readonly names: readonly string[];
}

/** A range, of which the lines count. */
export interface Lines {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}

/**
 * Reads the `source` and the `code` of a diagnostic, in whichever form; null where we do not know the tool.
 * `W0102:dangerous-default-value` and `python:S5717` are how Pylint's and Sonar's extensions write codes.
 */
export function readToolCode(source: unknown, code: unknown): ToolCode | null {
  const word = typeof source === "string" ? source.toLowerCase() : "";
  const tool = SOURCES.get(word) ?? TOOLS.find((one) => one === word);
  const value = typeof code === "object" && code !== null && "value" in code ? code.value : code;
  if (!tool || typeof value !== "string") return null;
  const names = value.split(":").filter((name) => /^[\w-]{2,80}$/.test(name) && name !== "python");
  return names.length > 0 ? { tool, names } : null;
}

/** Sources that are not called as the tool whose codes they use. */
const SOURCES: ReadonlyMap<string, Tool> = new Map([
  ["pycodestyle", "flake8"],
  ["pyflakes", "flake8"],
  ["mccabe", "flake8"],
  ["pylance", "pyright"],
  ["basedpyright", "pyright"],
  ["sonarlint", "sonar"],
  ["sonarqube", "sonar"],
]);

/** Whether a tool reports what a rule of ours does, which has these codes elsewhere. */
export function isSame(sameAs: SameAs, { tool, names }: ToolCode): boolean {
  return sameAs[tool]?.some((code) => names.includes(code)) ?? false;
}

/**
 * Whether one of a finding's places begins where a report is, or the other way round: tools underline a function, its
 * name or one of its parameters, a class or its method.
 */
export function standTogether(places: readonly Lines[], report: Lines): boolean {
  return places.some((place) => beginsIn(place, report) || beginsIn(report, place));
}

function beginsIn(one: Lines, other: Lines): boolean {
  return other.start.line <= one.start.line && one.start.line <= other.end.line;
}
