import type { Node, Tree } from "web-tree-sitter";
import type { Span } from "../api.ts";
import type { Source } from "../source.ts";
import { type LogicalLine, readLogicalLine } from "../syntax/logicalLine.ts";

/** In which rows a comment speaks of a place. */
export class CommentRows {
  private readonly tree: Tree;
  private readonly source: Source;
  /** The logical lines of a statement of the module, by where it begins. */
  private readonly known = new Map<number, readonly LogicalLine[]>();

  constructor(tree: Tree, source: Source) {
    this.tree = tree;
    this.source = source;
  }

  /**
   * The ends of the logical line's first and last rows, and of those where a span begins and ends in it.
   * So a comment behind `def f(` or `):` counts for every parameter, and one behind a parameter for that one.
   * A row that ends in a string or in a backslash has its comment further down.
   */
  of({ start, end }: Span): readonly number[] {
    const row = this.source.lineAt(start);
    const line = this.lineAt(start);
    if (!line) return [row];
    const first = this.source.lineAt(line.lines[0]?.start ?? start);
    const last = first + line.lines.length - 1;
    const endRow = Math.min(this.source.lineAt(Math.max(start, end - 1)), last);
    const place = (from: number) => {
      const index = line.lines.findIndex(({ commentable }, at) => commentable && first + at >= from);
      return index < 0 ? last : first + index;
    };
    return [first, row, endRow, last].map(place);
  }

  /** The rows of the first logical line with code that begins in or behind a row. */
  nextLine(row: number): readonly number[] {
    let start = row;
    while (start < this.source.lineCount && /^\s*(#|$)/.test(this.source.line(start))) start++;
    const { lines } = readLogicalLine(this.source.text, this.source.lineStart(start));
    return lines.map((_, index) => start + index);
  }

  private lineAt(offset: number): LogicalLine | undefined {
    let top: Node | null = this.tree.rootNode.descendantForIndex(offset, offset + 1);
    while (top?.parent?.parent) top = top.parent;
    // A comment behind a statement ends its logical line.
    const before = top?.type === "comment" ? top.previousSibling : null;
    if (before?.endPosition.row === top?.startPosition.row) top = before;
    const start = top?.parent ? top.startIndex : 0;
    const end = top?.parent ? top.endIndex : this.source.length;
    let lines = this.known.get(start);
    if (!lines) {
      lines = readLines(this.source.text, start, end);
      this.known.set(start, lines);
    }
    return lines.findLast((line) => (line.lines[0]?.start ?? 0) <= offset);
  }
}

function readLines(text: string, start: number, end: number): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  for (let at = start; at < end; ) {
    const line = readLogicalLine(text, at);
    lines.push(line);
    if (line.end <= at) break;
    at = line.end;
  }
  return lines;
}
