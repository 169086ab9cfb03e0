import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  constantTexts,
  defineRule,
  expectsFailure,
  firstChild,
  type Match,
  type Report,
  replace,
  safeFix,
  t,
  unparenthesized,
  unsafeFix,
  useName,
} from "#rule";

/** What `ast.literal_eval` reads just as `eval` does: one number, one plain text, or a flat display of them. */
const ATOM = String.raw`(-?\d+(\.\d+)?|True|False|None|'[^'\\\n]*'|"[^"\\\n]*")`;
const ATOMS = `${ATOM}(, *${ATOM})*`;
const PAIRS = `${ATOM}: *${ATOM}(, *${ATOM}: *${ATOM})*`;
const LITERAL = new RegExp(String.raw`^(${ATOM}|\[(${ATOMS})?\]|\((${ATOMS},?)?\)|\{${ATOMS}\}|\{(${PAIRS})?\})$`);

const NAMES: ReadonlySet<string> = new Set(["identifier", "attribute", "subscript"]);

export default defineRule({
  check(match) {
    const name = match.module.qualifiedName(match.finding)?.slice("builtins.".length) ?? "";
    const { positional, keywords } = callArguments(match.node("call"));
    const code = positional[0] ?? keywords.get(name === "__import__" ? "name" : "source");
    if (!code) return null;
    const isConstant = constantTexts(match.module, textOf(match, code)) !== null;
    if (name === "__import__") return judgeImport(isConstant);
    if (name === "compile") return judgeCompile(match, code);
    if (isConstant) return judgeConstant(match, name);
    return { values: { function: name, advice: t`runs whatever code it is given: no text from outside may reach it` } };
  },

  fix(match) {
    const call = match.node("call");
    const { positional, keywords, hasSplat } = callArguments(call);
    const [code] = positional;
    if (!code || positional.length > 1 || keywords.size > 0 || hasSplat) return null;
    const name = match.module.qualifiedName(match.finding);
    if (name === "builtins.__import__") {
      // Somebody who puts a function of his own there, to watch imports, wants it called.
      if (/\.__import__\b(?!\s*\()/.test(match.module.textWith("__import__"))) return null;
      // `__import__("a.b")` gives `a`, and `import_module("a.b")` gives `b`.
      const isTopLevel = code.type === "string" && /^\w+$/.test(plainText(code) ?? "");
      const target = isTopLevel ? useName("importlib.import_module", match.finding, match.module) : null;
      return target && safeFix(t`Call importlib.import_module`, ...target.edits, replace(match.finding, target.text));
    }
    const target = name === "builtins.eval" ? useName("ast.literal_eval", match.finding, match.module) : null;
    if (!target) return null;
    const edits = [...target.edits, replace(match.finding, target.text)];
    if (code.type === "string") {
      return LITERAL.test(plainText(code) ?? "") ? safeFix(t`Call ast.literal_eval`, ...edits) : null;
    }
    return mayBeLiteral(match, code)
      ? unsafeFix(t`Call ast.literal_eval (it reads literals only: names, calls and operators raise)`, ...edits)
      : null;
  },
});

/** What stands behind code that is compiled in the same breath: `exec(compile(text, "name", "exec"))`. */
function textOf({ module }: Match, code: Node): Node {
  const callee = code.type === "call" ? code.childForFieldName("function") : null;
  const isCompiled = callee !== null && module.qualifiedName(callee) === "builtins.compile";
  return (isCompiled ? callArguments(code).positional[0] : null) ?? code;
}

function judgeConstant(match: Match, name: string): Report | null {
  // Code that must not compile, or not in this function, can stand in a text only.
  if (expectsFailure(match.node("call"), "builtins.SyntaxError", match.module)) return null;
  const advice = t`hides constant code in a text, where tools and readers do not see it`;
  return { severity: "information", values: { function: name, advice } };
}

function judgeImport(isConstant: boolean): Report {
  const advice = isConstant
    ? t`is what the \`import\` statement calls: write that, or importlib.import_module`
    : t`runs whichever module the name picks: take no name from outside, and importlib.import_module to do it`;
  return { values: { function: "__import__", advice }, ...(isConstant ? { severity: "information" as const } : {}) };
}

/** Compiling runs nothing yet; only text that is read from outside is worth a word, and a flag may ask for a tree. */
function judgeCompile(match: Match, code: Node): Report | null {
  const call = match.node("call");
  const { positional, keywords, hasSplat } = callArguments(call);
  const user = call.parent?.type === "argument_list" ? call.parent.parent?.childForFieldName("function") : null;
  const isRun = user && /^builtins\.(exec|eval)$/.test(match.module.qualifiedName(user) ?? "");
  if (isRun || hasSplat || positional.length > 3 || keywords.has("flags") || !isRead(match, code)) return null;
  const advice = t`makes code of text that was read: whoever wrote that text decides what runs`;
  return { severity: "hint", values: { function: "compile", advice } };
}

function isRead(match: Match, code: Node): boolean {
  const expression = unparenthesized(code);
  const callee = expression.type === "call" ? expression.childForFieldName("function") : null;
  if (!callee) return false;
  if (match.module.qualifiedName(callee) === "builtins.input") return true;
  return callee.type === "attribute" && callee.childForFieldName("attribute")?.text === "read";
}

/** What made the value may be known, and then it may be code, which is no text at all. */
function mayBeLiteral(match: Match, code: Node): boolean {
  if (code.type === "call") return isRead(match, code);
  if (!NAMES.has(code.type)) return false;
  const type = match.module.typeName(code);
  return constantTexts(match.module, code) === null && (!type || /^builtins\.(str|bytes|input)$/.test(type));
}

/** What stands between the quotes, where that is what the text is. */
function plainText(string: Node): string | null {
  const prefix = firstChild(string, "string_start")?.text ?? "";
  if (/^[a-z]*[bft]/i.test(prefix)) return null;
  const [content, ...others] = codeChildren(string).filter((part) => part.type === "string_content");
  return content && others.length === 0 && content.childCount === 0 ? content.text : null;
}
