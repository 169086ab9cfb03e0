import assert from "node:assert/strict";
import { ignoreEdit } from "../../server/src/lsp/ignore.ts";

/** `«»` marks the finding; the answer is the text with the comment in it. */
function ignored(marked: string, rule = "x"): string | null {
  const start = marked.indexOf("«");
  const text = marked.replace(/[«»]/g, "");
  const edit = ignoreEdit(text, { start, end: marked.indexOf("»") - 1 }, rule);
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

const C = "  # pygloss: ignore[x]";

describe("ignoring a finding", () => {
  const cases: [string, string, string | null][] = [
    ["ends the line", "a\n«b» = 1\nc\n", `a\nb = 1${C}\nc\n`],
    ["ends the last line, too", "«b» = 1", `b = 1${C}`],
    ["leaves white space alone", "«b» = 1  \t\r\nc", `b = 1${C}  \t\r\nc`],
    ["stands behind another comment", "«b»  # type: ignore\n", `b  # type: ignore${C}\n`],
    ["joins its like", "«b»  # pygloss: ignore[a]\n", "b  # pygloss: ignore[a, x]\n"],
    ["joins its like behind another comment", "«b»  # noqa # pygloss:ignore[ ] z", "b  # noqa # pygloss:ignore[ x] z"],
    ["is not fooled by a string", 'f("# pygloss: ignore[a]", «b»)', `f("# pygloss: ignore[a]", b)${C}`],
    ["stands at the first line of brackets", "f(\n  «b»,\n  # no\n)\n", `f(${C}\n  b,\n  # no\n)\n`],
    ["joins its like in a later line", "f(\n  «b»  # pygloss: ignore[a]\n)", "f(\n  b  # pygloss: ignore[a, x]\n)"],
    ["knows where a statement begins", "a\nif f(\n  1):\n  «b»\n", `a\nif f(\n  1):\n  b${C}\n`],
    ["comes after a decorator", "@d(\n)\ndef f(x=«[]»):\n  pass", `@d(\n)\ndef f(x=[]):${C}\n  pass`],
    ["never follows a backslash", "a = 1 + \\\n  «b»\n", `a = 1 + \\\n  b${C}\n`],
    ["is not offered where there is no place", "«a» = 1 + \\\n  b\n", null],
    ["is not offered in a string", 's = """ «b»\n"""\n', null],
    ["follows the end of a string", 'f("""\n""", «b»)\n', `f("""\n""", b)${C}\n`],
    ["follows a finding that ends in a string's last line", 's = «"""\n"""»\n', `s = """\n"""${C}\n`],
    ["reads raw strings", "r'\\' + «b»  # '\n", `r'\\' + b  # '${C}\n`],
    ["reads doubled quotes", "a = '' + «b»\n", `a = '' + b${C}\n`],
    ["reads escaped quotes", "a = '\\'#' + «b»\n", `a = '\\'#' + b${C}\n`],
    ["reads strings in fields of strings", 'a = f"{d["#"]:>{w}} {{" + «b»\n', `a = f"{d["#"]:>{w}} {{" + b${C}\n`],
    [
      "reads colons in fields",
      "a = f'{x:\"<10} {d[1:2]} {(lambda: 1)()}' + «b»",
      `a = f'{x:"<10} {d[1:2]} {(lambda: 1)()}' + b${C}`,
    ],
    [
      "reads long strings in fields",
      'a = f"""{\nd["""#"""]\n} #""" + «b»\n',
      `a = f"""{\nd["""#"""]\n} #""" + b${C}\n`,
    ],
    ["does not take a name for a prefix", "buff'{' + «b»\n", `buff'{' + b${C}\n`],
    ["gets over a string that nobody closed", "a = 'abc\n«b»\n", `a = 'abc\nb${C}\n`],
    ["gets over a field that nobody closed", 'a = f"{"\n«b»\n', `a = f"{"\nb${C}\n`],
    ["gets over brackets that nobody opened", ")}]\n«b»\n", `)}]\nb${C}\n`],
    ["ends lines at a lone return", "a\r«b»\rc", `a\rb${C}\rc`],
    ["takes astral characters in its stride", "🐍 = '🎈'; «b»\n", `🐍 = '🎈'; b${C}\n`],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(ignored(before), after));
});
