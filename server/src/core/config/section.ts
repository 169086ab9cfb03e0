import type { Span } from "../api.ts";
import { KEYS, LEVELS, PROFILES } from "./config.ts";
import { tomlWords, type Word } from "./words.ts";

/** A place in `[tool.pygloss]` where one of our words stands, or is to stand. */
export interface SectionPlace {
  /** `table` is a key in a header. */
  readonly kind: "key" | "table" | "rule" | "level" | "profile" | "tool";
  /** What stands there, maybe nothing; without quotes. */
  readonly text: string;
  readonly span: Span;
  /** What stands beside it in the same table or list. */
  readonly others: ReadonlySet<string>;
  readonly isQuoted: boolean;
}

/** What an offset of a `pyproject.toml` is for; null where none of our words belongs. */
export function sectionPlaceAt(offset: number, text: string): SectionPlace | null {
  const start = offset - (/[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  // Where nothing stands yet, no word has a path; a mark in its place has one.
  const words = [...tomlWords(text.slice(0, start) + MARK + text.slice(end))];
  const marked = words.find((word) => word.text === MARK);
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const kind = marked && kindOf(marked, /^\s*\[[^"'\]]*$/.test(line));
  if (!kind) return null;
  const parent = JSON.stringify(parentOf(marked));
  const beside = words.filter((word) => word !== marked && word.isKey === marked.isKey);
  const others = beside.filter((word) => JSON.stringify(parentOf(word)) === parent).map((word) => word.text);
  const isQuoted = /["']/.test(text[start - 1] ?? "");
  return { kind, text: text.slice(start, end), span: { start, end }, others: new Set(others), isQuoted };
}

/** The words that fit, but for rules, which are in the catalog, and tools. */
export function wordsFor(kind: SectionPlace["kind"]): readonly string[] {
  if (kind === "key") return KEYS;
  if (kind === "table") return TABLES;
  if (kind === "level") return LEVELS;
  return kind === "profile" ? PROFILES : [];
}

const MARK = "pygloss-is-here";
/** Keys whose values are tables. */
const TABLES = ["rules", "per-file-rules"];

function kindOf({ path, isKey }: Word, isHeader: boolean): SectionPlace["kind"] | null {
  const [tool, ours, key = "", ...more] = path;
  if (tool !== "tool" || ours !== "pygloss") return null;
  const depth = more.length;
  if (isKey && depth === 0 && path.length === 3) return isHeader ? "table" : "key";
  if ((key === "rules" && depth === 1) || (key === "per-file-rules" && depth === 2)) return isKey ? "rule" : "level";
  if (isKey || depth > 0) return null;
  if (key === "profile") return "profile";
  return key === "deferTo" ? "tool" : null;
}

/** The table that a key stands in, or the list that a value does. */
function parentOf({ path, isKey }: Word): readonly string[] {
  return isKey ? path.slice(0, -1) : path;
}
