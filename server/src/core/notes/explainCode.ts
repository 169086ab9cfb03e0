import type { Gloss, NoteLink } from "../api.ts";
import { renderCode, renderPrefix } from "./codes.ts";
import { TOOLS, type Tool } from "./note.ts";

/**
 * A code of another tool, or the beginning of its codes, explained in Markdown, or null: unknown. A few words on the very
 * code go before a note of ours that reports only some of what the code does. Without a tool, any tool's will do.
 */
export async function explainCode(gloss: Gloss, code: string, link: NoteLink, tool?: Tool): Promise<string | null> {
  const { shelf } = gloss;
  const entry = await shelf.decode(code);
  if (entry) return renderCode(code, entry, entry.note === undefined ? undefined : shelf.get(entry.note), link);
  const own = shelf.find(code);
  // An id of ours that happens to stand there is no code, unless a tool calls the same thing so, too.
  if (own && (own.id !== code || Object.values(own.sameAs).flat().includes(code)))
    return gloss.renderHover({ notes: [own.id], findings: [], names: [], span: NOWHERE }, link);
  const families = await Promise.all((tool ? [tool] : TOOLS).map((one) => shelf.familyOf(code, one)));
  const lines = families.map((family) => family && renderPrefix(code, family)).filter((line) => line !== null);
  return lines.length > 0 ? [...new Set(lines)].join("\n\n") : null;
}

/**
 * What a code of another tool is about, in a line of plain text, and what opens more on it: a note's id, or the code
 * itself. Null: unknown.
 */
export async function nameCode({ shelf }: Gloss, code: string): Promise<{ note: string; title: string } | null> {
  const entry = await shelf.decode(code);
  if (entry) return { note: code, title: entry.means.replaceAll("`", "").replace(/\.$/, "") };
  const own = shelf.find(code);
  return own ? { note: own.id, title: own.title.replaceAll("`", "") } : null;
}

const NOWHERE = { start: 0, end: 0 };
