import type { Node } from "web-tree-sitter";
import {
  defineRule,
  type Edit,
  isFallback,
  isVersionChecked,
  type Match,
  namesTaken,
  type Report,
  replace,
  safeFix,
  t,
  unsafeFix,
  type Words,
} from "#rule";

const NOTHING = t`nothing in the standard library replaces it`;

/** Where there is more to say than what to use. */
const ADVICE: ReadonlyMap<string, Words> = new Map([
  ["cgi", t`use urllib.parse and email.message, or a web framework`],
  ["crypt", t`use hashlib.scrypt, or a package such as bcrypt`],
  ["lib2to3", t`use ast, or a package such as LibCST`],
  ["pipes", t`use subprocess, and shlex.quote`],
  ["uu", t`use base64, or binascii.b2a_uu`],
]);

/** Modules by the version without them, with what is to be used instead, where that is one thing. */
const REMOVED = new Map(
  `
  3.7  asyncio.compat
  3.8  macpath          os.path
  3.9  dummy_threading  threading
  3.10 formatter
  3.10 parser           ast
  3.10 symbol
  3.11 binhex
  3.12 asynchat         asyncio
  3.12 asyncore         asyncio
  3.12 distutils        setuptools
  3.12 imp              importlib
  3.12 smtpd            aiosmtpd
  3.13 aifc
  3.13 audioop
  3.13 cgi
  3.13 cgitb            traceback
  3.13 chunk
  3.13 crypt
  3.13 imghdr
  3.13 lib2to3
  3.13 mailcap          mimetypes
  3.13 msilib
  3.13 nis
  3.13 nntplib
  3.13 ossaudiodev
  3.13 pipes
  3.13 sndhdr
  3.13 spwd
  3.13 sunau
  3.13 telnetlib
  3.13 tkinter.tix      tkinter.ttk
  3.13 uu
  3.13 xdrlib
  `
    .trim()
    .split("\n")
    .map((line): [string, { version: string; instead: Words }] => {
      const [version = "", name = "", replacement] = line.trim().split(/\s+/);
      return [name, { version, instead: ADVICE.get(name) ?? (replacement ? t`use ${replacement}` : NOTHING) }];
    }),
);

/** Names that people give to their own modules, too: only what is used of one shows which it is. */
const COMMON_NAMES: ReadonlyMap<string, RegExp> = new Map([
  ["formatter", /^(Abstract|Null)(Formatter|Writer)$|^DumbWriter$/],
  ["parser", /^(STType|ParserError|compilest|isexpr|issuite|sequence2st|tuple2st|st2list|st2tuple|suite)$/],
  ["symbol", /^(sym_name|file_input|single_input|eval_input|testlist\w*|funcdef|classdef|\w+_stmt)$/],
  ["pipes", /^(quote|Template|FILEIN_\w+|STDIN_\w+|SINK|SOURCE)$/],
  ["crypt", /^(crypt|mksalt|methods|METHOD_\w+)$/],
]);
/** `Chunk` may be anybody's, unless the file deals with sound. */
const SOUND: ReadonlySet<string> = new Set(["aifc", "audioop", "sunau", "wave"]);

/** What is found elsewhere, and is the very same there. */
const MOVED: ReadonlyMap<string, string> = new Map([
  ["imp.reload", "importlib"],
  ["pipes.quote", "shlex"],
  ["distutils.core.setup", "setuptools"],
  ["distutils.core.Extension", "setuptools"],
]);

const MISSING = ["ImportError", "ModuleNotFoundError", "NameError"].map((name) => `builtins.${name}`);

export default defineRule({
  check(match) {
    const found = removedModule(match);
    const removed = found && REMOVED.get(found.name);
    if (!removed || !isOfTheLibrary(found.name, match)) return null;
    const statement = match.node("import");
    if (isFallback(statement, MISSING, match.module) || isVersionChecked(statement, match.module)) return null;
    const root = found.name.split(".")[0] ?? "";
    if (isTriedBefore(root, match)) return null;
    const folders = match.file.path.split(/[\\/]/).slice(0, -1);
    // The library itself, or a copy of it that somebody carries along.
    if (folders.includes(root) || (root === "distutils" && folders.includes("setuptools"))) return null;
    const report: Report = { at: found.at, values: { module: found.name, ...removed }, python: `>=${removed.version}` };
    return root === "distutils" && followsSetuptools(match) ? { ...report, severity: "information" } : report;
  },

  fix(match, report) {
    const edits = match.node("import").type === "import_statement" ? renamedUses(match) : renamedSource(match);
    if (!edits) return null;
    return report.values?.["module"] === "distutils"
      ? unsafeFix(t`Import it from setuptools (which must be installed, and adds commands of its own)`, ...edits)
      : safeFix(t`Import it from where it is now`, ...edits);
  },
});

/** The removed module that an import needs, and where that is written: `distutils` for `distutils.core`. */
function removedModule(match: Match): { name: string; at: Node } | null {
  const parts = match.finding.text.replace(/\s/g, "").split(".");
  for (let length = 1; length <= parts.length; length++) {
    const name = parts.slice(0, length).join(".");
    if (REMOVED.has(name)) return { name, at: match.finding };
  }
  for (const child of namesTaken(match.node("import"))) {
    const name = `${parts.join(".")}.${child.text}`;
    if (REMOVED.has(name)) return { name, at: child };
  }
  return null;
}

function isOfTheLibrary(name: string, match: Match): boolean {
  const pattern = COMMON_NAMES.get(name);
  if (pattern) {
    const uses = namesTaken(match.node("import")).map((child) => child.text);
    return [...uses, ...attributesUsed(match)].some((one) => pattern.test(one));
  }
  if (name !== "chunk") return true;
  const imports = match.module.imports.map(({ imported }) => imported);
  return imports.some((imported) => SOUND.has(imported.split(".")[0] ?? ""));
}

/** Where the name that `import m` binds is used, itself excepted. */
function usesOfImport(match: Match): Node[] {
  const bound = match.finding.parent?.childForFieldName("alias") ?? match.finding.firstNamedChild;
  if (!bound || match.node("import").type !== "import_statement") return [];
  const scope = match.module.lookup(bound.text, match.module.scopeOf(bound));
  return scope ? match.module.references(bound.text, scope).filter((use) => use.id !== bound.id) : [];
}

function attributesUsed(match: Match): string[] {
  return usesOfImport(match).flatMap((use) =>
    use.parent?.type === "attribute" ? (use.parent.childForFieldName("attribute")?.text ?? []) : [],
  );
}

/** `pytest.importorskip("imp")`: where the module is missing, the rest of the file does not run. */
function isTriedBefore(name: string, { module, finding }: Match): boolean {
  return new RegExp(String.raw`\b(importorskip|import_module)\(\s*["']${name}\b`).test(module.textBefore(finding));
}

/** `import distutils` after `import setuptools` finds the copy that setuptools carries. */
function followsSetuptools({ module, finding }: Match): boolean {
  return module.imports.some(
    ({ name, imported }) =>
      imported.split(".")[0] === "setuptools" &&
      module.moduleScope.bindings(name).some(({ target }) => target.startIndex < finding.startIndex),
  );
}

/** `from imp import reload`: another source, the same names. */
function renamedSource(match: Match): Edit[] | null {
  const homes = new Set(
    namesTaken(match.node("import")).map((child) => MOVED.get(`${match.finding.text}.${child.text}`)),
  );
  const [home] = homes;
  return home && homes.size === 1 ? [replace(match.finding, home)] : null;
}

/** `import imp`, where all that is used of it moved to one place. */
function renamedUses(match: Match): Edit[] | null {
  const { finding, module } = match;
  const alias = finding.parent?.childForFieldName("alias");
  const { kind } = module.scopeOf(finding);
  // What a class binds is an attribute of its objects, and the name that a module binds may stand in a text.
  if (kind === "class" || (kind === "module" && !alias && isQuoted(match))) return null;
  const edits: Edit[] = [];
  const homes = new Set<string | undefined>();
  for (const use of usesOfImport(match)) {
    // The chain as long as the module's own name, then the name that moved.
    let chain = use;
    for (let dots = alias ? 0 : finding.namedChildCount - 1; dots > 0; dots--) chain = chain.parent ?? chain;
    const attribute = chain.parent?.type === "attribute" ? chain.parent : null;
    const home = attribute ? MOVED.get(module.qualifiedName(attribute) ?? "") : undefined;
    homes.add(home);
    if (!home || alias) continue;
    if (isTaken(home, use, match)) return null;
    edits.push(replace(chain, home));
  }
  const [home] = homes;
  if (!home || homes.size !== 1 || (!alias && isTaken(home, finding, match))) return null;
  return [replace(finding, home), ...edits];
}

/** Whether the name of a module stands for something else at a place. */
function isTaken(home: string, at: Node, { module }: Match): boolean {
  const known = module.lookup(home, module.scopeOf(at));
  return known?.bindings(home).some(({ imported }) => imported !== home) ?? false;
}

/** `__all__ = ["imp"]`, `globals()["imp"]`, `patch("imp.reload")`. */
function isQuoted({ finding, module }: Match): boolean {
  const name = finding.text.split(".")[0]?.trim() ?? "";
  return new RegExp(`["']${name}["'.]`).test(module.textWith(name));
}
