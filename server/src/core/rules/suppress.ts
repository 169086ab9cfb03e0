import type { Node, Tree } from "web-tree-sitter";
import type { Finding } from "../api.ts";
import type { SameAs } from "../notes/note.ts";
import type { Source } from "../source.ts";
import { statementOf } from "../syntax/nodes.ts";

/**
 * Comments that silence findings:
 *   `# pygloss: ignore[id, id]`       on the line of the finding, or the first line of its statement; without ids: all
 *   `# pygloss: ignore-file[id, id]`  anywhere
 *   `# noqa`, `# noqa: B006`          for rules that name such a code in `same-as`
 *   `# pylint: disable=name`          at the end of a line, or on its own for the rest of its block
 */
export function unsuppressed(
  findings: readonly Finding[],
  tree: Tree,
  source: Source,
  sameAs: (rule: string) => SameAs,
): readonly Finding[] {
  if (findings.length === 0 || !MENTION.test(source.text)) return findings;
  const directives = readDirectives(tree, source);
  if (directives.length === 0) return findings;
  return findings.filter((finding) => {
    const lines = linesOf(finding, tree, source);
    return !directives.some((directive) => directive.covers(lines) && directive.names(finding.rule, sameAs));
  });
}

const MENTION = /#\s*(?:pygloss:|noqa\b|pylint:)/i;
const OURS = /#\s*pygloss:\s*ignore(-file)?\b(?:\[([^\]]*)\])?/;
const NOQA = /#\s*noqa\b(?::\s*([A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*))?/i;
const PYLINT = /#\s*pylint:\s*(disable|disable-next|skip-file)\b(?:\s*=\s*([\w\-, ]+))?/;

interface Directive {
  readonly covers: (lines: readonly number[]) => boolean;
  readonly names: (rule: string, sameAs: (rule: string) => SameAs) => boolean;
}

function readDirectives(tree: Tree, source: Source): Directive[] {
  const directives: Directive[] = [];
  for (const comment of tree.rootNode.descendantsOfType("comment")) {
    if (comment && MENTION.test(comment.text)) directives.push(...directivesOf(comment, source));
  }
  return directives;
}

function directivesOf(comment: Node, source: Source): Directive[] {
  const line = comment.startPosition.row;
  const here = (lines: readonly number[]) => lines.includes(line);
  const directives: Directive[] = [];
  const ours = OURS.exec(comment.text);
  if (ours) {
    const ids = words(ours[2]);
    directives.push({
      covers: ours[1] ? () => true : here,
      names: (rule) => ids.length === 0 || ids.includes(rule),
    });
  }
  const noqa = NOQA.exec(comment.text);
  if (noqa) {
    const codes = words(noqa[1]).map((code) => code.toUpperCase());
    directives.push({
      covers: here,
      names: (rule, sameAs) => {
        const known = [...(sameAs(rule).ruff ?? []), ...(sameAs(rule).flake8 ?? [])];
        return known.length > 0 && (codes.length === 0 || codes.some((code) => known.some((k) => k.startsWith(code))));
      },
    });
  }
  const pylint = PYLINT.exec(comment.text);
  if (pylint) {
    const codes = words(pylint[2]);
    const isAll = pylint[1] === "skip-file" || codes.includes("all");
    directives.push({
      covers: pylint[1] === "skip-file" ? () => true : pylintReach(comment, source, pylint[1] === "disable-next"),
      names: (rule, sameAs) => {
        const known = sameAs(rule).pylint ?? [];
        return known.length > 0 && (isAll || known.some((code) => codes.includes(code)));
      },
    });
  }
  return directives;
}

/** Behind code it counts for the line; alone on a line for the rest of the block it stands in. */
function pylintReach(comment: Node, source: Source, isNext: boolean): (lines: readonly number[]) => boolean {
  const line = comment.startPosition.row;
  if (isNext) return (lines) => lines.includes(line + 1);
  const isAlone = source.line(line).trimStart().startsWith("#");
  if (!isAlone) return (lines) => lines.includes(line);
  const last = comment.parent?.endPosition.row ?? line;
  return (lines) => lines.some((one) => one >= line && one <= last);
}

/** The line of the finding, the first line of the statement it is in, and the last line of the finding. */
function linesOf(finding: Finding, tree: Tree, source: Source): number[] {
  const node = tree.rootNode.descendantForIndex(finding.span.start, finding.span.end);
  const start = source.lineAt(finding.span.start);
  const end = source.lineAt(finding.span.end);
  return [start, end, node ? statementOf(node).startPosition.row : start];
}

function words(list: string | undefined): string[] {
  return (list ?? "").split(/[\s,]+/).filter((word) => word !== "");
}
