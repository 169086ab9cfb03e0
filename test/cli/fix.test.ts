import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { replaceBytes } from "../../server/src/cli/files/write.ts";
import { bundle } from "./bundle.ts";
import { folder, NOBODY, run } from "./run.ts";

const UNSAFE = "def f(a=[]):\n    a.append(1)\n";

describe("pygloss check --fix", () => {
  it("makes safe fixes, and says what remains", async () => {
    const cwd = folder({ "a.py": `x is 3 or x is 4\n${UNSAFE}` });
    const { status, stdout, stderr } = await run(cwd, ["check", "--fix"]);
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(
      stdout,
      /^a\.py:2:9: warning .*\nFound 1 finding in 1 file, fixed 2\. 1 more with --fix --unsafe-fixes\.\n$/,
    );
    assert.equal(readFileSync(join(cwd, "a.py"), "utf8"), `x == 3 or x == 4\n${UNSAFE}`);
  });

  it("makes unsafe ones when asked to, until nothing is left", async () => {
    const cwd = folder({ "a.py": "def f(a=[], b={}):\n    a.append(b)\n    b[1] = a\n    return a is 3\n" });
    const { status, stdout } = await run(cwd, ["check", "--fix", "--unsafe-fixes"]);
    assert.deepEqual([status, stdout], [0, "Nothing found in 1 file, fixed 3.\n"]);
    const fixed = readFileSync(join(cwd, "a.py"), "utf8");
    assert.match(fixed, /^def f\(a=None, b=None\):\n {4}if [ab] is None:\n/);
    assert.match(fixed, /return a == 3\n$/);
  });

  it("does nothing without --fix, and touches no file that needs nothing", async () => {
    const cwd = folder({ "a.py": UNSAFE, "fine.py": "x = 1\n" });
    utimesSync(join(cwd, "a.py"), 1, 1);
    const { status } = await run(cwd, ["check", "--unsafe-fixes"]);
    assert.equal(status, 1);
    await run(cwd, ["check", "--fix"]);
    assert.equal(statSync(join(cwd, "a.py")).mtimeMs, 1000);
  });

  it("fixes only what is selected", async () => {
    const cwd = folder({ "a.py": `x is 3\n${UNSAFE}` });
    await run(cwd, ["check", "--fix", "--unsafe-fixes", "--min-severity", "error"]);
    assert.equal(readFileSync(join(cwd, "a.py"), "utf8"), `x == 3\n${UNSAFE}`);
  });

  it("keeps encoding, byte-order mark and newlines", async () => {
    const latin = (text: string) => Buffer.from(text, "latin1");
    const cwd = folder({
      "bom.py": "\ufeffdef f(a=[]):\r\n    a.append('é')\r\n",
      "latin.py": latin("# coding: latin-1\ns = '\xe9\x80'; s is 3\n"),
      "cr.py": "x = 1\rx is 3\r",
    });
    const { status } = await run(cwd, ["check", "--fix", "--unsafe-fixes"]);
    assert.equal(status, 0);
    assert.equal(
      readFileSync(join(cwd, "bom.py"), "utf8"),
      "\ufeffdef f(a=None):\r\n    if a is None:\r\n        a = []\r\n    a.append('é')\r\n",
    );
    assert.deepEqual(readFileSync(join(cwd, "latin.py")), latin("# coding: latin-1\ns = '\xe9\x80'; s == 3\n"));
    assert.equal(readFileSync(join(cwd, "cr.py"), "utf8"), "x = 1\rx == 3\r");
  });

  it("keeps mode and links, and leaves nothing behind", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "real/a.py": "x is 3\n" });
    symlinkSync("real/a.py", join(cwd, "link.py"));
    chmodSync(join(cwd, "real/a.py"), 0o750);
    await run(cwd, ["check", "--fix", "link.py"]);
    assert.ok(lstatSync(join(cwd, "link.py")).isSymbolicLink());
    assert.equal(statSync(join(cwd, "real/a.py")).mode & 0o777, 0o750);
    assert.equal(readFileSync(join(cwd, "real/a.py"), "utf8"), "x == 3\n");
    assert.deepEqual(readdirSync(join(cwd, "real")), ["a.py"]);
  });

  it("tells the findings of a file that it cannot write", async () => {
    const japanese = Buffer.from("# coding: shift_jis\nx is 3\n");
    const { status, stdout, stderr } = await run(folder({ "a.py": japanese }), ["check", "--fix"]);
    assert.equal(status, 2);
    assert.match(stdout, /^a\.py:2:1: error/);
    assert.equal(stderr, "pygloss: a.py: the fixes cannot be written in shift_jis. Save the file as UTF-8 first.\n");
  });

  it("does not write over what someone else wrote meanwhile", async () => {
    const cwd = folder({ "a.py": "new" });
    const path = join(cwd, "a.py");
    await assert.rejects(
      replaceBytes(path, Buffer.from("old"), Buffer.from("fixed")),
      /changed by someone else meanwhile/,
    );
    assert.equal(readFileSync(path, "utf8"), "new");
    assert.deepEqual(readdirSync(cwd), ["a.py"]);
  });

  it("leaves a file whole when the disk is full, and says so", function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "a.py": UNSAFE });
    // No file may grow: to a program that is a disk without space.
    const command = 'ulimit -f 0; exec "$0" "$1" check --fix --unsafe-fixes a.py';
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command, process.execPath, join(bundle(), "cli.js")], {
      cwd,
      encoding: "utf8",
      env: { PYGLOSS_CACHE_DIR: cwd },
    });
    assert.deepEqual([status, stderr], [2, "pygloss: a.py: the file would be larger than is allowed\n"]);
    assert.match(stdout, /^a\.py:1:9/);
    assert.equal(readFileSync(join(cwd, "a.py"), "utf8"), UNSAFE);
    assert.deepEqual(readdirSync(cwd), ["a.py"]);
  });

  it("leaves a file whole where its folder may not be written, and says so", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "a.py": UNSAFE });
    chmodSync(cwd, 0o555);
    chmodSync(join(cwd, "a.py"), 0o666);
    const asOther = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    const { status, stderr } = await run(cwd, ["check", "--fix", "--unsafe-fixes", "a.py"], asOther);
    assert.deepEqual([status, stderr], [2, "pygloss: a.py: permission denied\n"]);
    assert.equal(readFileSync(join(cwd, "a.py"), "utf8"), UNSAFE);
  });

  it("finds the same where nothing can be remembered", () => {
    const cwd = folder({ "a.py": UNSAFE, "b.py": "x is 3\n" });
    const command = 'ulimit -f 0; exec "$0" "$1" check';
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command, process.execPath, join(bundle(), "cli.js")], {
      cwd,
      encoding: "utf8",
      env: { PYGLOSS_CACHE_DIR: join(cwd, "cache") },
    });
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /^a\.py:1:9.*[\s\S]*^b\.py:1:1/m);
  });

  it("writes what came from standard input to standard output", async () => {
    const { status, stdout, stderr } = await run(folder(), ["check", "--fix", "--stdin-filename", "a.py"], {
      input: "x is 3\r\n",
    });
    assert.deepEqual([status, stdout, stderr], [0, "x == 3\r\n", ""]);
    const fine = await run(folder(), ["check", "--fix", "-"], { input: "x = '🐍'" });
    assert.deepEqual([fine.status, fine.stdout], [0, "x = '🐍'"]);
  });
});
