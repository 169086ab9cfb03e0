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

/** What codes with a prefix have in common: `B`, `PLW`, `E4`. */
export interface CodeFamily {
  readonly prefix: SameAs;
  /** Half a sentence. */
  readonly is: string;
}

/** Finds entries by any of their codes, in any case, and families by prefixes. */
export class Codes {
  private readonly byCode = new Map<string, CodeEntry>();
  private readonly families: readonly CodeFamily[];

  /** `json` is `codes.json` as the compiler writes it. */
  constructor(json: string) {
    const { codes: entries, families } = JSON.parse(json) as { codes: CodeEntry[]; families: CodeFamily[] };
    this.families = families;
    for (const entry of entries) {
      for (const code of Object.values(entry.codes).flat()) this.byCode.set(code.toLowerCase(), entry);
    }
  }

  find(code: string): CodeEntry | undefined {
    return this.byCode.get(code.trim().toLowerCase());
  }

  /** The narrowest family that a code or a prefix belongs to: of `E401` it is `E4`, and not `E`. */
  familyOf(code: string, tool: Tool): CodeFamily | undefined {
    const depth = ({ prefix }: CodeFamily) => Math.max(0, ...(prefix[tool] ?? []).map((one) => depthIn(code, one)));
    return this.families.filter((family) => depth(family) > 0).sort((a, b) => depth(b) - depth(a))[0];
  }
}

/** How much of a code a family's prefix is: all of its letters, and maybe some digits. Zero: it is another family's. */
function depthIn(code: string, prefix: string): number {
  const rest = code.toUpperCase().startsWith(prefix.toUpperCase()) ? code.slice(prefix.length) : "-";
  return /^\d*$/.test(rest) ? prefix.length : 0;
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

/** One line of Markdown about a prefix, as lists of rules have them; null for what is a whole code. */
export function renderPrefix(prefix: string, family: CodeFamily): string | null {
  return /\d{3}$/.test(prefix) ? null : `**${prefix}**: ${family.is}.`;
}

const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  ruff: "Ruff",
  flake8: "flake8",
  pylint: "Pylint",
  sonar: "Sonar",
  pyright: "Pyright",
  bandit: "Bandit",
};
