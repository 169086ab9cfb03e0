import type { Gloss, NoteLink } from "../api.ts";
import { renderCode } from "./codes.ts";

/** A code of another tool, explained in Markdown by our note on the same thing, else in a few words; null: unknown. */
export async function explainCode(gloss: Gloss, code: string, link: NoteLink): Promise<string | null> {
  const { shelf } = gloss;
  const own = shelf.find(code);
  // An id of ours that happens to stand there is no code.
  if (own && own.id !== code)
    return gloss.renderHover({ notes: [own.id], findings: [], names: [], span: NOWHERE }, link);
  const entry = await shelf.decode(code);
  return entry && renderCode(code, entry, entry.note === undefined ? undefined : shelf.get(entry.note), link);
}

const NOWHERE = { start: 0, end: 0 };
