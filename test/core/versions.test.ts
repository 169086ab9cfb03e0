import assert from "node:assert/strict";
import { overlaps } from "../../server/src/core/config/python.ts";
import { withFile } from "../support/cases.ts";
import { testGloss } from "../support/gloss.ts";

/** Rules that speak, and in brackets how many fixes they offer, on a project's Pythons. */
async function check(text: string, python: string | undefined, expected: readonly string[]): Promise<void> {
  const findings = withFile(await testGloss(), "x.py", text, (file) => file.findings({}, python));
  assert.deepEqual(
    findings.map(({ rule, fixes }) => `${rule} (${fixes.length})`),
    expected,
    `${python}: ${text}`,
  );
}

describe("a project's Python", () => {
  it("decides whether what was removed matters", async () => {
    const module = "import imp\n";
    const name = "import inspect\ninspect.getargspec(f)\n";
    for (const [text, python, speaks] of [
      [module, undefined, true],
      [module, ">=3.8", true],
      [module, ">=3.8,<3.12", false],
      [module, ">=3.8,<=3.11", false],
      [module, "==3.11.*", false],
      [module, "~=3.11.4", false],
      [module, "~=3.11", true],
      [module, "3.12", true],
      [module, "nonsense", true],
      [name, ">=3.8,<3.11", false],
      [name, ">=3.8,<3.12", true],
      [name, ">=3.8,!=3.11.*,<3.12", false],
    ] as const) {
      const found = withFile(await testGloss(), "x.py", text, (file) => file.findings({}, python));
      assert.equal(found.length, speaks ? 1 : 0, `${python}: ${text}`);
    }
  });

  it("decides which fixes are offered", async () => {
    const blocking = "import asyncio, subprocess\nasync def f():\n    subprocess.run(['ls'])\n";
    await check(blocking, ">=3.8", ["blocking-io-in-async (0)"]);
    await check(blocking, ">=3.9", ["blocking-io-in-async (1)"]);
    // Before 3.11 a dataclass took such a default, and shared it.
    const unhashed = "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: bytearray = bytearray()\n";
    await check(unhashed, ">=3.10", ["mutable-dataclass-default (0)"]);
    await check(unhashed, ">=3.11", ["mutable-dataclass-default (1)"]);
    await check(unhashed, "==3.10.*", []);
    const annotated = "def f(a: list[int] = []):\n    a.append(1)\n";
    await check(annotated, ">=3.9", ["mutable-default-argument (0)"]);
    await check(annotated, ">=3.10", ["mutable-default-argument (1)"]);
    await check(annotated, undefined, ["mutable-default-argument (1)"]);
    await check(`from __future__ import annotations\n${annotated}`, ">=3.9", ["mutable-default-argument (1)"]);
    await check(annotated.replace("list[int]", '"list[int]"'), ">=3.9", ["mutable-default-argument (1)"]);
    await check(annotated.replace(": list[int]", ""), ">=3.6", ["mutable-default-argument (1)"]);
    const moved = "import importlib.abc\nclass R(importlib.abc.ResourceReader): ...\n";
    await check(moved, ">=3.9", ["removed-stdlib-api (0)"]);
    await check(moved, ">=3.11", ["removed-stdlib-api (1)"]);
  });

  it("decides whether a hover says since when something is there", async () => {
    const gloss = await testGloss();
    const title = (python: string | undefined) => {
      const answer = withFile(gloss, "x.py", "match x:\n    case 1: pass\n", (file) => file.hover(0, {}, python));
      assert.ok(answer);
      return gloss.renderHover(answer, () => null, python).split("\n")[0];
    };
    assert.match(title(undefined) ?? "", / \(since Python 3\.10\)$/);
    assert.match(title(">=3.8") ?? "", / \(since Python 3\.10\)$/);
    assert.doesNotMatch(title(">=3.10") ?? "", /since/);
    assert.doesNotMatch(title(">=3.12,<4") ?? "", /since/);
  });

  it("is compared by ranges", () => {
    for (const [versions, python, meet] of [
      [">=3.12", ">=3.8", true],
      [">=3.12", "<3.12", false],
      [">=3.12", "<=3.12", true],
      [">=3.12", ">3.11", true],
      [">=3.12", "~=3.8", true],
      [">=3.12", "~=3.11.2", false],
      [">=3.12", "<3.12.4", true],
      [">=3.12", "!=3.12.*,<3.13", false],
      [">=3.12", "===3.11.2", false],
    ] as const) {
      assert.equal(overlaps(versions, python), meet, `${versions} and ${python}`);
    }
  });
});
