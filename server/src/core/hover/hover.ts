import type { Node, Tree } from "web-tree-sitter";
import type { Finding, HoverAnswer, NoteLink } from "../api.ts";
import { holdsFor } from "../config/python.ts";
import type { Module } from "../module/module.ts";
import type { NoteEntry } from "../notes/note.ts";
import type { Source } from "../source.ts";
import { isInside, isTooDeep, spanOf } from "../syntax/nodes.ts";
import { say, type Translations, t, type Words } from "../words.ts";
import type { Triggers } from "./triggers.ts";

/** The most lines a hover has besides its link. */
const LINES = 5;

/** What stands at an offset: findings first, since they are about this very code, then the construct. */
export function hoverAt(
  offset: number,
  tree: Tree,
  module: Module,
  triggers: Triggers,
  findings: readonly Finding[],
): HoverAnswer | null {
  for (const leaf of tokensAt(tree, module.source, offset)) {
    const here = findings.filter((finding) => isInside(spanOf(leaf), finding.span)).reverse();
    const rules = [...new Set(here.map((finding) => finding.rule))];
    const { names, constructs } = triggers.notesFor(leaf, module);
    const notes = [...new Set([...rules, ...names, ...constructs])];
    if (notes.length > 0) return { span: here[0]?.span ?? spanOf(leaf), notes, findings: rules, names };
  }
  return null;
}

/** At most five lines of Markdown, then the link: the leading note in full, the others by title. */
export function renderHover(
  answer: HoverAnswer,
  entry: (id: string) => NoteEntry | undefined,
  link: NoteLink,
  translations: Translations,
  python?: string,
): string {
  const [leading, ...others] = answer.notes.flatMap((id) => entry(id) ?? []);
  if (!leading) return "";
  const mark = answer.findings.includes(leading.id) ? "⚠ " : "";
  const versions = versionsOf(leading, python);
  const holds = versions ? ` (${say(versions, translations)})` : "";
  const lines = [`${mark}**${leading.title}**${holds}`, "", ...wrap(leading.summary)];
  const alsoLines = others.slice(0, 2).map((note) => `- ${titleLink(note, link)}`);
  if (alsoLines.length > 0 && lines.length + alsoLines.length <= LINES + 1) lines.push("", ...alsoLines);
  const address = link(leading.id);
  lines.push("", address ? `[${say(t`Open note`, translations)}](${address})` : `\`pygloss explain ${leading.id}\``);
  return lines.join("\n");
}

/**
 * The tokens an editor can mean by an offset, the likelier first: the word at whose end it stands, then the one it
 * stands in. Between `x` and `:` both are meant, and a silent name does not hide the colon.
 */
function tokensAt(tree: Tree, source: Source, offset: number): Node[] {
  const characterAt = (index: number) => (index < 0 ? "" : source.slice(index, index + 1));
  const isWord = (index: number) => /[\p{L}\p{N}_]/u.test(characterAt(index));
  const isGap = (index: number) => !/\S/.test(characterAt(index));
  const isBehind = isGap(offset) || (!isWord(offset) && isWord(offset - 1));
  return (isBehind ? [offset - 1, offset] : [offset]).flatMap((at) => {
    if (at < 0 || isGap(at)) return [];
    const node = tree.rootNode.descendantForIndex(at, at + 1);
    return node && node.childCount === 0 && !node.isError && !isTooDeep(node) ? [node] : [];
  });
}

/** Null where the project runs on nothing older. */
function versionsOf({ python: versions }: NoteEntry, project: string | undefined): Words | null {
  if (versions === undefined || (project !== undefined && holdsFor(versions, project))) return null;
  const since = /^>=\s*([\d.]+)$/.exec(versions)?.[1];
  return since === undefined ? t`Python ${versions}` : t`since Python ${since}`;
}

function titleLink(note: NoteEntry, link: NoteLink): string {
  const address = link(note.id);
  return address ? `[${note.title}](${address})` : note.title;
}

/** Summaries are folded in the source; a paragraph is one line to Markdown. */
function wrap(summary: string): string[] {
  return summary
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, " "));
}
