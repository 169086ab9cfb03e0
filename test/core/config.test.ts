import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { choicesIn } from "../../server/src/core/config/choices.ts";
import { KEYS, LEVELS, PROFILES } from "../../server/src/core/config/config.ts";
import { Project } from "../../server/src/core/config/project.ts";
import { holdsFor } from "../../server/src/core/config/python.ts";
import { readProjectFile } from "../../server/src/core/config/readToml.ts";
import { TOOLS } from "../../server/src/core/notes/note.ts";
import { ROOT, testGloss } from "../support/gloss.ts";
import { hasEnglish, veiled } from "../support/veil.ts";

/** What is written, the text that is underlined, and what is said of it. */
type Mistake = readonly [toml: string, marked: string, message: RegExp];

const MISTAKES: readonly Mistake[] = [
  // Where it stands.
  ["[pygloss]\nrules = {}", "pygloss", /^\[pygloss\] is read by nobody; write \[tool\.pygloss\]$/],
  ["[tool.pyglos]\nrules = {}", "pyglos", /did you mean \[tool\.pygloss\]\?$/],
  ["[tool.PyGloss]\nrules = {}", "PyGloss", /did you mean \[tool\.pygloss\]\?$/],
  ["[tool]\npygloss = 3", "pygloss", /is to be a table, .* and not 3$/],
  ["[[tool.pygloss]]\nrules = {}", "pygloss", /is to be a table, .* and not a list$/],
  // Keys.
  ["[tool.pygloss]\nrule = {}", "rule", /^there is no key rule; did you mean rules\?$/],
  ["[tool.pygloss]\nexcludes = []", "excludes", /did you mean exclude\?$/],
  ["[tool.pygloss]\nper_file_rules = {}", "per_file_rules", /did you mean per-file-rules\?$/],
  ["[tool.pygloss]\ndefer-to = []", "defer-to", /did you mean deferTo\?$/],
  ["[tool.pygloss]\nline-length = 88", "line-length", /^there is no key line-length; the keys are rules, exclude/],
  // Rules.
  ["[tool.pygloss]\nrules = []", "rules", /^rules is to be a table of levels, .* and not a list$/],
  ['[tool.pygloss]\nrules = "off"', "rules", /^rules is to be a table of levels, .* and not "off"$/],
  [
    '[tool.pygloss.rules]\nbare-excep = "off"',
    "bare-excep",
    /^there is no rule bare-excep; did you mean bare-except\?$/,
  ],
  ['[tool.pygloss]\nrules = { is-literl = "off" }', "is-literl", /did you mean is-literal\?$/],
  ['[tool.pygloss]\nrules.is_literal = "off"', "is_literal", /did you mean is-literal\?$/],
  ['[tool.pygloss.rules]\nB006 = "off"', "B006", /another linter; here the rule is called mutable-default-argument$/],
  ['[tool.pygloss.rules]\nloop-else = "off"', "loop-else", /^loop-else is a note without a rule; pygloss rules lists/],
  ['[tool.pygloss.rules]\nqqqqqqqqqqqqqq = "off"', "qqqqqqqqqqqqqq", /; pygloss rules lists them$/],
  [
    '[tool.pygloss.rules]\nbare-except = "warn"',
    "bare-except",
    /^"warn" is no level for bare-except; did you mean warning\?$/,
  ],
  [
    '[tool.pygloss.rules]\nbare-except = "critical"',
    "bare-except",
    /; it takes off, hint, information, warning and error$/,
  ],
  ['[tool.pygloss.rules]\nbare-except = "Error"', "bare-except", /did you mean error\?$/],
  ["[tool.pygloss.rules]\nbare-except = false", "bare-except", /; write "off"$/],
  ["[tool.pygloss.rules]\nbare-except = true", "bare-except", /a rule is on unless it is "off"$/],
  ["[tool.pygloss.rules]\nbare-except = 1979-05-27", "bare-except", /^a date is no level/],
  ['[tool.pygloss.rules]\nbare-except = ["off"]', "bare-except", /^a list is no level/],
  // Patterns.
  ['[tool.pygloss]\nexclude = "build/"', "exclude", /is to be a list of patterns, .* and not "build\/"$/],
  ["[tool.pygloss]\nexclude = [7]", "7", /^7 is no pattern; patterns are strings/],
  ['[tool.pygloss]\nexclude = ["a.py", " "]', " ", /^an empty pattern names no file$/],
  ["[tool.pygloss]\nexclude = [\n  'src\\gen',\n]", "src\\gen", /patterns have slashes, as in \.gitignore/],
  ['[tool.pygloss]\nexclude = ["../other/"]', "../other/", /below the folder of this file$/],
  ["[tool.pygloss]\nper-file-rules = []", "per-file-rules", /is to be a table, such as/],
  ['[tool.pygloss.per-file-rules]\n"tests/" = "off"', '"tests/"', /^tests\/ is to be a table of levels/],
  ['[tool.pygloss.per-file-rules."tests/"]\nbare-excpt = "off"', "bare-excpt", /did you mean bare-except\?$/],
  ['[tool.pygloss.per-file-rules]\n"" = { bare-except = "off" }', '""', /^an empty pattern names no file$/],
  // Python, profile, tools.
  ["[tool.pygloss]\npython = 3.10", "python", /as in requires-python, such as ">=3\.10", and not 3\.1$/],
  ['[tool.pygloss]\npython = "py310"', "python", /and not "py310"$/],
  ['[tool.pygloss]\npython = ""', "python", /and not ""$/],
  ['[tool.pygloss]\nprofile = "profesional"', "profile", /^"profesional" is no profile; did you mean professional\?$/],
  ['[tool.pygloss]\nprofile = "x"', "profile", /; it takes learner and professional$/],
  ['[tool.pygloss]\ndeferTo = "ruff"', "deferTo", /is to be a list of tools, such as \["ruff"\], and not "ruff"$/],
  ['[tool.pygloss]\ndeferTo = ["ruf"]', "ruf", /^deferTo knows no tool "ruf"; did you mean ruff\?$/],
  ["[tool.pygloss]\nbaseline = true", "baseline", /is to be the path of a file, such as .*, and not true$/],
  ['[tool.pygloss]\nbaseline = "../x.json"', "baseline", /in the folder of this file or below$/],
  ['[tool.pygloss]\nbaseline = "/etc/x.json"', "baseline", /^"\/etc\/x\.json": baseline is to be/],
  ['[tool.pygloss]\ndeferTo = ["eslint-x"]', "eslint-x", /; it knows ruff, flake8, pylint/],
];

describe("[tool.pygloss]", () => {
  for (const [toml, marked, message] of MISTAKES) {
    it(`tells what is wrong with ${JSON.stringify(toml)}, and reads the rest`, async () => {
      const { shelf } = await testGloss();
      const before = '[project]\nname = "x"\n\n';
      const text = `${before}${toml}\n`;
      const file = readProjectFile(text, shelf);
      const [problem, ...more] = file?.problems ?? [];
      assert.ok(problem, "nothing was said");
      assert.deepEqual(more, []);
      assert.match(problem.message, message);
      const translated = readProjectFile(text, shelf, veiled())?.problems[0]?.message ?? "";
      assert.ok(!hasEnglish(translated) && translated !== "", translated);
      const { start, end } = problem.range;
      assert.equal(text.split("\n")[start.line]?.slice(start.character, end.character), marked);
      // A right line keeps its meaning beside a wrong one, where one can stand there.
      if (!toml.startsWith("[tool.pygloss]\n") || toml.includes("rules")) return;
      const whole = toml.replace("[tool.pygloss]\n", '[tool.pygloss]\nrules.bare-except = "error"\n');
      assert.deepEqual(readProjectFile(whole, shelf)?.config.rules, { "bare-except": "error" });
    });
  }

  it("says where a file is no TOML, and only when it speaks of PyGloss", async () => {
    const { shelf } = await testGloss();
    const file = readProjectFile("[tool.pygloss]\nrules = {\n", shelf);
    assert.match(file?.problems[0]?.message ?? "", /^the file is no TOML: .*; nothing of it counts$/);
    assert.equal(readProjectFile("[tool.other\n", shelf), null);
    assert.equal(readProjectFile('[tool.ruff]\nselect = ["E"]\n', shelf), null);
  });

  it("reads all that is right", async () => {
    const { shelf } = await testGloss();
    const file = readProjectFile(
      `[project]
requires-python = ">=3.9"
[tool.pygloss]
exclude = ["gen/"]
profile = "professional"
deferTo = ["ruff", "pylint"]
baseline = "ci/known.json"
[tool.pygloss.rules]
bare-except = "error"
[tool.pygloss.per-file-rules]
"tests/" = { bare-except = "off" }
`,
      shelf,
    );
    assert.deepEqual(file?.problems, []);
    assert.deepEqual(file?.config, {
      exclude: ["gen/"],
      profile: "professional",
      deferTo: ["ruff", "pylint"],
      baseline: "ci/known.json",
      rules: { "bare-except": "error" },
      "per-file-rules": { "tests/": { "bare-except": "off" } },
      python: ">=3.9",
    });
  });
});

describe("the schema of [tool.pygloss]", () => {
  it("and the settings of VS Code know the same keys and words", async () => {
    const read = async (path: string) => JSON.parse(await readFile(join(ROOT, path), "utf8"));
    const { properties, definitions } = await read("docs/pygloss.schema.json");
    assert.deepEqual(Object.keys(properties), [...KEYS]);
    assert.deepEqual(definitions.levels.additionalProperties.enum, [...LEVELS]);
    assert.deepEqual(properties.profile.enum, [...PROFILES]);
    assert.deepEqual(properties.deferTo.items.enum, [...TOOLS]);
    const settings = (await read("package.json")).contributes.configuration.properties;
    for (const key of KEYS) assert.ok(settings[`pygloss.${key}`], key);
    assert.deepEqual(settings["pygloss.profile"].enum, [...PROFILES, null]);
    assert.deepEqual(settings["pygloss.deferTo"].items.enum, [...TOOLS]);
  });
});

describe("a project's configuration", () => {
  async function project(toml: string): Promise<Project> {
    const { shelf } = await testGloss();
    const file = readProjectFile(toml, shelf);
    assert.deepEqual(file?.problems, []);
    return new Project(file?.config ?? {}, choicesIn(new Map([["pyproject.toml", toml]])), shelf);
  }

  it("leaves rules to the tools that report the same", async () => {
    const all = await project('[tool.pygloss]\ndeferTo = ["ruff"]\n[tool.pygloss.rules]\nis-literal = "error"');
    assert.equal(all.levelsOf("a.py")["mutable-default-argument"], "off");
    assert.equal(all.levelsOf("a.py")["is-literal"], "error", "what is named is not left to others");
  });

  it("leaves to Ruff only what the project's Ruff selects", async () => {
    const defer = '[tool.pygloss]\ndeferTo = ["ruff"]\n';
    const levels = async (ruff: string) =>
      (await project(`${defer}${ruff}`)).levelsOf("a.py")["mutable-default-argument"];
    assert.equal(await levels('[tool.ruff.lint]\nselect = ["B"]'), "off");
    assert.equal(await levels('[tool.ruff.lint]\nselect = ["E", "F"]'), undefined);
    assert.equal(await levels('[tool.ruff.lint]\nselect = ["E"]\nextend-select = ["B006"]'), "off");
    assert.equal(await levels('[tool.ruff.lint]\nselect = ["B"]\nignore = ["B006"]'), undefined);
    assert.equal(await levels('[tool.ruff]\nselect = ["ALL"]'), "off");
    assert.equal(await levels('[tool.ruff.lint]\nselect = ["B006"]\nignore = ["B"]'), "off");
    assert.equal(await levels("[tool.ruff]\nline-length = 99"), "off", "what Ruff selects by itself is not known");
    assert.equal(await levels('[tool.ruff.lint]\nignore = ["B006"]'), undefined);
    assert.equal(await levels("[tool.ruff.lint]\nselect = []"), undefined);
  });

  it("knows what tools report from files of their own, of which the first counts", () => {
    const chosen = (files: Record<string, string>) => {
      const { ruff, pylint } = choicesIn(new Map(Object.entries(files)));
      return [ruff?.(["B006", "mutable-argument-default", "B007"]), pylint?.(["W0102", "dangerous-default-value"])];
    };
    assert.deepEqual(chosen({}), [undefined, undefined]);
    assert.deepEqual(chosen({ "ruff.toml": '[lint]\nselect = ["B"]' }), [true, undefined]);
    assert.equal(chosen({ "ruff.toml": '[lint]\nselect = ["B"]', ".ruff.toml": 'lint.select = ["E"]' })[0], false);
    const both = { "ruff.toml": 'lint.ignore = ["B"]', "pyproject.toml": '[tool.ruff.lint]\nselect = ["B"]' };
    assert.equal(chosen(both)[0], false);
    assert.equal(chosen({ "ruff.toml": '[lint.per-file-ignores]\n"a.py" = ["B"]' })[0], true);
    const named = (key: string) => chosen({ "ruff.toml": `lint.${key} = ["mutable-argument-default"]` })[0];
    assert.deepEqual([named("select"), named("ignore")], [true, true], "by name; B007 is left");
    for (const [file, text, reports] of [
      [".pylintrc", "[MESSAGES CONTROL]\ndisable=W0102\n", false],
      [".pylintrc", "[MESSAGES CONTROL]\ndisable=missing-docstring,\n        dangerous-default-value\n", false],
      [".pylintrc", "[MAIN]\njobs=2\n", true],
      ["pylintrc", "[MAIN]\ndisable=all\nenable=W0102\n", true],
      ["pylintrc", "[MAIN]\ndisable=all\nenable=W0611\n", false],
      ["pyproject.toml", '[tool.pylint."messages control"]\ndisable = ["W", "C"]\n', false],
      ["setup.cfg", "[pylint.messages control]\ndisable = C\n", true],
      ["setup.cfg", "[flake8]\nignore = W\n", undefined],
    ] as const) {
      assert.equal(chosen({ [file]: text })[1], reports, `${file}: ${text}`);
    }
  });

  it("knows files by patterns", async () => {
    const one = await project(
      '[tool.pygloss]\nexclude = ["gen/", "*_pb2.py"]\n[tool.pygloss.per-file-rules]\n"tests/" = { bare-except = "off" }',
    );
    assert.deepEqual(
      ["gen/a.py", "x/gen/a.py", "x_pb2.py", "general.py", "../a.py"].map((path) => one.excludes(path)),
      [true, true, true, false, false],
    );
    assert.equal(one.levelsOf("tests/a.py")["bare-except"], "off");
    assert.equal(one.levelsOf("src/a.py")["bare-except"], undefined);
  });

  it("compares versions by the oldest Python that is meant", () => {
    for (const [versions, python, holds] of [
      [">=3.10", ">=3.9", false],
      [">=3.10", ">=3.10,<4", true],
      [">=3.8", "3.12", true],
      ["<3.9", ">=3.12", false],
      [">=3.9", "<4", true],
    ] as const) {
      assert.equal(holdsFor(versions, python), holds, `${versions} for ${python}`);
    }
  });
});
