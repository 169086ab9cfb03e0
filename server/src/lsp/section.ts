import { type CompletionItem, CompletionItemKind, type Hover } from "vscode-languageserver";
import schema from "../../../docs/pygloss.schema.json";
import type { Gloss } from "../core/api.ts";
import { type SectionPlace, sectionPlaceAt, wordsFor } from "../core/config/section.ts";
import { type NoteEntry, TOOLS } from "../core/notes/note.ts";
import type { Client } from "./client.ts";
import type { ConfigFile } from "./configFiles.ts";
import { toRange } from "./convert.ts";
import { markup, type Session } from "./session.ts";

/** Says what a key, a rule, a level or a tool in `[tool.pygloss]` means. */
export function hoverSection(session: Session, gloss: Gloss, file: ConfigFile, offset: number): Hover | null {
  const place = placeIn(file, offset);
  const value = place && explain(session, gloss, place);
  return value ? { contents: markup(session, value), range: toRange(file.document.source, place.span) } : null;
}

/** Completes `[tool.pygloss]`: what stands in the same table or list already is left out. */
export function completeSection(session: Session, gloss: Gloss, file: ConfigFile, offset: number): CompletionItem[] {
  const place = placeIn(file, offset);
  if (!place) return [];
  const range = toRange(file.document.source, place.span);
  const words = wordsAt(place, gloss).filter((word) => !place.others.has(word));
  const isValue = VALUES.has(place.kind);
  return words.map((word, index) => {
    const said = explain(session, gloss, { ...place, text: word });
    const title = place.kind === "rule" ? gloss.shelf.get(word)?.title : undefined;
    return {
      label: word,
      kind: isValue ? CompletionItemKind.EnumMember : CompletionItemKind.Property,
      ...(title === undefined ? {} : { detail: title }),
      ...(said ? { documentation: markup(session, said) } : {}),
      // In their own order: levels from quiet to loud.
      sortText: String(index).padStart(4, "0"),
      textEdit: { range, newText: isValue && !place.isQuoted ? `"${word}"` : word },
    };
  });
}

const VALUES: ReadonlySet<SectionPlace["kind"]> = new Set(["level", "profile", "tool"]);

function placeIn({ name, document }: ConfigFile, offset: number): SectionPlace | null {
  return name === "pyproject.toml" ? sectionPlaceAt(offset, document.source.text) : null;
}

function wordsAt({ kind }: SectionPlace, gloss: Gloss): readonly string[] {
  if (kind === "tool") return TOOLS;
  return kind === "rule" ? rulesOf(gloss).map(({ id }) => id) : wordsFor(kind);
}

/** Markdown, or nothing for a word that is none of ours: its diagnostic says what is wrong. */
function explain({ client }: Session, gloss: Gloss, { kind, text }: SectionPlace): string | null {
  if (kind === "rule") {
    if (!rulesOf(gloss).some(({ id }) => id === text)) return null;
    const answer = { notes: [text], findings: [], names: [], span: { start: 0, end: 0 } };
    return gloss.renderHover(answer, client.noteLink);
  }
  if (kind === "level") return explainLevel(client, text);
  if (kind === "tool") return explainTool(client, gloss, text);
  if (kind === "profile") return wordsFor(kind).includes(text) ? schema.properties.profile.description : null;
  return KEY_WORDS.get(text) ?? null;
}

function explainLevel({ l10n }: Client, level: string): string | null {
  if (level === "off") return l10n.t("The rule does not run.");
  if (level === "hint") return l10n.t("A faint mark in the code, which stands in no list of problems.");
  if (level === "information") return l10n.t("Stands among the problems as information.");
  if (level === "warning") return l10n.t("Stands among the problems as a warning.");
  return level === "error" ? l10n.t("Stands among the problems as an error.") : null;
}

function explainTool({ l10n }: Client, gloss: Gloss, text: string): string | null {
  const tool = TOOLS.find((one) => one === text);
  if (!tool) return null;
  const same = rulesOf(gloss).filter(({ sameAs }) => sameAs[tool] !== undefined);
  const ids = same.map(({ id }) => `\`${id}\``).join(", ");
  return l10n.t("{0} rules say the same as one of this tool's: {1}.", String(same.length), ids);
}

function rulesOf({ shelf }: Gloss): NoteEntry[] {
  return shelf.entries.filter(({ kind }) => kind === "trap");
}

const KEY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(schema.properties).map(([key, property]) => [
    key,
    "description" in property ? property.description : schema.definitions.levels.description,
  ]),
);
