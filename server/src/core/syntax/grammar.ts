import { Language, Parser, type Point, Query, type Tree, Edit as TreeEdit } from "web-tree-sitter";
import type { Change } from "../api.ts";
import type { Stretch } from "../module/stretch.ts";
import { withOwn } from "../notes/damaged.ts";
import { Source } from "../source.ts";
import { CompiledQueries, compileAhead } from "./compiled.ts";
import { withoutLongComments } from "./longComments.ts";
import { quicken, type Runtime } from "./memory.ts";

/** Python's grammar, ready to parse and to compile queries. There is one per process. */
export class Grammar {
  private readonly parser: Parser;
  private readonly language: Language;
  /** Trees of texts without their long comments. */
  private readonly partial = new WeakSet<Tree>();
  /** Into what the library was given to begin with, it puts all that it calls. */
  private readonly calls: Runtime;
  private readonly compiled: CompiledQueries;

  private constructor(parser: Parser, language: Language, calls: Runtime, compiled: CompiledQueries) {
    this.parser = parser;
    this.language = language;
    this.calls = calls;
    this.compiled = compiled;
  }

  /** Takes the bytes of `web-tree-sitter.wasm` and `tree-sitter-python.wasm`, and of `queries.bin` if there is one. Throws `Damaged`. */
  static async load(runtime: Uint8Array, grammar: Uint8Array, queries?: Uint8Array): Promise<Grammar> {
    const calls: Runtime & { wasmBinary: Uint8Array } = { wasmBinary: runtime };
    await withOwn("web-tree-sitter.wasm", () => Parser.init(calls));
    quicken(calls);
    const language = await withOwn("tree-sitter-python.wasm", () => Language.load(grammar));
    const parser = new Parser();
    parser.setLanguage(language);
    return new Grammar(parser, language, calls, new CompiledQueries(calls, queries));
  }

  /**
   * After the parser was stopped in its middle: nothing calls it any more, not even the library when it gives back what
   * is garbage.
   */
  cutOff(): void {
    for (const [name, value] of Object.entries(this.calls))
      if (typeof value === "function") Reflect.set(this.calls, name, () => 0);
  }

  /** Never fails: what is not Python becomes ERROR nodes. The caller frees the tree with `delete()`. */
  parse(text: string | Source): Tree {
    return this.run(typeof text === "string" ? new Source(text) : text);
  }

  /**
   * Parses a text again, of which `previous` was told every edit. How the parser recovers from errors, and what it makes
   * of a loose star, depends on what it had before, so such a text is parsed from the start unless it is too long for
   * that: the same text always gives the same answers, whatever way it was typed.
   */
  reparse(source: Source, previous: Tree, edited: Stretch): Tree {
    const tree = this.run(source, previous);
    if (source.length > LONG) return tree;
    if (!tree.rootNode.hasError && !hasLooseStar(tree, source, edited)) return tree;
    tree.delete();
    return this.run(source);
  }

  /** Throws tree-sitter's QueryError, whose `index` is an offset in `text`. The caller frees the query. */
  query(text: string): Query {
    return this.compiled.query(text, () => new Query(this.language, text));
  }

  /** Whether a query need not be compiled any more. */
  isCompiled(text: string): boolean {
    return this.compiled.has(text);
  }

  /** What `load` takes as `queries` to have these at once; of a grammar that was loaded and not used. */
  compileAhead(texts: readonly string[]): Uint8Array {
    return compileAhead(this.calls, texts, (text) => new Query(this.language, text));
  }

  private run(source: Source, previous?: Tree): Tree {
    const text = withoutLongComments(source);
    const isWhole = text === null;
    // The edit says nothing of lines that are blank from now on, or no longer.
    const isKnown = isWhole && previous && !this.partial.has(previous);
    const known = isKnown ? previous : null;
    const input = new Input(asPythonReads(text ?? source), known ? 256 : 5000);
    const tree = this.parser.parse((index) => input.from(index), known);
    if (!tree) throw new Error("the parser has lost its language");
    if (!isWhole) this.partial.add(tree);
    input.most = READ;
    return tree;
  }
}

/** In UTF-16 units: what is parsed from the start in less than a tenth of a second. */
const LONG = 500_000;

type Text = Pick<Source, "slice">;

/** In UTF-16 units: most nodes of which somebody asks for the text are shorter. */
const READ = 1000;

/** A text, as the parser reads it, and then for as long as there is the tree, whoever asks for the text of a node. */
class Input {
  /**
   * How many UTF-16 units are handed out at once. The library copies them, 5,119 at most. Between places that an edit
   * left as they were the parser jumps, and looks at few of them.
   */
  most: number;
  private readonly text: Text;

  constructor(text: Text, most: number) {
    this.text = text;
    this.most = most;
  }

  /** The parser takes half of a character for a character. */
  from(index: number): string {
    const end = index + this.most;
    const part = this.text.slice(index, end);
    const isInCharacter = (part.charCodeAt(part.length - 1) & 0xfc00) === 0xd800;
    return isInCharacter ? this.text.slice(index, end + 1) : part;
  }
}

/** What lets a star in it belong to all that follows. */
const BRACKETS: ReadonlySet<string> = new Set(["argument_list", "list", "set", "tuple"]);

/** Whether a line that was edited has a star as in `return *a.b, c`, which the grammar gives to `a` or to `a.b`. */
function hasLooseStar({ rootNode }: Tree, source: Source, { start, newEnd }: Stretch): boolean {
  const from = source.lineStart(source.lineAt(start));
  const lines = source.slice(from, source.lineStart(source.lineAt(newEnd) + 1));
  for (const { index } of lines.matchAll(/\*/g)) {
    const splat = rootNode.descendantForIndex(from + index)?.parent;
    if (splat?.type === "list_splat" && !BRACKETS.has(splat.parent?.type ?? "")) return true;
  }
  return false;
}

/** Tells a tree of one change, so that the next parse can reuse the rest. Returns the text after it. */
export function applyEdit(tree: Tree, before: Source, change: Change): Source {
  const { span, text, after = before.replaced(span.start, span.end, text) } = change;
  const newEnd = span.start + text.length;
  tree.edit(
    new TreeEdit({
      startIndex: span.start,
      oldEndIndex: span.end,
      newEndIndex: newEnd,
      startPosition: pointAt(before, span.start),
      oldEndPosition: pointAt(before, span.end),
      newEndPosition: pointAt(after, newEnd),
    }),
  );
  return after;
}

/** An offset as tree-sitter has it in ranges and edits: row and UTF-16 column, both from 0. */
export function pointAt(source: Source, offset: number): Point {
  const { line, character } = source.positionAt(offset);
  return { row: line, column: character };
}

/** Python ends lines at a lone `\r` too; the grammar does not. The replacement is as long, so offsets hold. */
function asPythonReads(text: string | Source): Text {
  if (typeof text === "string") return text.replace(/\r(?!\n)/g, "\n");
  return text.hasReturns ? text.text.replace(/\r(?!\n)/g, "\n") : text;
}
