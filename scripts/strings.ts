/**
 * Writes `l10n/bundle.l10n.json`, what PyGloss says for itself, for whoever translates it: the client's and the server's
 * strings, the messages of rules, what rules put into them, and the titles of their fixes: `npm run strings`.
 * A translation is a file beside it, `bundle.l10n.de.json`, and a `package.nls.de.json`; no code knows of it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { catalog } from "../knowledge/generated/catalog.ts";
import { at } from "../test/processes.ts";

export const BUNDLE = at("l10n", "bundle.l10n.json");

/** Where texts for the reader are written: the client has its own translations, and hands them to its server. */
const SOURCES = ["client/src", "server/src/lsp", "server/src/core", "knowledge"];

/** The text of the bundle as the sources want it. */
export function collectStrings(): string {
  const strings = SOURCES.flatMap((folder) => {
    const names = readdirSync(at(folder), { recursive: true, encoding: "utf8" }).filter(isSource);
    return names.flatMap((name) => {
      const source = readFileSync(at(folder, name), "utf8");
      return [...stringsIn(source, `${folder}/${name}`), ...templatesIn(source, `${folder}/${name}`)];
    });
  });
  const messages = catalog.rules.map(({ message }) => message);
  const sorted = [...new Set([...strings, ...messages])].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map((string) => [string, string])), null, 2)}\n`;
}

function isSource(name: string): boolean {
  return name.endsWith(".ts") && !name.startsWith("generated");
}

function stringsIn(source: string, file: string): string[] {
  return [...source.matchAll(/\bl10n\s*\.t\(\s*(.)/g)].map((call) => {
    const literal = /^"(?:[^"\\]|\\.)*"/.exec(source.slice(call.index + call[0].length - 1))?.[0];
    if (literal === undefined) throw new Error(`${file}: l10n.t() wants its text in double quotes, as it is.`);
    return JSON.parse(literal) as string;
  });
}

/** Those written t`...`, but not in comments. */
function templatesIn(source: string, file: string): string[] {
  const code = source.replaceAll(/^ *(?:\/?\*|\/\/).*$/gm, "");
  return [...code.matchAll(/\bt`((?:[^`\\]|\\.)*)`/g)].map(([template, text = ""]) => {
    let count = 0;
    const english = text.replaceAll(/\$\{[^{}]*\}/g, () => `{${count++}}`).replaceAll(/\\(.)/g, "$1");
    if (english.includes("${")) throw new Error(`${file}: ${template} has a value that is no name or call; name it.`);
    return english;
  });
}

if (process.argv[1]?.endsWith("strings.ts")) writeFileSync(BUNDLE, collectStrings());
