import { TOOLS, type Tool } from "./note.ts";

export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  ruff: "Ruff",
  flake8: "flake8",
  pylint: "Pylint",
  sonar: "Sonar",
  pyright: "Pyright",
  bandit: "Bandit",
};

/** A code as a tool's diagnostic has it. One diagnostic may name it by number and by name. */
export interface ToolCode {
  readonly tool: Tool;
  readonly names: readonly string[];
}

/**
 * Whose a diagnostic is and what it says, from its `source` and its `code`, in whichever form; null where we do not know
 * the tool. `W0102:dangerous-default-value` and `python:S5717` are how Pylint's and Sonar's extensions write them.
 */
export function readToolCode(source: unknown, code: unknown): ToolCode | null {
  const tool = typeof source === "string" ? toolOf(source) : undefined;
  const value = isObject(code) && "value" in code ? code.value : code;
  if (!tool || (typeof value !== "string" && typeof value !== "number")) return null;
  const names = String(value)
    .split(":")
    .map((name) => name.trim())
    .filter((name) => /^[\w-]{2,60}$/.test(name) && name !== "python");
  return names.length > 0 ? { tool, names } : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function toolOf(source: string): Tool | undefined {
  const word = source.toLowerCase();
  return SOURCES.get(word) ?? TOOLS.find((tool) => tool === word);
}

/** Sources that are not called as the tool is. */
const SOURCES: ReadonlyMap<string, Tool> = new Map([
  ["pycodestyle", "flake8"],
  ["pyflakes", "flake8"],
  ["mccabe", "flake8"],
  ["pylance", "pyright"],
  ["basedpyright", "pyright"],
  ["sonarlint", "sonar"],
  ["sonarqube", "sonar"],
  ["sonarpython", "sonar"],
]);
