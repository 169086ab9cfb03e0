import type { Node, Tree } from "web-tree-sitter";
import type { IgnorePlace, Span } from "../api.ts";
import type { SameAs } from "../notes/note.ts";
import type { Source } from "../source.ts";
import type { CommentRows } from "./rows.ts";

/** What a comment says about findings. */
export interface Directive {
  /** `enable` takes back what an earlier `disable` said, as far as it reaches. */
  readonly does: "silence" | "disable" | "enable";
  readonly covers: (rows: readonly number[]) => boolean;
  readonly names: (rule: string, sameAs: (rule: string) => SameAs) => boolean;
  /** Ours only. */
  readonly ignore?: Ignore;
}

/** A `# pygloss: ignore` as it is written. */
export interface Ignore {
  /** From its `#` to its end, without what the comment says behind it. */
  readonly span: Span;
  readonly isForFile: boolean;
  /** What stands between the brackets; null where there are none, and every rule is meant. */
  readonly ids: readonly { readonly id: string; readonly span: Span }[] | null;
}

/** Whether it is worth to look for comments at all. */
export const MENTION = /#\s*(?:pygloss:|noqa\b|pylint:)/i;

const OURS = /#\s*pygloss:\s*ignore(-file)?(?:\[([^\][#]*)\]|(?![\w[-]))/g;
const NOQA = /#\s*noqa\b(?::\s*([A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*))?/i;
const PYLINT = /#\s*pylint:\s*(disable-next|disable|enable|skip-file)\b(?:\s*=\s*([\w\-, ]+))?/;

export function readDirectives(comments: readonly Node[], source: Source, rows: CommentRows): Directive[] {
  return comments.flatMap((comment) => {
    if (!MENTION.test(comment.text)) return [];
    return [...ignores(comment), ...noqa(comment), ...pylint(comment, source, rows)];
  });
}

/** All of our directives in one comment. */
function readIgnores(text: string, offset: number): Ignore[] {
  return [...text.matchAll(OURS)].map((match) => {
    const start = offset + match.index;
    const end = start + match[0].length;
    const list = match[2];
    const from = end - 1 - (list?.length ?? 0);
    const words = [...(list ?? "").matchAll(/[^\s,]+/g)].map((word) => ({
      id: word[0],
      span: { start: from + word.index, end: from + word.index + word[0].length },
    }));
    return { span: { start, end }, isForFile: match[1] !== undefined, ids: list === undefined ? null : words };
  });
}

/** The id at an offset, also in brackets that are not closed yet. */
export function ignoreAt(offset: number, tree: Tree): IgnorePlace | null {
  const comment = tree.rootNode.descendantForIndex(Math.max(0, offset - 1), offset);
  if (comment?.type !== "comment") return null;
  const before = /#\s*pygloss:\s*ignore(?:-file)?\[([^\][#]*)$/.exec(
    comment.text.slice(0, offset - comment.startIndex),
  );
  if (!before) return null;
  const behind = /^[^\][#]*/.exec(comment.text.slice(offset - comment.startIndex))?.[0] ?? "";
  const left = /[^\s,]*$/.exec(before[1] ?? "")?.[0] ?? "";
  // Brackets that nobody closed do not take in the rest of the comment.
  const right = /^[^\s,]*/.exec(behind)?.[0] ?? "";
  const span = { start: offset - left.length, end: offset + right.length };
  const others = words((before[1] ?? "").slice(0, -left.length || undefined)).concat(words(behind.slice(right.length)));
  return { id: left + right, span, others };
}

function ignores(comment: Node): Directive[] {
  return readIgnores(comment.text, comment.startIndex).map((ignore) => ({
    does: "silence",
    covers: ignore.isForFile ? () => true : inRow(comment.startPosition.row),
    names: (rule) => ignore.ids === null || ignore.ids.some(({ id }) => id === rule),
    ignore,
  }));
}

function noqa(comment: Node): Directive[] {
  const found = NOQA.exec(comment.text);
  if (!found) return [];
  const codes = words(found[1]).map((code) => code.toUpperCase());
  const names: Directive["names"] = (rule, sameAs) => {
    const known = [...(sameAs(rule).ruff ?? []), ...(sameAs(rule).flake8 ?? [])];
    return known.length > 0 && (codes.length === 0 || codes.some((code) => known.some((k) => k.startsWith(code))));
  };
  return [{ does: "silence", covers: inRow(comment.startPosition.row), names }];
}

function pylint(comment: Node, source: Source, rows: CommentRows): Directive[] {
  const found = PYLINT.exec(comment.text);
  if (!found) return [];
  const codes = words(found[2]);
  const isAll = found[1] === "skip-file" || codes.includes("all");
  const names: Directive["names"] = (rule, sameAs) => {
    const known = sameAs(rule).pylint ?? [];
    return known.length > 0 && (isAll || known.some((code) => codes.includes(code)));
  };
  const row = comment.startPosition.row;
  if (found[1] === "skip-file") return [{ does: "silence", covers: () => true, names }];
  if (found[1] === "disable-next") {
    const next = rows.nextLine(row + 1);
    return [{ does: "silence", covers: (places) => places.some((one) => next.includes(one)), names }];
  }
  const does = found[1] === "enable" ? "enable" : "disable";
  const [first, last] = pylintReach(comment, source);
  return [{ does, covers: (places) => places.some((one) => first <= one && one <= last), names }];
}

/**
 * Alone in a line it counts for the rest of the block it stands in, behind the head of a `def`, `class`, `if` or the like
 * for what belongs to that, else for its line.
 */
function pylintReach(comment: Node, source: Source): readonly [number, number] {
  const { row, column } = comment.startPosition;
  const isAlone = source.line(row).trimStart().startsWith("#");
  const parent = comment.parent;
  if (!parent) return [row, row];
  let next = comment.nextNamedSibling;
  while (next?.type === "comment") next = next.nextNamedSibling;
  // The grammar leaves a comment between a head and its suite to the statement itself.
  if (next?.type === "block" && parent.type !== "block")
    return [isAlone ? row : parent.startPosition.row, lastRow(next)];
  if (!isAlone || !next || next.startPosition.column < column) return [row, row];
  return [row, lastRow(parent)];
}

/** A block's end may be given as the beginning of the row behind it. */
function lastRow(node: Node): number {
  const { row, column } = node.endPosition;
  return column === 0 && row > node.startPosition.row ? row - 1 : row;
}

function inRow(row: number): Directive["covers"] {
  return (rows) => rows.includes(row);
}

function words(list: string | undefined): string[] {
  return (list ?? "").split(/[\s,]+/).filter((word) => word !== "");
}
