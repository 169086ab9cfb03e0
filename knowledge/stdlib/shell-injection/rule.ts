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
  `alias assoc bg bind break builtin call caller cd chdir cls color command compgen complete compopt continue copy date
  declare del dir dirs disown dpath echo endlocal enable erase eval exec exit export fc fg for ftype getopts goto hash
  help history if jobs let local logout mapfile md mkdir mklink move path pause popd prompt pushd rd read readarray
  readonly rem ren rename return rmdir set setlocal shift shopt source start suspend time times title trap type typeset
  ulimit umask unalias unset ver verify vol wait`.split(/\s+/),
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

const NUMBERS = /^(builtins\.(int|float|len)|os\.getpp?id)$/;
/** What gives words to a shell, in quotes of its own. */
const QUOTERS = /^(shlex\.(quote|join)|pipes\.quote)$/;

/** Stands for what a quoter gave. Inside of other quotes, or behind a backslash, its own only end those. */
const WORD = "\0";
const PROTECTED = /\\.|'[^'\n]*'?|"(?:\\.|[^"\\\n])*"?/gs;
/** In double quotes a command of its own begins: there quotes begin anew, up to its end. */
const SUBSTITUTION = /^".*(\$\(|`)/s;
const SUBSTITUTED = /\$\([^()]*\)|`[^`]*`/g;
const FIELD = /\{\{|\}\}|\{[^{}]*\}/g;
const PERCENT = /%%|%(?:\([^()]*\))?[^%a-z]*[a-z]/gi;
/** `%d` refuses all but numbers. */
const NUMBER_FIELD = /^%.*[diouxefg]$/i;
/** What repr() gives stands in quotes of its own, and a precision cuts the last quote off. */
const SPOILS = /![ra]|^\s*=|^%.*[ra]$|\.\d/;

/** Every part is constant, a number, or went through `shlex.quote`, so that no part is more than one word. */
function isQuoted(command: Node, module: Module): boolean {
  const text = sketch(command, module);
  const parts = text?.match(PROTECTED) ?? [];
  if (text === null) return false;
  return parts.every((part) => {
    const rest = part.startsWith('"') ? part.replace(SUBSTITUTED, "") : part;
    return !rest.includes(WORD) || SUBSTITUTION.test(rest);
  });
}

/** The command with something harmless in place of what varies; null where that cannot be told. */
function sketch(command: Node, module: Module): string | null {
  const expression = unparenthesized(command);
  const [constant] = constantTexts(module, expression) ?? [];
  if (constant !== undefined) return unescaped(constant);
  switch (expression.type) {
    case "call": {
      const callee = expression.childForFieldName("function");
      const name = (callee && module.qualifiedName(callee)) ?? "";
      if (QUOTERS.test(name)) return WORD;
      return NUMBERS.test(name) ? "0" : callee && sketchOfFormat(callee, expression, module);
    }
    case "binary_operator": {
      const [left, right] = codeChildren(expression);
      const text = left ? sketch(left, module) : null;
      if (text === null || !right) return null;
      if (expression.childForFieldName("operator")?.type !== "%") return joined([text, sketch(right, module)]);
      const values = right.type === "tuple" ? codeChildren(right) : [right];
      const texts = values.map((value) => sketch(value, module));
      return filled(text, PERCENT, texts);
    }
    case "tuple":
    case "concatenated_string":
      return joined(codeChildren(expression).map((part) => sketch(part, module)));
    case "integer":
      return "0";
    case "string":
      return joined(
        codeChildren(expression).map((part) => {
          if (part.type !== "interpolation") return part.type === "string_content" ? unescaped(part.text) : "";
          const value = part.childForFieldName("expression");
          return value && placed(part.text.slice(value.endIndex - part.startIndex), sketch(value, module));
        }),
      );
    default:
      return null;
  }
}

/** `"ls {}".format(shlex.quote(name))` */
function sketchOfFormat(callee: Node, call: Node, module: Module): string | null {
  const object = callee.childForFieldName("object");
  const [text] = (object && constantTexts(module, object)) ?? [];
  const { positional, keywords, hasSplat } = callArguments(call);
  if (text === undefined || callee.childForFieldName("attribute")?.text !== "format" || hasSplat) return null;
  const values = [...positional, ...keywords.values()].map((value) => sketch(value, module));
  // Fields by name or number may take them in another order.
  return values.includes(null) ? null : filled(unescaped(text), FIELD, values);
}

/** The values take the places of the fields, in their order. */
function filled(text: string, field: RegExp, values: readonly (string | null)[]): string | null {
  let index = 0;
  let isKnown = true;
  const result = text.replace(field, (found) => {
    if (/^(\{\{|\}\}|%%)$/.test(found)) return found.slice(1);
    const value = placed(found, values[Math.min(index++, values.length - 1)] ?? null);
    isKnown &&= value !== null;
    return value ?? "";
  });
  // The `*` of a `%*d` takes one more value than is counted here.
  return isKnown && !values.slice(index).includes(null) ? result : null;
}

/** What a field makes of a value: `%r`, `{!r}`, or what stands behind the expression in an f-string. */
function placed(field: string, value: string | null): string | null {
  if (NUMBER_FIELD.test(field)) return "0";
  return value?.includes(WORD) && SPOILS.test(field) ? null : value;
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join("");
}

function unescaped(text: string): string {
  return text.replace(/\\(["'\\])/g, "$1");
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
