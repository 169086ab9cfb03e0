import type { Node } from "web-tree-sitter";
import {
  attributesNamed,
  callArguments,
  codeChildren,
  defineRule,
  type Edit,
  enclosingMethod,
  type Fix,
  indentOf,
  insert,
  isFallback,
  isVersionChecked,
  itemSpan,
  type Match,
  namesTaken,
  needing,
  type Report,
  remove,
  replace,
  safeFix,
  t,
  unsafeFix,
  useName,
  type Value,
  type Words,
} from "#rule";

interface Removal {
  readonly version: string;
  /** What the message advises. */
  readonly instead: Words;
  /** The same thing under another name. */
  readonly renamed?: string;
  /** How the other name differs after all. */
  readonly risk?: Words;
}

const ABSTRACT_CLASSES = `Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator
  Generator Reversible Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView
  ItemsView ValuesView Sequence MutableSequence ByteString`;

/** How names differ from what they replace. */
const RISKS: ReadonlyMap<string, Words> = new Map([
  ["time.perf_counter", t`which counts all time that passes, not processor time`],
  ["math.gcd", t`which is never negative`],
  ["inspect.getfullargspec", t`which gives seven fields, not four`],
]);

/** By version: what was removed, and what to do where there is more to say than what to use. */
const ADVICE: readonly (readonly [version: string, names: string, instead: Words])[] = [
  ["3.0", "string.letters string.lowercase string.uppercase", t`use string.ascii_letters and its like`],
  ["3.0", "sys.maxint", t`use sys.maxsize, or no limit: int has none`],
  ["3.0", "itertools.izip itertools.imap itertools.ifilter", t`use zip, map, filter`],
  ["3.8", "platform.dist platform.linux_distribution", t`use platform.freedesktop_os_release, or the package distro`],
  [
    "3.9",
    "plistlib.readPlist plistlib.writePlist plistlib.readPlistFromBytes plistlib.writePlistToBytes",
    t`use load, loads, dump, dumps`,
  ],
  ["3.9", "sys.setcheckinterval", t`use sys.setswitchinterval, which takes seconds`],
  ["3.11", "asyncio.coroutine", t`write \`async def\` and \`await\``],
  [
    "3.11",
    "gettext.lgettext gettext.ldgettext gettext.lngettext gettext.ldngettext",
    t`use gettext, dgettext, ngettext, dngettext`,
  ],
  [
    "3.12",
    "importlib.util.module_for_loader importlib.util.set_loader importlib.util.set_package",
    t`the import system does it`,
  ],
  ["3.12", "ssl.match_hostname", t`set ssl.SSLContext.check_hostname`],
  ["3.13", "configparser.LegacyInterpolation", t`use another interpolation`],
  ["3.13", "re.template re.TEMPLATE", t`it never did anything useful`],
  ["3.13", "typing.io typing.re", t`import the names from typing`],
  ["3.14", "asyncio.get_child_watcher asyncio.set_child_watcher", t`the event loop watches its processes itself`],
];

/** By version: what was removed, and what to use; `=` where that is the same, or nearly so. */
const TABLE = `
  3.0  os.getcwdu                            = os.getcwd
  3.2  string.maketrans                      use str.maketrans
  3.0  itertools.izip_longest                = itertools.zip_longest
  3.0  itertools.ifilterfalse                = itertools.filterfalse
  3.0  thread.start_new_thread thread.allocate_lock thread.get_ident  use threading
  3.8  time.clock                            = time.perf_counter
  3.9  asyncio.Task.all_tasks                use asyncio.all_tasks
  3.9  asyncio.Task.current_task             use asyncio.current_task
  3.9  base64.decodestring                   = base64.decodebytes
  3.9  base64.encodestring                   = base64.encodebytes
  3.9  fractions.gcd                         = math.gcd
  3.9  sys.getcheckinterval                  use sys.getswitchinterval
  3.11 inspect.formatargspec                 use inspect.signature
  3.11 inspect.getargspec                    = inspect.getfullargspec
  3.12 configparser.SafeConfigParser         = configparser.ConfigParser
  3.12 importlib.find_loader                 use importlib.util.find_spec
  3.12 locale.format                         use locale.format_string
  3.12 pkgutil.ImpImporter pkgutil.ImpLoader use importlib.machinery
  3.12 ssl.wrap_socket                       use ssl.SSLContext.wrap_socket
  3.12 unittest._TextTestResult              = unittest.TextTestResult
  3.13 locale.resetlocale                    use locale.setlocale
  3.13 unittest.makeSuite unittest.findTestCases unittest.getTestCaseNames  use unittest.TestLoader
  3.14 ast.Num ast.Str ast.Bytes ast.NameConstant ast.Ellipsis  use ast.Constant
  3.14 importlib.abc.ResourceReader          = importlib.resources.abc.ResourceReader
  3.14 importlib.abc.Traversable             = importlib.resources.abc.Traversable
  3.14 importlib.abc.TraversableResources    = importlib.resources.abc.TraversableResources
  3.14 pkgutil.find_loader pkgutil.get_loader            use importlib.util.find_spec
  3.14 pty.master_open pty.slave_open        use pty.openpty
  3.14 sqlite3.version sqlite3.version_info  use sqlite3.sqlite_version
  3.14 urllib.request.URLopener urllib.request.FancyURLopener  use urllib.request.urlopen
${ABSTRACT_CLASSES.trim()
  .split(/\s+/)
  .map((name) => `  3.10 collections.${name}  = collections.abc.${name}`)
  .join("\n")}
`;

const REMOVED: ReadonlyMap<string, Removal> = new Map([
  ...TABLE.trim().split("\n").flatMap(readLine),
  ...ADVICE.flatMap(([version, names, instead]) =>
    names.split(" ").map((name): [string, Removal] => [name, { version, instead }]),
  ),
]);

/** Those that could be imported by themselves. */
const MODULES: ReadonlySet<string> = new Set(["typing.io", "typing.re"]);

/** Where names moved to a module that was not always there. */
const SINCE: ReadonlyMap<string, string> = new Map([["importlib.resources.abc", ">=3.11"]]);

const MISSING = ["AttributeError", "ImportError", "ModuleNotFoundError", "NameError"].map((name) => `builtins.${name}`);

export default defineRule({
  check(match) {
    if (match.maybe("call")) return judgeLoop(match);
    return match.maybe("import") ? judgeImport(match) : judgeAttribute(match);
  },

  fix(match, report) {
    const at = report.at;
    if (!at || "start" in at || match.maybe("call")) return null;
    const name = report.values?.["name"];
    if (name === "threading.Thread.isAlive") {
      const method = at.childForFieldName("attribute");
      return method && safeFix(t`Call is_alive`, replace(method, "is_alive"));
    }
    const { renamed, risk } = (typeof name === "string" && REMOVED.get(name)) || {};
    if (!renamed) return null;
    const edits = at.type === "attribute" ? renamedUse(match, at, renamed) : renamedImport(match, at, renamed);
    const fix = edits && fixOf(t`Use ${renamed}`, risk, edits);
    const since = SINCE.get(renamed.replace(/\.\w+$/, ""));
    return fix && since ? needing(since, fix) : fix;
  },
});

/** What to use comes behind the first word that is no qualified name. */
function readLine(line: string): [string, Removal][] {
  const [version = "", ...words] = line.trim().split(/\s+/);
  const start = words.findIndex((word) => !/^\w+(\.\w+)+$/.test(word));
  const [sign, name = ""] = words.slice(start);
  const risk = RISKS.get(name);
  const use = t`use ${name}`;
  const removal = {
    version,
    instead: risk ? t`${use} (${risk})` : use,
    ...(sign === "=" ? { renamed: name } : {}),
    ...(risk ? { risk } : {}),
  };
  return words.slice(0, start).map((removed) => [removed, removal]);
}

function reportAt(at: Node, name: Value, { version, instead }: Removal): Report {
  return { at, values: { name, version, instead }, python: `>=${version}` };
}

/** Calls of asyncio lost their `loop` in one version; the note lists them. */
function judgeLoop(match: Match): Report | null {
  const value = callArguments(match.node("call")).keywords.get("loop");
  if (!value?.parent || isPrepared(value, match, "builtins.TypeError")) return null;
  const name = t`loop= of ${match.module.qualifiedName(match.finding) ?? match.finding.text}`;
  return reportAt(value.parent, name, { version: "3.10", instead: t`leave it out, the running loop is used` });
}

/** What the import itself asks for: `getargspec` in `from inspect import getargspec`, or `typing.io`. */
function judgeImport(match: Match): Report[] {
  const statement = match.node("import");
  const module = match.finding.text;
  const whole = MODULES.has(module) ? REMOVED.get(module) : undefined;
  const taken = namesTaken(statement).flatMap((child) => {
    const name = `${module}.${child.text}`;
    const removal = REMOVED.get(name);
    const isThere = removal && restorations(name, match).some((one) => one.startIndex < statement.startIndex);
    return removal && !isThere ? reportAt(child, name, removal) : [];
  });
  const reports = whole ? [reportAt(match.finding, module, whole)] : taken;
  return reports.length > 0 && isPrepared(statement, match) ? [] : reports;
}

function judgeAttribute(match: Match): Report | null {
  const { finding, module } = match;
  if (finding.childForFieldName("attribute")?.text === "isAlive") return judgeIsAlive(match);
  const name = module.qualifiedName(finding);
  const removal = name && REMOVED.get(name);
  if (!removal || isPrepared(finding, match) || restorations(name, match).length > 0) return null;
  return reportAt(finding, name, removal);
}

function judgeIsAlive(match: Match): Report | null {
  const object = match.finding.childForFieldName("object");
  const name = "threading.Thread.isAlive";
  if (!object || !isThread(object, match) || isPrepared(match.finding, match)) return null;
  if (restorations(name, match).length > 0) return null;
  return reportAt(match.finding, name, { version: "3.9", instead: t`use ${"is_alive"}` });
}

const THREAD_MAKERS = /^threading\.(Thread|Timer|current_thread|currentThread|main_thread)$/;

/** A thread, or an object of a class of this file that is one and has no `isAlive` of its own. */
function isThread(object: Node, { module }: Match): boolean {
  const type = module.typeName(object) ?? "";
  if (THREAD_MAKERS.test(type)) return true;
  const place = enclosingMethod(object);
  const self = place?.method.childForFieldName("parameters")?.firstNamedChild;
  const isSelf = object.type === "identifier" && self?.text === object.text;
  const owner = isSelf
    ? place?.owner
    : module.moduleScope.bindings(type.slice(1)).find(({ kind }) => kind === "class")?.value;
  if (!owner || !(isSelf || type.startsWith("."))) return false;
  const bases = owner.childForFieldName("superclasses");
  const hasThread = bases && codeChildren(bases).some((base) => THREAD_MAKERS.test(module.qualifiedName(base) ?? ""));
  return hasThread === true && module.classScope(owner).bindings("isAlive").length === 0;
}

function isPrepared(node: Node, { module }: Match, ...exceptions: string[]): boolean {
  return isFallback(node, [...MISSING, ...exceptions], module) || isVersionChecked(node, module);
}

/** Where the file puts the attribute back: who does knows that it went. */
function restorations(name: string, { module }: Match): Node[] {
  return [...attributesNamed(module, name.slice(name.lastIndexOf(".") + 1))].filter((one) => {
    const isTarget = one.parent?.type === "assignment" && one.parent.childForFieldName("left")?.id === one.id;
    return isTarget && module.qualifiedName(one) === name;
  });
}

function renamedUse(match: Match, at: Node, renamed: string): Edit[] | null {
  const target = useName(renamed, at, match.module);
  return target && [...target.edits, replace(at, target.text)];
}

/** One name of a `from` import: from where it is now, under the name that the file uses. */
function renamedImport(match: Match, child: Node, renamed: string): Edit[] | null {
  const { finding, source } = match;
  const element = child.parent?.type === "aliased_import" ? child.parent : child;
  const alias = element.childForFieldName("alias")?.text ?? child.text;
  const dot = renamed.lastIndexOf(".");
  const [home, member] = [renamed.slice(0, dot), renamed.slice(dot + 1)];
  const text = member === alias ? member : `${member} as ${alias}`;
  if (home === finding.text) return [replace(element, text)];
  const siblings = namesTaken(match.node("import"));
  if (siblings.length === 1) return [replace(finding, home), replace(element, text)];
  // The others stay: the name gets a line of its own, and its comma goes with it.
  const statement = match.node("import");
  const indent = indentOf(statement, source);
  const elements = codeChildren(statement).filter((one) => one.id !== finding.id);
  const gap = itemSpan(element, elements, source);
  if (indent === null || !gap) return null;
  return [insert(statement.startIndex, `from ${home} import ${text}\n${indent}`), remove(gap)];
}

function fixOf(title: Words, risk: Words | undefined, edits: readonly Edit[]): Fix {
  return risk ? unsafeFix(t`${title} (${risk})`, ...edits) : safeFix(title, ...edits);
}
