import type { Tree } from "web-tree-sitter";
import type { IgnorePlace } from "../api.ts";

/** The code of another tool at an offset of a comment that silences it: `# noqa: B006`, `# type: ignore[...]` and so on. */
export function codeAt(offset: number, tree: Tree): Pick<IgnorePlace, "id" | "span"> | null {
  const comment = tree.rootNode.descendantForIndex(Math.max(0, offset - 1), offset);
  if (comment?.type !== "comment") return null;
  for (const pattern of SILENCERS) {
    for (const match of comment.text.matchAll(pattern)) {
      const list = match[1] ?? "";
      const start = comment.startIndex + match.index + match[0].lastIndexOf(list);
      for (const word of list.matchAll(/[\w-]+/g)) {
        const span = { start: start + word.index, end: start + word.index + word[0].length };
        if (span.start <= offset && offset <= span.end) return { id: word[0], span };
      }
    }
  }
  return null;
}

/** Each captures its list of codes. */
const SILENCERS: readonly RegExp[] = [
  /#\s*(?:ruff:\s*|flake8:\s*)?noqa\s*:\s*([A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*)/gi,
  /#\s*(?:type|pyright|mypy|ty|ruff):\s*ignore\[([^\]#]*)\]?/g,
  /#\s*pylint:\s*(?:disable|disable-next|enable)\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)/g,
  /#\s*nosec\b[:\s]\s*(\w+(?:[,\s]+B\d+)*)/g,
  /#\s*pyright:\s*(?:(?:basic|strict|standard),?\s*)?(report\w+)/g,
];
