import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { folder, NOBODY, run } from "./run.ts";

/** Files that are not as they should be, and where the finding in them is all the same. */
const FILES: readonly [string, string | Uint8Array, string | null][] = [
  ["a syntax error elsewhere", "def f(:\n    pass\n\nif x is 3: pass\n", "4:4"],
  ["a byte-order mark", "\ufeffx is 3\n", "1:1"],
  ["Windows line ends", "x = 1\r\nif x is 3: pass\r\n", "2:4"],
  ["a lone return as line end", "x = 1\rif x is 3: pass\r", "2:4"],
  ["tabs", "if x:\n\tif x is 3:\n\t\tpass\n", "2:5"],
  ["a NUL", "x = 1 \0\nif x is 3: pass\n", "2:4"],
  ["characters of two units before it", '"🎈🎈"; x is 3\n', "1:9"],
  ["no line end at the end", "x is 3", "1:1"],
  ["a form feed", "\fx is 3\n", "1:2"],
  ["many lines", `${"x = 1\n".repeat(50_000)}x is 3\n`, "50001:1"],
  ["nothing in it", "", null],
  ["white space only", " \t\r\n\n", null],
  ["a comment only", "# x is 3", null],
  ["latin-1, and saying so", Buffer.from('# coding: latin-1\ns = "\xe9\x80"; x is 3\n', "latin1"), "2:11"],
  ["Windows-1251, and saying so in the second line", "#!/usr/bin/env python3\n# coding: cp1251\nx is 3\n", "3:1"],
  ["an encoding that does not exist, but UTF-8", '# coding: klingon\ns = "é"; x is 3\n', "2:10"],
];

describe("pygloss check on files that are not as they should be", () => {
  for (const [name, content, place] of FILES) {
    it(name, async () => {
      const { status, stdout, stderr } = await run(folder({ "a.py": content }), ["check", "a.py"]);
      assert.equal(stderr, "");
      if (place) assert.ok(stdout.startsWith(`a.py:${place}: error`), stdout);
      assert.equal(status, place ? 1 : 0);
    });
  }

  const refused: readonly [string, Uint8Array, RegExp][] = [
    [
      "UTF-16",
      Buffer.from("\ufeffx is 3\n", "utf16le"),
      /^pygloss: a\.py: byte 0 \(0xff\) .* UTF-16\. Save it as UTF-8\.\n$/,
    ],
    ["a cut-off character", Buffer.from("s = '\ufffd\u00e9").subarray(0, -1), /byte 8 \(0xc3\) is not UTF-8/],
    [
      "bytes that its comment does not allow",
      Buffer.from("# coding: cp1253\n\xd2", "latin1"),
      /byte 17 \(0xd2\) is not cp1253/,
    ],
    ["a wrong mark of its own", Buffer.from("\xef\xbb\xbf\xff", "latin1"), /byte 3 \(0xff\) is not UTF-8/],
  ];
  for (const [name, content, message] of refused) {
    it(`refuses ${name} in one sentence`, async () => {
      const { status, stderr } = await run(folder({ "a.py": content }), ["check", "a.py"]);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split("\n").length, 1);
    });
  }

  it("leaves out what is no text where nobody named it, and says so", async () => {
    const cwd = folder({ "a.py": Uint8Array.of(0xff), "b.py": "x is 3\n" });
    const { status, stdout, stderr } = await run(cwd, ["check"]);
    assert.equal(status, 1);
    assert.match(stdout, /^b\.py:1:1/);
    assert.match(stderr, /^pygloss: left out: a\.py: byte 0 \(0xff\) is not UTF-8[^\n]*\n$/);
  });

  it("says that a file may not be read", async () => {
    const cwd = folder({ "secret.py": "x is 3\n", "open.py": "x is 3\n" });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "secret.py"), 0);
    const { status, stdout, stderr } = await run(cwd, ["check"], process.getuid?.() === 0 ? { uid: NOBODY } : {});
    assert.equal(status, 2);
    assert.match(stdout, /^open\.py/);
    assert.equal(stderr, "pygloss: secret.py: permission denied\n");
  });

  it("does not wait for a device or a pipe", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "a.py": "x is 3\n" });
    execFileSync("mkfifo", [join(cwd, "pipe.py")]);
    const walked = await run(cwd, ["check"]);
    assert.deepEqual([walked.status, walked.stderr], [1, ""]);
    const named = await run(cwd, ["check", "pipe.py", "/dev/null"]);
    assert.equal(named.status, 2);
    assert.match(named.stderr, /\/dev\/null: is not a regular file.*\n.*pipe\.py: is not a regular file/);
  });

  it("says that a file is too large", async () => {
    const { status, stderr } = await run(folder({ "a.py": Buffer.alloc(10_000_001, "x") }), ["check"]);
    assert.deepEqual([status, stderr], [2, "pygloss: a.py: is larger than 10 MB\n"]);
  });

  it("takes deep nesting", async () => {
    const deep = `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}\ny = ${"1+".repeat(20_000)}1\n`;
    const { status, stderr } = await run(folder({ "a.py": deep }), ["check"]);
    assert.deepEqual([status, stderr], [0, ""]);
  });
});
