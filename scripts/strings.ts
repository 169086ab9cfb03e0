/**
 * Writes `l10n/bundle.l10n.json`, the strings that the client and its server say, for whoever translates them: `npm run strings`.
 * A translation is a file beside it, `bundle.l10n.de.json`, and a `package.nls.de.json`; no code knows of it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { at } from "../test/processes.ts";

export const BUNDLE = at("l10n", "bundle.l10n.json");

/** Where texts for the reader are written: the client has its own translations, and hands them to its server. */
const SOURCES = ["client/src", "server/src/lsp"];

/** The text of the bundle as the sources want it. */
export function collectStrings(): string {
  const strings = SOURCES.flatMap((folder) => {
    const names = readdirSync(at(folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    return names.flatMap((name) => stringsIn(readFileSync(at(folder, name), "utf8"), `${folder}/${name}`));
  });
  const sorted = [...new Set(strings)].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map((string) => [string, string])), null, 2)}\n`;
}

function stringsIn(source: string, file: string): string[] {
  return [...source.matchAll(/\bl10n\s*\.t\(\s*(.)/g)].map((call) => {
    const literal = /^"(?:[^"\\]|\\.)*"/.exec(source.slice(call.index + call[0].length - 1))?.[0];
    if (literal === undefined) throw new Error(`${file}: l10n.t() wants its text in double quotes, as it is.`);
    return JSON.parse(literal) as string;
  });
}

if (process.argv[1]?.endsWith("strings.ts")) writeFileSync(BUNDLE, collectStrings());
