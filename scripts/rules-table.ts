/**
 * Writes `docs/rules.md`, which sets every rule beside the codes of other tools that report the same: `npm run rules-table`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Shelf } from "../server/src/core/api.ts";
import type { NoteEntry, Tool } from "../server/src/core/notes/note.ts";
import { ROOT, testGloss } from "../test/support/gloss.ts";

export const RULES_TABLE = join(ROOT, "docs/rules.md");

/** The text of the page as the notes want it. */
export function drawRulesTable({ entries }: Shelf): string {
  const rules = entries.filter(({ kind }) => kind === "trap").sort((a, b) => (a.id < b.id ? -1 : 1));
  const shared = rules.filter((rule) => codesOf(rule).length > 0);
  const own = rules.filter((rule) => codesOf(rule).length === 0);
  const tools = COLUMNS.map(({ title }) => title);
  return `# Rules beside other tools

Written by \`npm run rules-table\` from \`same-as\` in the notes. A code stands here when it reports the same thing, or some
of it: PyGloss may be stricter or more patient, as each note says. ${listVersions()}

## What others report, too

${shared.length} rules. \`deferTo\` in \`[tool.pygloss]\` leaves them to a tool that the project has.

${table(["rule", "level", ...tools], shared.map(rowOf))}
## What only PyGloss reports

${own.length} rules, for which we know of no code in these tools.

${table(
  ["rule", "level", "what it finds"],
  own.map((rule) => [nameOf(rule), rule.severity ?? "", rule.title]),
)}`;
}

/** flake8 and Ruff have the same codes, as far as both have them. */
const COLUMNS: readonly { readonly title: string; readonly tools: readonly Tool[] }[] = [
  { title: "Ruff, flake8", tools: ["ruff", "flake8"] },
  { title: "Pylint", tools: ["pylint"] },
  { title: "SonarPython", tools: ["sonar"] },
  { title: "Pyright", tools: ["pyright"] },
  { title: "Bandit", tools: ["bandit"] },
];

function rowOf(rule: NoteEntry): string[] {
  return [nameOf(rule), rule.severity ?? "", ...COLUMNS.map(({ tools }) => codesOf(rule, tools).join(", "))];
}

function codesOf({ sameAs }: NoteEntry, tools = Object.keys(sameAs) as readonly Tool[]): string[] {
  return [...new Set(tools.flatMap((tool) => sameAs[tool] ?? []))];
}

function nameOf({ id, topic }: NoteEntry): string {
  const file = [`knowledge/${topic}/${id}/note.md`, `knowledge/${topic}/${id}.md`].find((one) =>
    existsSync(join(ROOT, one)),
  );
  return `[${id}](../${file})`;
}

/** Which versions of the tools were asked, from the first lines of their lists. */
function listVersions(): string {
  const versions = ["ruff", "pylint", "pyright", "bandit"].map((tool) => {
    const [first = ""] = readFileSync(join(ROOT, "test/codes", `${tool}.tsv`), "utf8").split("\n");
    return /^# (\w+ [\d.]+\d)/.exec(first)?.[1] ?? tool;
  });
  return `The codes were looked up in ${versions.join(", ")} and in the descriptions of SonarPython's rules.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("");
}

if (process.argv[1]?.endsWith("rules-table.ts")) {
  void testGloss().then(({ shelf }) => writeFileSync(RULES_TABLE, drawRulesTable(shelf)));
}
