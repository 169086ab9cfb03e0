import type { Span } from "../../core/api.ts";

/**
 * Where the `source` of each of a notebook's cells stands in its JSON; undefined for a cell without one. Only these
 * places are written, so the rest of the file stays as it is, to the byte. The JSON must be valid.
 */
export function findCellSources(json: string): (Span | undefined)[] {
  const cells = members(json, skipSpace(json, 0)).get('"cells"');
  if (!cells) return [];
  return items(json, cells.start).map((cell) => members(json, cell.start).get('"source"'));
}

/** Writes a cell's source in the form it had: one string or a list of lines, with the same indentation and escapes. */
export function writeSource(before: string, source: string): string {
  const quote = isEscaped(before) ? quoteAscii : (text: string) => JSON.stringify(text);
  if (!before.startsWith("[")) return quote(source);
  const lines = source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (lines.length === 0) return "[]";
  const [, open = ""] = /^\[(\s*)/.exec(before) ?? [];
  const [, close = ""] = /(?<!\s)(\s*)\]$/.exec(before) ?? [];
  const isEmpty = before.trim() === "[]" || /^\[\s*\]$/.test(before);
  const between = isEmpty || open === "" ? ", " : `,${open}`;
  return `[${isEmpty ? "" : open}${lines.map(quote).join(between)}${isEmpty ? "" : close}]`;
}

function isEscaped(text: string): boolean {
  return /\\u[0-9a-f]{4}/i.test(text) && !/[^\0-\x7f]/.test(text);
}

function quoteAscii(text: string): string {
  const encode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(/[^\0-\x7f]/g, encode);
}

/** The values of an object by their keys as written; of two with one key the last, as every reader of JSON has it. */
function members(json: string, start: number): Map<string, Span> {
  const found = new Map<string, Span>();
  if (json[start] !== "{") return found;
  let at = skipSpace(json, start + 1);
  while (json[at] === '"') {
    const keyEnd = skipString(json, at);
    const value = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const end = skipValue(json, value);
    found.set(json.slice(at, keyEnd), { start: value, end });
    at = skipSpace(json, skipComma(json, end));
  }
  return found;
}

function items(json: string, start: number): Span[] {
  const found: Span[] = [];
  if (json[start] !== "[") return found;
  let at = skipSpace(json, start + 1);
  while (at < json.length && json[at] !== "]") {
    const end = skipValue(json, at);
    found.push({ start: at, end });
    at = skipSpace(json, skipComma(json, end));
  }
  return found;
}

function skipValue(json: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const c = json[at];
    if (c === '"') at = skipString(json, at);
    else if (c === "{" || c === "[") {
      depth++;
      at++;
    } else if (c === "}" || c === "]") {
      depth--;
      at++;
    } else at = match(PLAIN, json, at);
  } while (depth > 0 && at < json.length);
  return at;
}

function skipComma(json: string, at: number): number {
  const next = skipSpace(json, at);
  return json[next] === "," ? next + 1 : next;
}

/** By hand, because a pattern that tries alternatives runs out of stack in a string of some megabytes. */
function skipString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

const skipSpace = (json: string, at: number) => match(SPACE, json, at);

const SPACE = /\s*/y;
/** Numbers, words, and inside of containers what stands between two values. */
const PLAIN = /[^"{}[\],\s]+|[,\s]+/y;

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}
