/**
 * Writes the files of a new note, and overwrites none.
 *
 *   npm run new-note                                    asks
 *   npm run new-note -- TOPIC ID "TITLE" [--trap]       does not
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "..");

void main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { trap: { type: "boolean" } } });
  try {
    const answers = positionals.length === 3 ? positionals : await ask();
    const [topic = "", id = "", title = "", kind = values.trap ? "trap" : "concept"] = answers;
    await write(topic, id, title, kind === "trap");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

async function ask(): Promise<string[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const topics = (await readdir(join(root, "knowledge"))).filter(
    (name) => !["compiler", "generated", "paths"].includes(name),
  );
  const answers = [
    await terminal.question(`Topic (${topics.join(", ")}): `),
    await terminal.question("Id (kebab-case, names the thing seen): "),
    await terminal.question("Title: "),
    await terminal.question("Kind, concept or trap [concept]: "),
  ].map((answer) => answer.trim());
  terminal.close();
  return answers;
}

async function write(topic: string, id: string, title: string, isTrap: boolean): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic)) throw new Error(`"${topic}" is no topic: use kebab-case`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Error(`"${id}" is no id: use kebab-case`);
  const taken = await whereIs(id);
  if (taken) throw new Error(`the id ${id} is taken by ${taken}: ids are unique over all topics`);
  const files = isTrap ? trapFiles(id, title) : conceptFiles(id, title);
  if (!existsSync(join(root, "knowledge", topic, "topic.md"))) {
    files.push([
      "topic.md",
      `---\ntitle: ${JSON.stringify(topic)}\norder: 100\n---\n\nWhat the notes of this topic are about.\n`,
    ]);
  }
  for (const [name, text] of files) {
    const path = join(root, "knowledge", topic, name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, text, { flag: "wx" });
    console.log(`knowledge/${topic}/${name}`);
  }
  console.log(`\nNow write, then: npm run test:notes -- ${id}${isTrap ? " --update" : ""}`);
}

async function whereIs(id: string): Promise<string | undefined> {
  for (const topic of await readdir(join(root, "knowledge"), { withFileTypes: true })) {
    if (!topic.isDirectory()) continue;
    for (const name of [id, `${id}.md`]) {
      if (existsSync(join(root, "knowledge", topic.name, name))) return `knowledge/${topic.name}/${name}`;
    }
  }
  return undefined;
}

function conceptFiles(id: string, title: string): [string, string][] {
  const text = `---
title: ${JSON.stringify(title)}
summary: >-
  The answer to "what is this?", in at most three sentences.
names: []
aliases: []
related: []
sources:
  - title: "The exact page"
    url: https://docs.python.org/3/
---

Where the reader is confused, and why it is as it is.

\`\`\`python
>>> 1 + 1
2
\`\`\`
`;
  return [[`${id}.md`, text]];
}

function trapFiles(id: string, title: string): [string, string][] {
  const note = `---
title: ${JSON.stringify(title)}
summary: >-
  What bites, in at most three sentences.
severity: warning
message: "What and why, in one line"
aliases: []
explains: []
sources:
  - title: "The exact page"
    url: https://docs.python.org/3/
---

\`\`\`python trap
eval("1")
\`\`\`

## Why it bites

## Instead

\`\`\`python better
1
\`\`\`

## When it is fine
`;
  const query = `; eval("1")\n; ^^^^ finding\n(call function: (identifier) @finding (#resolves? @finding "builtins.eval"))\n`;
  const cases = `eval("1")\n#^ eval\n\nobject.eval("1")\nprint("eval")\n`;
  return [
    [`${id}/note.md`, note],
    [`${id}/query.scm`, query],
    [`${id}/cases.py`, cases],
  ];
}
