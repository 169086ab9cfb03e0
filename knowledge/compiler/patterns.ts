/** One top-level pattern of a `query.scm`. */
export interface QueryPattern {
  /** Without comments. */
  readonly text: string;
  /** Line of its first character in the file, from 1. */
  readonly line: number;
  /** Node kinds the pattern may begin with. */
  readonly kinds: readonly string[];
  readonly captures: readonly string[];
  /** Where it matches there is one of these words; null where that cannot be told. */
  readonly words: readonly string[] | null;
  /** The word is that of an attribute, `b` in `a.b`. */
  readonly hasDot: boolean;
  /** The comment lines directly above it, without `;`. */
  readonly example: readonly string[];
}

const TOKEN = /;[^\n]*|"(?:\\.|[^"\\])*"|[()[\]]|[^\s()[\]";]+|\n/g;

/** Splits a query file into its patterns. Unbalanced brackets end up in one pattern that does not compile. */
export function splitPatterns(text: string): QueryPattern[] {
  const patterns: QueryPattern[] = [];
  let tokens: { value: string; line: number }[] = [];
  let example: string[] = [];
  let depth = 0;
  let line = 1;
  const finish = () => {
    const first = tokens[0];
    if (first)
      patterns.push(
        makePattern(
          tokens.map((token) => token.value),
          first.line,
          example,
        ),
      );
    if (first) example = [];
    tokens = [];
  };
  for (const [value] of text.matchAll(TOKEN)) {
    if (value === "\n") {
      line++;
      continue;
    }
    if (value.startsWith(";")) {
      if (depth === 0) {
        finish();
        example.push(value.slice(1));
      }
      continue;
    }
    // Behind a complete form only its captures and quantifiers belong to it.
    const continues = value.startsWith("@") || /^[?*+]$/.test(value);
    if (depth === 0 && tokens.length > 0 && !continues) finish();
    tokens.push({ value, line });
    if (value === "(" || value === "[") depth++;
    if (value === ")" || value === "]") depth = Math.max(0, depth - 1);
  }
  finish();
  return patterns;
}

function makePattern(tokens: readonly string[], line: number, example: readonly string[]): QueryPattern {
  return {
    text: tokens
      .join(" ")
      .replace(/([([]) /g, "$1")
      .replace(/ ([)\]])/g, "$1"),
    line,
    kinds: [...new Set(rootKinds(tokens))],
    captures: [...new Set(tokens.filter((token) => token.startsWith("@")).map((token) => token.slice(1)))],
    ...requiredWords(tokens),
    example,
  };
}

/** What `#eq?` or `#any-of?` compare a capture with, if the capture is there in every match. */
function requiredWords(tokens: readonly string[]): Pick<QueryPattern, "words" | "hasDot"> {
  const unknown = { words: null, hasDot: false };
  if (tokens.some((token) => token === "[" || /^[?*]$/.test(token))) return unknown;
  const start = tokens.findIndex((token) => token === "#eq?" || token === "#any-of?");
  const [capture = "", ...compared] = start < 0 ? [] : tokens.slice(start + 1, tokens.indexOf(")", start));
  if (compared.length === 0 || compared.some((token) => !/^"\w+"$/.test(token))) return unknown;
  const words = compared.map((token) => JSON.parse(token) as string);
  return { words, hasDot: tokens.join(" ").includes(`attribute: ( identifier ) ${capture} `) };
}

/** `(kind ...)`, `"token"`, `((kind ...) (#predicate?))`, or each choice of `[...]`. */
function rootKinds(tokens: readonly string[]): string[] {
  const [first, second] = tokens;
  if (first?.startsWith('"')) return [JSON.parse(first) as string];
  if (first === "[") return choices(tokens).flatMap(rootKinds);
  if (first === "(" && (second === "(" || second === "[" || second?.startsWith('"'))) return rootKinds(tokens.slice(1));
  return first === "(" && second ? [second] : [];
}

function choices(tokens: readonly string[]): string[][] {
  const found: string[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token === ")" || token === "]") depth--;
    if (depth === 0 && found.length > 0) break;
    if (depth === 1 && !token.startsWith("@")) found.push([]);
    if (depth >= 1) found.at(-1)?.push(token);
    if (token === "(" || token === "[") depth++;
  }
  return found.filter((choice) => choice.length > 0);
}
