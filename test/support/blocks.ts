/** A fenced block of a note. */
export interface Block {
  readonly note: string;
  /** Path and line, for messages. */
  readonly where: string;
  /** The words behind `python`. */
  readonly words: ReadonlySet<string>;
  /** The line that opens it, without its backquotes. */
  readonly info: string;
  /** Why the block is not run, from `norun: why`. */
  readonly norun: string | null;
  readonly text: string;
}

/** The `python` blocks of a note's body. */
export function pythonBlocks(note: string, file: string, body: string, bodyLine: number): Block[] {
  const blocks: Block[] = [];
  for (const match of body.matchAll(/^```python([^\n]*)\n([\s\S]*?)^```$/gm)) {
    const info = (match[1] ?? "").trim();
    const norun = /\bnorun:\s*(.+)$/.exec(info)?.[1] ?? null;
    const line = bodyLine + body.slice(0, match.index).split("\n").length - 1;
    blocks.push({
      note,
      where: `${file}:${line}`,
      info: `python ${info}`,
      words: new Set(
        info
          .replace(/\bnorun:.*$/, "norun")
          .split(/\s+/)
          .filter(Boolean),
      ),
      norun,
      text: match[2] ?? "",
    });
  }
  return blocks;
}

/** A session at the prompt shows its output; a plain block does not. */
export function isDoctest(block: Block): boolean {
  return /^>>> /m.test(block.text);
}

/** Top-level names of the modules that a block imports. */
export function importsOf(block: Block): string[] {
  const imports = programOf(block).matchAll(/^\s*(?:from (\w+)[\w.]* import|import ([^#\n]+))/gm);
  const names = [...imports].flatMap(([, from, list = ""]) => from ?? list.split(",").map((name) => name.trim()));
  return [...new Set(names.map((name) => /^\w+/.exec(name)?.[0] ?? ""))];
}

/** The program in a block: prompts and outputs taken away. */
export function programOf(block: Block): string {
  if (!isDoctest(block)) return block.text;
  return block.text
    .split("\n")
    .filter((line) => /^(>>>|\.\.\.)( |$)/.test(line))
    .map((line) => line.slice(4))
    .join("\n");
}
