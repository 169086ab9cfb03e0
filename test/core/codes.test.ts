import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCodes } from "../../knowledge/compiler/codes.ts";
import { explainCode } from "../../server/src/core/notes/explainCode.ts";
import { testGloss } from "../support/gloss.ts";
import { knownCodes } from "../support/knownCodes.ts";

const NO_LINK = () => null;

describe("codes of other tools", () => {
  /** The code that is explained at the mark ‸, and where it stands. */
  async function at(marked: string): Promise<string | null> {
    const offset = marked.indexOf("‸");
    const text = marked.replace("‸", "");
    const file = (await testGloss()).parse("a.py", text);
    try {
      const found = file.codeAt(offset);
      if (found) assert.equal(text.slice(found.span.start, found.span.end), found.id);
      return found?.id ?? null;
    } finally {
      file.free();
    }
  }

  it("are found in the comments that silence them", async () => {
    for (const [marked, code] of [
      ["x = 1  # noqa: E5‸01\n", "E501"],
      ["x = 1  # noqa: E501, ‸F401\n", "F401"],
      ["x = 1  # NOQA:E501 F4‸01\n", "F401"],
      ["# ruff: noqa: D‸100\n", "D100"],
      ["# flake8: noqa: E5‸01\n", "E501"],
      ["x = 1  # type: ignore[report‸ArgumentType]\n", "reportArgumentType"],
      ["x = 1  # ruff: ignore[unused-‸import]\n", "unused-import"],
      ["x = 1  # pyright: ignore[a, reportOptional‸Call]\n", "reportOptionalCall"],
      ["x = 1  # pylint: disable=W0611,line-too‸-long\n", "line-too-long"],
      ["# pylint: disable-next=inva‸lid-name\n", "invalid-name"],
      ["x = 1  # nosec B‸602\n", "B602"],
      ["x = 1  # nosec: B602, B‸605\n", "B605"],
    ] as const) {
      assert.equal(await at(marked), code, marked);
    }
  });

  it("are not found elsewhere", async () => {
    for (const marked of [
      "# about E5‸01\n",
      "x = '# noqa: E5‸01'\n",
      "x = 1  # no‸qa: E501\n",
      "E5‸01 = 1  # noqa\n",
    ]) {
      assert.equal(await at(marked), null, marked);
    }
  });

  it("are explained by our note on the same thing, else in a few words", async () => {
    const gloss = await testGloss();
    assert.match((await explainCode(gloss, "b006", NO_LINK)) ?? "", /^\*\*Mutable default argument\*\*/);
    const said = (await explainCode(gloss, "raise-missing-from", NO_LINK)) ?? "";
    assert.match(said, /^\*\*raise-missing-from\*\*: An exception is raised in an `except` without `from`\.\n/);
    assert.match(said, /```python\nraise ConfigError\(path\) from error\n```/);
    assert.match(
      said,
      /Ruff B904, raise-without-from-inside-except; Pylint W0707, raise-missing-from · more: `pygloss explain exception-chaining`$/,
    );
    const wider = (await explainCode(gloss, "W0104", NO_LINK)) ?? "";
    assert.match(wider, /^\*\*W0104\*\*: An expression stands alone/, "our note is about Future.result only");
    assert.equal(await explainCode(gloss, "XYZ999", NO_LINK), null);
    assert.equal(await explainCode(gloss, "closures", NO_LINK), null, "an id of ours is no code");
  });

  it("come from all the families that people meet", async () => {
    const { codes: entries } = await knownCodes();
    const codes = entries.flatMap(({ codes }) => Object.values(codes).flat());
    assert.ok(codes.length >= 250, `${codes.length} codes`);
    for (const family of "E F W B C4 SIM UP PLC PLE PLR PLW RUF ASYNC S PT N D".split(" ")) {
      const own = codes.filter((code) => new RegExp(`^${family}\\d+$`).test(code));
      assert.ok(own.length >= 3, `${family} has ${own.length}`);
    }
    for (const kind of [/^report[A-Z]/, /^[CRWE]\d{4}$/]) {
      assert.ok(codes.filter((code) => kind.test(code)).length >= 30, String(kind));
    }
  });
});

describe("the compiler of codes", () => {
  async function problemsOf(yaml: string): Promise<string[]> {
    const root = mkdtempSync(join(tmpdir(), "pygloss-codes-"));
    try {
      mkdirSync(join(root, "knowledge/codes"), { recursive: true });
      writeFileSync(join(root, "knowledge/codes/a.yaml"), yaml);
      const { problems } = await readCodes(root, new Set(["closures"]));
      return problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    } finally {
      rmSync(root, { recursive: true });
    }
  }

  const entry = (codes: string, more = "") =>
    `- codes: ${codes}\n  means: "A."\n  why: "B."\n  better: "x = 1"\n${more}`;

  it("names file, line and what is wrong", async () => {
    assert.deepEqual(await problemsOf(entry("{ruff: [F401]}", "  note: closures\n")), []);
    assert.deepEqual(await problemsOf(entry("{ruff: [F401]}") + entry("{ruff: [f401]}")), [
      "knowledge/codes/a.yaml:5: f401 is explained twice",
    ]);
    assert.deepEqual(await problemsOf(entry("{ruff: [F401]}", "  note: nothing\n")), [
      "knowledge/codes/a.yaml:1: there is no note nothing",
    ]);
    assert.match(
      (await problemsOf(entry("{eslint: [F401]}")))[0] ?? "",
      /^knowledge\/codes\/a\.yaml:1: codes\.eslint: /,
    );
    assert.match((await problemsOf(entry("{ruff: [F401]}", "  notes: x\n")))[0] ?? "", /a\.yaml:1: notes: /);
    assert.match((await problemsOf('- codes: {ruff: [F401]}\n  means: "A."\n'))[0] ?? "", /a\.yaml:1: why: /);
  });
});
