import { excerpt } from "./excerpt.ts";
import type { NoteEntry, SearchFilter, SearchHit } from "./note.ts";
import { words } from "./terms.ts";

/**
 * The notes with a title or id that has words which begin like those of a query, in the order given. It takes no index,
 * so it is there at once; what a note says, and what else it is called, it does not see.
 */
export function glance(
  entries: readonly NoteEntry[],
  query: string,
  limit: number,
  filter: SearchFilter = {},
): SearchHit[] {
  const asked = words(query);
  return entries
    .filter((entry) => passes(entry, filter) && isNamedLike(entry, asked))
    .slice(0, limit)
    .map(({ id, title, kind, topic, summary }) => {
      const text = excerpt(summary, "", (word) => asked.some((begin) => word.startsWith(begin)));
      return { id, title, kind, topic, score: 0, excerpt: text };
    });
}

export function passes(entry: NoteEntry | undefined, { kind, topic }: SearchFilter): boolean {
  return (kind === undefined || entry?.kind === kind) && (topic === undefined || entry?.topic === topic);
}

function isNamedLike({ title, id }: NoteEntry, asked: readonly string[]): boolean {
  const name = words(`${title} ${id}`);
  return asked.every((begin) => name.some((word) => word.startsWith(begin)));
}
