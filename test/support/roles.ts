import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./gloss.ts";

/**
 * A row of the role matrix, `test/roles/*.tsv`: a note's id (or `-` for silence), a tab, and a snippet in which ¦ stands
 * before the token that is hovered and `\n` for a new line. The note must lead.
 */
export interface Role {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly row: string;
  readonly note: string;
  readonly text: string;
  readonly offset: number;
}

export function readRoles(): Role[] {
  const folder = join(ROOT, "test/roles");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").flatMap(roleOf(file)));
}

function roleOf(file: string): (row: string, index: number) => Role[] {
  return (row, index) => {
    if (row.trim() === "" || row.startsWith("#")) return [];
    const [note = "", snippet = ""] = row.split("\t");
    const marked = snippet.replaceAll("\\n", "\n");
    const offset = marked.indexOf("¦");
    if (offset < 0) throw new Error(`${file}:${index + 1}: no ¦ says where the cursor is`);
    return [{ file, line: index + 1, row, note, text: marked.replace("¦", ""), offset }];
  };
}
