import type { ReportingDescriptor } from "sarif";
import type { Shelf } from "../../core/api.ts";
import type { NoteDocument, Severity } from "../../core/notes/note.ts";

export const LEVEL: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** The rules with their whole notes, in the order of the ids: a reader of the log has no other place to look. */
export async function describeRules(shelf: Shelf, ids: readonly string[]): Promise<ReportingDescriptor[]> {
  const rules: ReportingDescriptor[] = [];
  for (const id of ids) {
    const note = await shelf.document(id);
    if (note) rules.push(describe(note, shelf.get(id)?.severity ?? "warning"));
  }
  return rules;
}

function describe(note: NoteDocument, severity: Severity): ReportingDescriptor {
  const summary = note.summary.trim().replace(/\s+/g, " ");
  const markdown = helpOf(note);
  const codes = Object.entries(note.sameAs).flatMap(([tool, names]) => names.map((name) => `${tool}:${name}`));
  return {
    id: note.id,
    name: note.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: note.title },
    fullDescription: { text: summary.replaceAll("`", ""), markdown: summary },
    help: { text: markdown, markdown },
    // PyGloss has no web site: the address opens the note in an editor that has PyGloss.
    helpUri: `vscode://pygloss.pygloss/note/${note.id}`,
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [note.topic], sameAs: codes },
  };
}

/** Links to other notes lead nowhere outside of PyGloss, so their words stay alone. */
function helpOf({ summary, body, sources }: NoteDocument): string {
  const text = body.trim().replace(/\[([^\]]*)\]\(note:[^)]*\)/g, "$1");
  const links = sources.map(({ title, url }) => `- [${title}](${url})`);
  return [summary.trim(), text, ["## Sources", "", ...links].join("\n")].filter((part) => part !== "").join("\n\n");
}
