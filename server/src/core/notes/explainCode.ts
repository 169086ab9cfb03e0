import type { Gloss, NoteLink } from "../api.ts";
import { renderCode } from "./codes.ts";

/**
 * A code of another tool, explained in Markdown, or null: unknown. A few words on the very code go before a note of
 * ours that reports only some of what the code does.
 */
export async function explainCode(gloss: Gloss, code: string, link: NoteLink): Promise<string | null> {
  const { shelf } = gloss;
  const entry = await shelf.decode(code);
  if (entry) return renderCode(code, entry, entry.note === undefined ? undefined : shelf.get(entry.note), link);
  const own = shelf.find(code);
  // An id of ours that happens to stand there is no code.
  if (!own || own.id === code) return null;
  return gloss.renderHover({ notes: [own.id], findings: [], names: [], span: NOWHERE }, link);
}

const NOWHERE = { start: 0, end: 0 };
