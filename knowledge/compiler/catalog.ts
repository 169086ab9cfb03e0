import { BUILTINS } from "../../server/src/core/module/builtins.ts";
import type { Catalog, RuleEntry, Trigger } from "../../server/src/core/notes/catalog.ts";
import type { NoteEntry, SameAs } from "../../server/src/core/notes/note.ts";
import type { RawStep } from "./paths.ts";
import type { QueryPattern } from "./patterns.ts";
import type { RawKnowledge, RawNote } from "./read.ts";

/** What is held in memory, from what was read. Relations become mutual here. */
export function buildCatalog({ topics, notes, paths }: RawKnowledge): Catalog {
  const order = new Map(topics.map((topic, index) => [topic.id, index]));
  const sorted = [...notes].sort(
    (a, b) =>
      (order.get(a.topic) ?? 0) - (order.get(b.topic) ?? 0) ||
      a.front.data.title.localeCompare(b.front.data.title, "en") ||
      a.id.localeCompare(b.id),
  );
  return {
    topics,
    notes: sorted.map((note) => entry(note, relatedTo(note, notes))),
    triggers: sorted.flatMap(triggers),
    rules: sorted.flatMap(rule),
    paths: paths.map(({ id, title, text, steps }) => ({ id, title, text, steps: steps.map(bare) })),
  };
}

function bare({ note, why }: RawStep): { note: string; why: string } {
  return { note, why };
}

/** `builtins.list.append` for `list.append`: the way the semantic model writes names. */
export function canonicalName(name: string): string {
  const first = name.split(".")[0] ?? name;
  return BUILTINS.has(first) ? `builtins.${name}` : name;
}

function entry({ id, topic, front }: RawNote, related: readonly string[]): NoteEntry {
  const { data } = front;
  return {
    id,
    title: data.title,
    kind: front.kind,
    topic,
    summary: data.summary,
    aliases: data.aliases,
    related,
    explains: front.kind === "trap" ? front.data.explains : [],
    names: data.names.map(canonicalName),
    sources: data.sources,
    sameAs: front.kind === "trap" ? withoutEmpty(front.data["same-as"] ?? {}) : {},
    ...(data.python ? { python: data.python } : {}),
    ...(front.kind === "trap" ? { severity: front.data.severity } : {}),
  };
}

function relatedTo(note: RawNote, notes: readonly RawNote[]): string[] {
  const explained = note.front.kind === "trap" ? note.front.data.explains : [];
  const back = notes.filter(({ front }) => {
    const named = [...front.data.related, ...(front.kind === "trap" ? front.data.explains : [])];
    return named.includes(note.id);
  });
  const all = new Set([...note.front.data.related, ...back.map((other) => other.id)]);
  return [...all].filter((id) => !explained.includes(id));
}

function triggers(note: RawNote): Trigger[] {
  return (note.query?.patterns ?? [])
    .filter((pattern) => pattern.captures.includes("hover"))
    .map(({ kinds, text }) => ({ note: note.id, kinds, pattern: text }));
}

function rule({ id, front, query }: RawNote): RuleEntry[] {
  if (front.kind !== "trap") return [];
  const patterns = (query?.patterns ?? []).filter((pattern) => pattern.captures.includes("finding"));
  const anywhere = patterns.filter((pattern) => pattern.words === null);
  const worded = patterns.filter((pattern) => pattern.words !== null);
  const words = [...new Set(worded.flatMap((pattern) => pattern.words ?? []))];
  const { severity, message, calls } = front.data;
  return [
    {
      id,
      severity,
      message,
      calls: calls.map(canonicalName),
      ...(anywhere.length > 0 ? { query: textOf(anywhere) } : {}),
      ...(worded.length > 0
        ? { worded: { words, haveDot: worded.every(({ hasDot }) => hasDot), query: textOf(worded) } }
        : {}),
    },
  ];
}

function textOf(patterns: readonly QueryPattern[]): string {
  return patterns.map((pattern) => pattern.text).join("\n");
}

function withoutEmpty(codes: Readonly<Record<string, readonly string[]>>): SameAs {
  return Object.fromEntries(Object.entries(codes).filter(([, list]) => list.length > 0));
}
