import type { Shelf } from "../../server/src/core/api.ts";

/** What each note leads to and is led to from: related, explained, or named in a text. All links are mutual. */
export type Links = ReadonlyMap<string, ReadonlySet<string>>;

export async function linksOf(shelf: Shelf): Promise<Links> {
  const links = new Map(shelf.entries.map(({ id }) => [id, new Set<string>()]));
  const join = (one: string, other: string) => {
    links.get(one)?.add(other);
    links.get(other)?.add(one);
  };
  for (const { id, related, explains } of shelf.entries) {
    const body = (await shelf.document(id))?.body ?? "";
    const named = [...body.matchAll(/\]\(note:([^)]*)\)/g)].map(([, other = ""]) => other);
    for (const other of [...related, ...explains, ...named]) join(id, other);
  }
  return links;
}

/** How many links away every note is that can be reached at all. */
export function distances(links: Links, start: string): ReadonlyMap<string, number> {
  const far = new Map([[start, 0]]);
  // A map goes on to what is added while it is walked.
  for (const [id, steps] of far) {
    for (const other of links.get(id) ?? []) if (!far.has(other)) far.set(other, steps + 1);
  }
  return far;
}
