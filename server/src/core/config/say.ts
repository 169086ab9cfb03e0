import { TomlDate } from "smol-toml";
import { nearest } from "../notes/nearest.ts";
import { t, type Value, type Words } from "../words.ts";

/** The nearest right word, or where there is none, what `all` says of all there are. */
export function hint(word: string, words: readonly string[], all: (words: Words) => Words): Words {
  const [near] = nearest(word.toLowerCase(), [...words], 1);
  return near === undefined
    ? all(t`${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`)
    : t`did you mean ${near}?`;
}

/** A value for a message: short, and in one line. */
export function told(value: unknown): Value {
  if (value instanceof TomlDate) return t`a date`;
  if (Array.isArray(value)) return t`a list`;
  if (typeof value === "object" && value !== null) return t`a table`;
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
}
