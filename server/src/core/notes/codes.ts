import type { NoteLink } from "../api.ts";
import type { NoteEntry, SameAs, Tool } from "./note.ts";

/** What codes of other tools mean, in a few lines; from `knowledge/codes/`. */
export interface CodeEntry {
  readonly codes: SameAs;
  readonly means: string;
  readonly why: string;
  /** One line of Python. */
  readonly better: string;
  /** The id of the note that goes deeper. */
  readonly note?: string;
}

/** Finds entries by any of their codes, in any case. */
export class Codes {
  private readonly byCode = new Map<string, CodeEntry>();

  /** `json` is `codes.json` as the compiler writes it. */
  constructor(json: string) {
    for (const entry of JSON.parse(json) as CodeEntry[]) {
      for (const code of Object.values(entry.codes).flat()) this.byCode.set(code.toLowerCase(), entry);
    }
  }

  find(code: string): CodeEntry | undefined {
    return this.byCode.get(code.trim().toLowerCase());
  }
}

/** Markdown, as short as a hover: what it means, why it matters, how it is better, and who else says it. */
export function renderCode(code: string, entry: CodeEntry, note: NoteEntry | undefined, link: NoteLink): string {
  const others = Object.entries(entry.codes).map(([tool, codes]) => `${TOOL_NAMES[tool as Tool]} ${codes.join(", ")}`);
  const address = note && link(note.id);
  const deeper = address ? `[${note.title}](${address})` : `\`pygloss explain ${note?.id}\``;
  const parts = [
    `**${code}**: ${entry.means}`,
    entry.why,
    `\`\`\`python\n${entry.better}\n\`\`\``,
    `${others.join("; ")}${note ? ` · more: ${deeper}` : ""}`,
  ];
  return parts.join("\n\n");
}

const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  ruff: "Ruff",
  flake8: "flake8",
  pylint: "Pylint",
  sonar: "Sonar",
  pyright: "Pyright",
  bandit: "Bandit",
};
