import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, PythonFile } from "../../server/src/core/api.ts";
import { Patterns } from "../../server/src/core/config/patterns.ts";
import { readProjectFile } from "../../server/src/core/config/readToml.ts";
import { ROOT, testGloss, testGrammar } from "../support/gloss.ts";

/** A link, HTML, an end of the quotation, a terminal's command, a line of its own and a change of direction. */
const EVIL = "](command:evil) <img src=x>`[evil](command:evil)`\u001b]0;evil\u0007\u009b31m\u202e\r\u2028evil";
/** What no line that somebody reads may hold. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

describe("what rules say of hostile code", () => {
  /** Everything in findings that somebody will read. */
  function said(findings: readonly Finding[]): string[] {
    return findings.flatMap(({ message, related, fixes }) => [
      message,
      ...related.map((one) => one.message),
      ...fixes.map(({ title }) => title),
    ]);
  }

  it("is one line without control characters, and quotes what it repeats", async () => {
    const [gloss, grammar] = [await testGloss(), await testGrammar()];
    const seen = new Set<string>();
    for (const path of readdirSync(join(ROOT, "knowledge"), { recursive: true, encoding: "utf8" })) {
      if (!path.endsWith("cases.py")) continue;
      const text = readFileSync(join(ROOT, "knowledge", path), "utf8");
      const tree = grammar.parse(text);
      const strings = tree.rootNode.descendantsOfType("string_content");
      for (const [all, chosen] of [true, false].map((all) => [all, all ? strings : []] as const)) {
        let hostile = text;
        // A string keeps its first word, because rules ask what a string says.
        for (const node of [...chosen].reverse())
          if (node)
            hostile = `${hostile.slice(0, node.endIndex)} ${EVIL.replace("\r", "")}${hostile.slice(node.endIndex)}`;
        if (!all) hostile = text.replace(/^(?!\s*#\^)(.*[^\s\\'"])$/gm, `$1  # ${EVIL.replace("\r", "")}`);
        const file = gloss.parse("cases.py", hostile);
        for (const line of said(file.findings())) {
          assert.doesNotMatch(line, CONTROLS, path);
          const outside = line.replace(/`[^`]*`/g, "");
          assert.doesNotMatch(outside, /evil|<img|`/, `${path}: ${line}`);
          if (line.includes("evil") || line.includes("<img")) seen.add(path);
        }
        file.free();
      }
      tree.delete();
    }
    assert.ok(seen.size > 0, "at least one rule repeats what stands in a string");
  });

  it("holds for names in all alphabets", async () => {
    const file = (await testGloss()).parse("a.py", "def f(ש=[], ﷺ={}):\n    ש.append(ﷺ)\n    return ש\n");
    assert.ok(said(file.findings()).length > 0);
    for (const line of said(file.findings())) assert.doesNotMatch(line, CONTROLS);
    file.free();
  });
});

/** What anyone can ask of a file. */
function askEverything(file: PythonFile): PythonFile {
  file.findings();
  for (const offset of [0, 5, file.source.text.length >> 1, file.source.text.length - 2]) file.hover(offset);
  for (const _ of file.met());
  const edited = file.edit([{ span: { start: 0, end: 0 }, text: "y = 2\n" }]);
  edited.findings();
  return edited;
}

describe("code that nests ten thousand times", () => {
  const many = (text: string) => text.repeat(10_000);
  const deep: Readonly<Record<string, string>> = {
    parentheses: `x = ${many("(")}1${many(")")}\n`,
    lists: `x = ${many("[")}1${many("]")}\n`,
    dictionaries: `x = ${many("{1:")}1${many("}")}\n`,
    "brackets that nobody closes": `x = ${many("(")}`,
    attributes: `x = a${many(".b")}\n`,
    "calls of what a call returned": `x = a${many(".b()")}\n`,
    "calls in calls": `x = ${many("list(")}1${many(")")}\n`,
    subscripts: `x = a${many("[0]")}\n`,
    "unary operators": `x = ${many("-")}1\n`,
    negations: `x = ${many("not ")}1\n`,
    sums: `x = ${many("1+")}1\n`,
    "targets of del": `del ${many("(")}a${many(")")}\n`,
    "targets of an assignment": `${many("[")}a${many("]")} = b\n`,
    lambdas: `x = ${many("lambda: ")}1\n`,
    "blocks, as far as the indentation fits in a file": nestedBlocks(1500),
  };
  for (const [name, text] of Object.entries(deep)) {
    it(name, async () => {
      askEverything((await testGloss()).parse("a.py", text)).free();
    });
  }

  it("comparisons, a thousand of them, since the parser itself is slow with more", async () => {
    askEverything((await testGloss()).parse("a.py", `x = ${"a < ".repeat(1000)}b\n`)).free();
  });

  function nestedBlocks(depth: number): string {
    const heads = Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}if x:\n`);
    return `${heads.join("")}${" ".repeat(depth)}pass\n`;
  }
});

describe("code that has two thousand of a kind in one place", () => {
  const each = (line: (index: number) => string) => Array.from({ length: 2000 }, (_, index) => line(index)).join("");
  const clauses = (clause: (index: number) => string) => `def f():\n    try:\n        g()\n${each(clause)}`;
  const wide: Record<string, string> = {
    decorators: `${each(() => "@d\n")}def f(): pass\n`,
    "decorators of a class": `${each((index) => `@d${index}\n`)}class C: pass\n`,
    "handlers that pass": clauses((index) => `    except E${index}:\n        pass\n`),
    "handlers that bind one name": clauses(() => "    except ValueError as e:\n        print(e)\n"),
    "attributes of a class": `class C:\n${each((index) => `    x${index} = []\n`)}`,
    "classes, each of which inherits from the one before": each(
      (index) => `class C${index + 1}(C${index}):\n    def __eq__(self, other): return True\n`,
    ),
    "names that are global": `def f():\n    global ${each((index) => `a${index}, `)}b\n${each((index) => `    a${index} = 1\n`)}`,
    "imports in a function": `def f():\n${each((index) => `    import m${index}\n`)}`,
    "star imports": each((index) => `from m${index} import *\n`),
    "functions made in a loop": `for i in x:\n${each(() => "    y.append(lambda: i)\n")}`,
    "files for one variable": `def f():\n${each(() => '    x = open("a")\n    x.close()\n')}`,
    "files for one variable of the module": each(() => 'x = open("a")\nx.close()\n'),
    "mutable defaults": `def f(${each((index) => `a${index}=[], `)}):\n${each((index) => `    a${index}.append(1)\n`)}`,
  };
  const comments = each(() => "    # a comment\n");
  wide["comments in a function"] = `def f():\n    x = 1\n${comments}    y = 1\n`;
  wide["comments behind code, with gaps"] = `x = 1\n${each(() => "# a comment\n\n")}`;
  for (const [name, text] of Object.entries(wide)) {
    it(name, async () => {
      askEverything((await testGloss()).parse("a.py", text)).free();
    });
  }
});

describe("a long stretch of comments", () => {
  const code = "def f(a=[]):\n    return a is 1\n";
  const comments = (count: number) => Array.from({ length: count }, (_, index) => `# comment ${index}\n`).join("");

  it("changes nothing for the code around it, also while it grows and shrinks", async () => {
    const gloss = await testGloss();
    let file = gloss.parse("a.py", `${code}${comments(205)}${code}`);
    assert.equal(file.findings().length, 4);
    for (const [from, what] of [
      ["# comment 100", "x is 2\n"],
      ["# comment 3\n", ""],
      ["x is 2\n", ""],
      ["# comment 20", comments(30)],
      ["def f", "# pygloss: ignore-file\n"],
      ["# comment 60", "'''"],
      ["# comment 150", "'''\n"],
      ["# comment 170", "#"],
    ] as const) {
      const start = file.source.text.indexOf(from);
      const end = start + (what === "" ? from.length : 0);
      file = file.edit([{ span: { start, end }, text: what }]);
      const fresh = gloss.parse("a.py", file.source.text);
      assert.deepEqual(file.findings(), fresh.findings(), `after ${JSON.stringify(what)}`);
      fresh.free();
    }
    file.free();
  });

  it("may be the inside of a string, which stays one", async () => {
    const file = (await testGloss()).parse("a.py", `x = """\n${comments(300)}# end"""\n${code}`);
    assert.equal(file.findings().length, 2);
    file.free();
  });
});

describe("a hostile pyproject.toml", () => {
  async function check(name: string, text: string, expected: RegExp): Promise<void> {
    const { shelf } = await testGloss();
    const start = performance.now();
    const problems = readProjectFile(text, shelf)?.problems ?? [];
    assert.ok(performance.now() - start < 20_000, `${name} took too long`);
    assert.match(problems.map(({ message }) => message).join("\n"), expected, name);
    for (const { message } of problems) {
      assert.doesNotMatch(message, CONTROLS);
      assert.ok(message.length <= 500, name);
    }
  }

  it("is told in short, and costs no more than a moment", async () => {
    const head = "[tool.pygloss]\n";
    const keys = Array.from({ length: 10_000 }, (_, index) => `k${index} = 1\n`).join("");
    await check("many keys", head + keys, /there is no key k0;/);
    const rules = Array.from({ length: 10_000 }, (_, index) => `rule-${index} = "off"\n`).join("");
    await check("many rules", `[tool.pygloss.rules]\n${rules}`, /there is no rule rule-0;/);
    await check("a long key", `${head}${"k".repeat(900_000)} = 1\n`, /there is no key kkkk/);
    await check("a long rule", `[tool.pygloss.rules]\n${"bare-".repeat(180_000)} = "off"\n`, /there is no rule bare-/);
    await check("a long version", `${head}python = "${" ".repeat(900_000)}x"\n`, /python is to be versions/);
    await check("a deep list", `${head}exclude = ${"[".repeat(400_000)}${"]".repeat(400_000)}\n`, /no TOML/);
    await check("a deep table", `${head}rules = ${"{a=".repeat(300_000)}1${"}".repeat(300_000)}\n`, /no TOML/);
    await check("a terminal's command in a key", `${head}"\\u001b]0;x\\u0007" = 1\n`, /no key \\u001b\]0;x\\u0007/);
  });

  it("reaches no prototype", async () => {
    const { shelf } = await testGloss();
    const text =
      '[tool.pygloss]\n__proto__ = { polluted = "off" }\nconstructor = 1\n[tool.pygloss.rules]\n__proto__ = "off"\n' +
      '[tool.pygloss.per-file-rules]\n"__proto__" = { bare-except = "off" }\n[__proto__]\npolluted = 1\n';
    const file = readProjectFile(text, shelf);
    assert.match(
      file?.problems.map(({ message }) => message).join("\n") ?? "",
      /no key __proto__[\s\S]*no key constructor/,
    );
    assert.equal(Reflect.get({}, "polluted"), undefined);
    assert.equal(Reflect.get(file?.config.rules ?? {}, "polluted"), undefined);
  });

  it("names no files outside of its folder", async () => {
    const paths = ["../a.py", "~/a.py", "C:/a.py", "a\\\\..\\\\b.py"].map((path) => `"${path}"`).join(", ");
    const { shelf } = await testGloss();
    assert.equal(readProjectFile(`[tool.pygloss]\nexclude = [${paths}]\n`, shelf)?.problems.length, 4);
    for (const path of ["../a.json", "a/../../b.json", "/etc/passwd", "//host/a", "C:/a", "~/a", "a\\b", "\\host"]) {
      const file = readProjectFile(`[tool.pygloss]\nbaseline = '${path}'\n`, shelf);
      assert.equal(file?.config.baseline, undefined, path);
      assert.equal(file?.problems.length, 1, path);
    }
  });

  it("has no patterns that never come to an end", async () => {
    await check("globstars", `[tool.pygloss]\nexclude = ["${"**/a/".repeat(9)}b"]\n`, /has more than 3 of \*\*/);
    const start = performance.now();
    for (const pattern of [
      "a/**/a/**/a/**/b",
      `${"*a".repeat(60)}b`,
      `${"?*".repeat(60)}b`,
      `${"[ab]*".repeat(60)}c`,
    ]) {
      const patterns = new Patterns([pattern]);
      for (const path of ["a/".repeat(63), "a/".repeat(4000), "a".repeat(4000), `${"ab".repeat(2000)}/c`])
        patterns.test(`${path}x`);
    }
    assert.ok(performance.now() - start < 20_000);
  });
});
