import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  constantTexts,
  defineRule,
  firstChild,
  itemSpan,
  type Module,
  remove,
  replace,
  t,
  unparenthesized,
  unsafeFix,
  useName,
} from "#rule";

/** Where the command stands, by name; these always start a shell. */
const SHELLS: ReadonlyMap<string, string> = new Map([
  ["os.system", "command"],
  ["os.popen", "cmd"],
  ["commands.getoutput", "cmd"],
  ["commands.getstatusoutput", "cmd"],
  ["subprocess.getoutput", "cmd"],
  ["subprocess.getstatusoutput", "cmd"],
]);

/** What a shell does itself: a program of that name may not exist. */
const SHELL_COMMANDS: ReadonlySet<string> = new Set(
  `alias assoc bg bind break builtin call cd chdir cls command continue copy date declare del dir dirs disown echo
  endlocal enable erase eval exec exit export fg for ftype getopts goto hash help history if jobs let local logout
  md mkdir mklink move path pause popd pushd rd read readonly ren rename rmdir set setlocal shift shopt source start
  time times title trap type typeset ulimit umask unalias unset ver verify vol wait`.split(/\s+/),
);

export default defineRule({
  check(match) {
    const name = match.module.qualifiedName(match.finding) ?? "";
    const { positional, keywords } = callArguments(match.node("call"));
    const keyword = SHELLS.get(name);
    if (!keyword && !isTrue(keywords.get("shell"))) return null;
    const command = positional[0] ?? keywords.get(keyword ?? "args");
    if (!command) return null;
    if (isConstant(command, match.module)) {
      const what = plainWords(command)
        ? t`starts a shell for a command that never varies: a list of arguments needs none`
        : t`starts a shell for a command that never varies: safe as long as no other text gets into it`;
      return { severity: "information", values: { function: match.finding.text, what } };
    }
    if (isQuoted(command, match.module)) return null;
    return {
      values: {
        function: match.finding.text,
        what: t`hands text to a shell that runs whatever stands in it: pass a list of arguments`,
      },
    };
  },

  fix(match) {
    const call = match.node("call");
    const { positional, keywords, hasSplat } = callArguments(call);
    const [command] = positional;
    const words = command && plainWords(command);
    if (!words || hasSplat || keywords.has("executable")) return null;
    const list = replace(command, `[${words.map((word) => `"${word}"`).join(", ")}]`);
    const title = t`Pass a list of arguments (a program that is missing then raises FileNotFoundError)`;
    const shell = keywords.get("shell")?.parent;
    if (shell?.parent) {
      const gap = itemSpan(shell, codeChildren(shell.parent), match.source);
      return gap && unsafeFix(title, list, remove(gap));
    }
    // What the call gives back differs, so it must be of no interest.
    const isSystem = match.module.qualifiedName(match.finding) === "os.system";
    const run = isSystem && call.parent?.type === "expression_statement" && positional.length === 1;
    const target = run ? useName("subprocess.run", match.finding, match.module) : null;
    return target && unsafeFix(title, ...target.edits, replace(match.finding, target.text), list);
  },
});

function isTrue(value: Node | undefined): boolean {
  return value?.type === "true" || (value?.type === "integer" && value.text !== "0");
}

/** A text, or a list of them: no other value of the program gets into it. */
function isConstant(command: Node, module: Module): boolean {
  const expression = unparenthesized(command);
  if (expression.type !== "list" && expression.type !== "tuple") return constantTexts(module, expression) !== null;
  return codeChildren(expression).every((element) => constantTexts(module, element) !== null);
}

/** What gives one word to a shell, or a number. */
const HARMLESS = /^(shlex\.(quote|join)|pipes\.quote|builtins\.(int|float|len)|os\.getpp?id)$/;

/** Every part is constant, a number, or went through `shlex.quote`, so that no part is more than one word. */
function isQuoted(command: Node, module: Module): boolean {
  const expression = unparenthesized(command);
  if (constantTexts(module, expression) !== null) return true;
  switch (expression.type) {
    case "call": {
      const callee = expression.childForFieldName("function");
      if (callee === null) return false;
      return HARMLESS.test(module.qualifiedName(callee) ?? "") || isQuotedFormat(callee, expression, module);
    }
    case "binary_operator":
      return codeChildren(expression).every((operand) => isQuoted(operand, module));
    case "tuple":
    case "concatenated_string":
      return codeChildren(expression).every((part) => isQuoted(part, module));
    case "integer":
      return true;
    case "string":
      return codeChildren(expression).every((part) => part.type !== "interpolation" || isQuotedField(part, module));
    default:
      return false;
  }
}

/** `"ls {}".format(shlex.quote(name))` */
function isQuotedFormat(callee: Node, call: Node, module: Module): boolean {
  const text = callee.childForFieldName("object");
  if (!text || callee.childForFieldName("attribute")?.text !== "format" || constantTexts(module, text) === null)
    return false;
  const { positional, keywords, hasSplat } = callArguments(call);
  return !hasSplat && [...positional, ...keywords.values()].every((value) => isQuoted(value, module));
}

function isQuotedField(interpolation: Node, module: Module): boolean {
  const value = interpolation.childForFieldName("expression");
  return value !== null && isQuoted(value, module);
}

/** The words of a command that a shell would pass on as they are; null where it might do more. */
function plainWords(command: Node): string[] | null {
  if (command.type !== "string" || !/^["']/.test(firstChild(command, "string_start")?.text ?? "")) return null;
  const text = codeChildren(command)
    .map((part) => part.text)
    .slice(1, -1)
    .join("");
  const words = text.trim().split(/ +/);
  const isPlain = /^[\w@+:,./ -]+$/.test(text) && words.every((word) => word !== "");
  return isPlain && !SHELL_COMMANDS.has(words[0] ?? "") && !/^[-.]$/.test(words[0] ?? "") ? words : null;
}
