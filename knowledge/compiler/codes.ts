import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";
import type { CodeEntry, CodeFamily } from "../../server/src/core/notes/codes.ts";
import { TOOLS } from "../../server/src/core/notes/note.ts";
import { lineOf, type Problem } from "./problem.ts";

const Line = v.pipe(v.string(), v.minLength(1), v.regex(/^[^\n]+$/, "is to be one line"));
const ByTool = v.pipe(
  v.record(v.picklist(TOOLS), v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]+$/))), v.minLength(1))),
  v.check((codes) => Object.keys(codes).length > 0, "is to name a code"),
);
const Entry = v.strictObject({
  codes: ByTool,
  means: Line,
  why: Line,
  better: Line,
  note: v.optional(v.string()),
});

const Family = v.strictObject({ prefix: ByTool, is: Line });

/** Reads `knowledge/codes/`: what codes of other tools mean. A project may have none. */
export async function readCodes(root: string, ids: ReadonlySet<string>) {
  const entries: CodeEntry[] = [];
  const families: CodeFamily[] = [];
  const problems: Problem[] = [];
  const owner = new Map<string, string>();
  const files = await readdir(join(root, "knowledge/codes")).catch(() => []);
  for (const name of files.sort()) {
    const file = `knowledge/codes/${name}`;
    const text = await readFile(join(root, file), "utf8");
    for (const one of listIn(text)) {
      const result = v.safeParse(name === FAMILIES ? Family : Entry, one);
      if (!result.success) {
        const [issue] = result.issues;
        const message = `${v.getDotPath(issue) ?? "an entry"}: ${issue.message}`;
        problems.push({ file, line: lineOf(text, firstCode(one)), message, remedy: "see the other entries" });
        continue;
      }
      if ("prefix" in result.output) {
        families.push(result.output);
        continue;
      }
      const { note, ...said } = result.output;
      // Tools may have the same name for something.
      const codes = [...new Set(Object.values(said.codes).flat())];
      const at = (message: string, remedy: string) =>
        problems.push({ file, line: lineOf(text, codes[0] ?? ""), message, remedy });
      for (const code of codes) {
        const other = owner.get(code.toLowerCase());
        if (other) at(`${code} is explained twice`, `see ${other}`);
        owner.set(code.toLowerCase(), file);
      }
      if (note !== undefined && !ids.has(note)) at(`there is no note ${note}`, "name one, or leave it out");
      entries.push({ ...said, ...(note === undefined ? {} : { note }) });
    }
  }
  return { entries, families, problems };
}

/** Whole families of codes stand in a file of their own. */
const FAMILIES = "families.yaml";

function listIn(text: string): unknown[] {
  const list: unknown = parse(text);
  return Array.isArray(list) ? list : [list];
}

function firstCode(entry: unknown): string {
  return /"([\w-]*\d[\w-]*)"/.exec(JSON.stringify(entry) ?? "")?.[1] ?? "";
}
