import type { Edit, Span } from "../core/api.ts";
import { logicalLineAt, type PhysicalLine } from "../core/syntax/logicalLine.ts";

/**
 * The edit that silences one rule for one finding: a comment at the end of the logical line's first line, or one more
 * id in the comment that is there. Where that line cannot end in a comment, because a string or a backslash continues
 * it, the line where the finding begins is taken, then the one where it ends; where none of them can, null.
 */
export function ignoreEdit(text: string, finding: Span, rule: string): Edit | null {
  const { lines } = logicalLineAt(text, finding.start);
  const lineOf = (offset: number) => lines.find((line) => offset <= line.end);
  const places = [lines[0], lineOf(finding.start), lineOf(finding.end)].filter((line) => line?.commentable);
  for (const line of places) {
    const edit = line && extend(text, line, rule);
    if (edit) return edit;
  }
  return places[0] ? append(text, places[0], rule) : null;
}

function extend(text: string, line: PhysicalLine, rule: string): Edit | null {
  if (line.comment === null) return null;
  const directive = /#\s*pygloss:\s*ignore\[([^\][#]*)\]/.exec(text.slice(line.comment, line.end));
  if (!directive) return null;
  const end = line.comment + directive.index + directive[0].length - 1;
  return insertion(end, directive[1]?.trim() ? `, ${rule}` : rule);
}

function append(text: string, line: PhysicalLine, rule: string): Edit {
  const written = text.slice(line.start, line.end).trimEnd();
  return insertion(line.start + written.length, `  # pygloss: ignore[${rule}]`);
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
