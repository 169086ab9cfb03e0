import { type LogicalLine, readLogicalLine } from "../../core/syntax/logicalLine.ts";

/**
 * A notebook's cell as Python, of the same length: what only IPython understands (`%magic`, `!command`, `name?`)
 * becomes white space, or a stand-in where Python needs something. A cell in another language, or one that does not
 * end what it begins, becomes nothing, so that it cannot spoil the cells behind it.
 */
export function blankMagics(cell: string): string {
  const cellMagic = /^\s*%%(\w*)/.exec(cell);
  if (cellMagic && !RUNS_PYTHON.test(cellMagic[1] ?? "")) return blank(cell);
  let result = "";
  for (let at = 0; at < cell.length; at = result.length) {
    const end = endOfMagic(cell, at);
    if (end !== null) {
      result += blankStatement(cell.slice(at, end));
      continue;
    }
    const line = readLogicalLine(cell, at);
    if (!line.complete) return blank(cell);
    const statement = cell.slice(at, line.end);
    result += isHelp(cell, line) ? blankStatement(statement) : statement;
  }
  return result;
}

const RUNS_PYTHON = /^(capture|prun|pypy|python|python3|time|timeit)$/;

/** `%magic`, `!command` and `?name`. Python has no line that begins like this. */
const BARE_MAGIC = /^[ \t]*[%!?]/;
/** `x = %magic` and `x = !command`, up to the sign. */
const ASSIGNED_MAGIC = /^[^='"#()]*[^='"#()!<>]=[ \t]*(?=[%!])/;

/** Where the magic that begins at `at` ends, its line end included, or null where there is none. */
function endOfMagic(cell: string, at: number): number | null {
  let end = endOfLine(cell, at);
  const line = cell.slice(at, end);
  if (!BARE_MAGIC.test(line) && !ASSIGNED_MAGIC.test(line)) return null;
  while (/\\(?:\r\n|\n|\r)$/.test(cell.slice(at, end)) && end < cell.length) end = endOfLine(cell, end);
  return end;
}

/** Behind the line end. */
function endOfLine(text: string, at: number): number {
  LINE.lastIndex = at;
  LINE.test(text);
  return LINE.lastIndex;
}

const LINE = /[^\r\n]*(?:\r\n|\n|\r)?/y;

/** `name?` and `name??`: outside of strings and comments, the sign is no part of Python. */
function isHelp(cell: string, { lines }: LogicalLine): boolean {
  const [line, ...more] = lines;
  if (!line || more.length > 0) return false;
  return cell
    .slice(line.start, line.comment ?? line.end)
    .trimEnd()
    .endsWith("?");
}

/** What is assigned is unknown, like the name `_`; a block must not lose its only statement. */
function blankStatement(statement: string): string {
  const assigned = ASSIGNED_MAGIC.exec(statement)?.[0];
  if (assigned) return `${assigned}_${blank(statement.slice(assigned.length + 1))}`;
  const indent = /^[ \t]+(?=\S{3})/.exec(statement)?.[0];
  return indent ? `${indent}...${blank(statement.slice(indent.length + 3))}` : blank(statement);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
