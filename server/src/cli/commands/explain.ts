import type { Command } from "commander";
import { explainCode } from "../../core/notes/explainCode.ts";
import type { NoteDocument } from "../../core/notes/note.ts";
import { loadGloss } from "../engine.ts";
import { Failure } from "../failure.ts";
import type { Finish } from "../main.ts";
import { print } from "../terminal.ts";

export function addExplain(program: Command, finish: Finish): void {
  program
    .command("explain")
    .description("Print a note as Markdown.")
    .argument("<id>", "a note's id, or a code of another linter, such as B006 or dangerous-default-value")
    .action(async (id: string) => {
      print(await explain(id));
      finish(0);
    });
}

async function explain(idOrCode: string): Promise<string> {
  const gloss = await loadGloss();
  const { shelf } = gloss;
  const word = idOrCode.trim();
  const entry = shelf.find(word);
  // What a code means is said in a few words only where no note is all about it.
  const isNoteOfCode = entry !== undefined && (entry.id === word.toLowerCase() || !(await shelf.decode(word)));
  const note = isNoteOfCode ? await shelf.document(entry.id) : null;
  if (note) return format(note);
  const code = await explainCode(gloss, word, () => null);
  if (code !== null) return `${code}\n`;
  const near = shelf.suggest(idOrCode);
  const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "pygloss search finds notes by words";
  throw new Failure(`there is no note ${idOrCode}; ${hint}`);
}

function format(note: NoteDocument): string {
  const codes = Object.entries(note.sameAs).map(([tool, names]) => `${tool} ${names.join(", ")}`);
  const related = note.related.map(({ id, title }) => `- ${title}: \`pygloss explain ${id}\``);
  const sources = note.sources.map(({ title, url }) => `- [${title}](${url})`);
  const parts = [
    `# ${note.title}`,
    `\`${note.id}\`, a ${note.kind} in ${note.topicTitle}${codes.length > 0 ? `; the same as ${codes.join("; ")}` : ""}`,
    note.summary,
    note.body.trim(),
    section("Related", related),
    section("Sources", sources),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? [`## ${title}`, "", ...lines].join("\n") : "";
}
