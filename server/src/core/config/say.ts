import { TomlDate } from "smol-toml";
import { nearest } from "../notes/nearest.ts";

/** The nearest right words, or where there is none, the words there are. */
export function hint(word: string, words: readonly string[], prefix: string): string {
  const near = nearest(word.toLowerCase(), [...words], 1);
  if (near[0] !== undefined) return `did you mean ${near[0]}?`;
  return prefix === "" ? "pygloss rules lists them" : `${prefix} ${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A value for a message: short, and in one line. */
export function told(value: unknown): string {
  if (value instanceof TomlDate) return "a date";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a table";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
}
