import type { Span } from "../api.ts";

/** A key or a value that stands in a configuration file. */
export interface Word {
  /** The keys that lead to it, its own name among them when it is one. */
  readonly path: readonly string[];
  readonly isKey: boolean;
  /** Without quotes; escapes are left as they are. */
  readonly text: string;
  /** Of a key, with its quotes. */
  readonly span: Span;
}

/**
 * The words of a TOML file with their places, which the parser does not tell. A text that is no TOML, because someone is
 * just writing it, is read as far as it makes sense.
 */
export function* tomlWords(text: string): Generator<Word> {
  let header: readonly string[] = [];
  /** The keys that lead into the table around, and those that lead to the word. */
  let [base, path] = [header, header];
  let place: "header" | "key" | "value" = "key";
  const around: { base: readonly string[]; path: readonly string[]; isTable: boolean }[] = [];
  let last = "";
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const top = around.at(-1);
    if (token === "\n") {
      if (!top) [base, path, place] = [header, header, "key"];
    } else if (token === "[" && place === "key" && !top) {
      [header, place] = [[], "header"];
    } else if (token === "[" || token === "{") {
      if (place !== "value") continue;
      around.push({ base, path, isTable: token === "{" });
      if (token === "{") [base, place] = [path, "key"];
    } else if (token === "]" || token === "}") {
      if (top) [base, path, place] = [top.base, top.path, "value"];
      around.pop();
    } else if (token === "," && top?.isTable) {
      [path, place] = [base, "key"];
    } else if (token === "=") {
      // In a list there is none: the list was never closed, and this is the next line's.
      if (top && !top.isTable) [around.length, base, path] = [0, header, [...header, last]];
      place = "value";
    } else if (/^[\w"'+-]/.test(token)) {
      const [, quote = "", inside = ""] = /^("""|'''|["']|)(.*?)\1?$/s.exec(token) ?? [];
      last = inside;
      const isKey = place !== "value";
      if (place === "header") header = path = [...header, inside];
      else if (isKey) path = [...path, inside];
      // An empty key is to be seen, too.
      const start = index + (isKey ? 0 : quote.length);
      yield { path, isKey, text: inside, span: { start, end: start + (isKey ? token : inside).length } };
    }
  }
}

/** The words of an INI file; a value is one word in each of its lines. */
export function* iniWords(text: string): Generator<Word> {
  let section = "";
  let key = "";
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (/^\s*[#;]/.test(line)) continue;
    const word = (path: readonly string[], written: string, isKey: boolean, from = 0): Word => {
      const start = index + line.indexOf(written, from);
      return { path, isKey, text: written, span: { start, end: start + written.length } };
    };
    const [, opened] = /^\[([^\]]+)\]/.exec(line) ?? [];
    // A line that is indented goes on with the value of the one before it.
    const assigned = opened === undefined && /^([^\s=:][^=:]*?)\s*[=:]/.exec(line);
    if (opened !== undefined) {
      [section, key] = [opened, ""];
      yield word([section], opened, true);
    }
    if (assigned) {
      key = assigned[1] ?? "";
      yield word([section, key], key, true);
    }
    const from = assigned ? assigned[0].length : 0;
    const value =
      opened === undefined &&
      line
        .slice(from)
        .replace(/\s[#;].*$/, "")
        .trim();
    if (value && key !== "") yield word([section, key], value, false, from);
  }
}

const TOKEN = /#[^\n]*|""".*?(?:"""|$)|'''.*?(?:'''|$)|"(?:[^"\\\n]|\\[^\n])*"?|'[^'\n]*'?|[\w+-]+|./gs;
