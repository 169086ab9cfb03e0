import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { bundle } from "../cli/bundle.ts";
import { Client, range } from "./client.ts";

const URI = "file:///project/a.py";
const TEXT = "x is 3\n\n\ndef f(a=[]):\n    return a\n";
const TOLD = /^The rule is-literal failed and is off now: .*it did not come to an end/;

/** The real programs, in which one thing never comes to an end; what is asked of the parser meanwhile is stopped in its middle. */
describe("what never ends", () => {
  let folder: string;
  let server: ChildProcessWithoutNullStreams | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pygloss-endless-"));
    cpSync(bundle(), folder, { recursive: true });
  });

  afterEach(() => {
    server?.kill();
    server = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Puts something into a program, behind a place in it, and lowers the limit. */
  function change(program: string, place: RegExp, inserted: string): void {
    const path = join(folder, program);
    const code = readFileSync(path, "utf8");
    const changed = code.replace(/\bAT_LEAST = 1e4;/, "AT_LEAST = 5e3;").replace(place, `$&${inserted}`);
    assert.equal(changed.length, code.length + inserted.length, "both places are there");
    writeFileSync(path, changed);
  }

  const check = /\/\/ knowledge\/basics\/is-literal\/rule\.ts\n[\s\S]*?check\(match\d*\) \{/;
  const inParser = 'for (let node = arguments[0].node("operator"); ; ) node.parent.childCount;';

  async function start(): Promise<Client> {
    server = spawn(process.execPath, [join(folder, "server.js"), "--stdio"]);
    const client = new Client(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    await client.initialize();
    return client;
  }

  const rules = async (client: Client, version: number) =>
    (await client.diagnostics(URI, version)).map(({ code }) => code);

  it("switches off a rule, names it, and goes on without it", async () => {
    change("program.js", check, inParser);
    const client = await start();
    await client.open("file:///project/b.py", "print(1)\n");
    await client.open(URI, TEXT);
    assert.deepEqual(await rules(client, 1), ["mutable-default-argument"]);
    assert.equal(client.logs.length, 1);
    assert.match(client.logs[0] ?? "", TOLD);
    await client.change(URI, 2, { range: range(0, 0, 0), text: "y is 4\ndef g(b={}): pass\n" });
    assert.deepEqual(await rules(client, 2), ["mutable-default-argument", "mutable-default-argument"]);
    assert.match(JSON.stringify(await client.hover(URI, 5, 0)), /def/);
    assert.match(JSON.stringify(await client.hover("file:///project/b.py", 0, 1)), /print/);
    await client.close(URI);
    await client.open(URI, TEXT, "python", 9);
    assert.deepEqual(await rules(client, 9), ["mutable-default-argument"]);
    assert.equal(client.logs.length, 1);
    client.stop();
  });

  it("gives no answer where it is no rule, and answers the next question with a new engine", async () => {
    change("program.js", /function hoverAt\(offset.*\{/, "if (offset === 0) for (;;);");
    const client = await start();
    await client.open(URI, TEXT);
    assert.deepEqual(await rules(client, 1), ["is-literal", "mutable-default-argument"]);
    assert.equal(await client.hover(URI, 0, 0), null);
    assert.match(client.logs.join("\n"), /^hover failed: .*\/project\/a\.py: it took too long to look at this file/);
    assert.match(JSON.stringify(await client.hover(URI, 3, 0)), /def/);
    await client.change(URI, 2, { range: range(0, 0, 0), text: "y is 4\n" });
    assert.equal((await rules(client, 2)).length, 3);
    client.stop();
  });

  it("costs three waits in a document, which is then left alone until it is closed", async () => {
    change("program.js", /function hoverAt\(offset.*\{/, "for (;;);");
    const client = await start();
    await client.open(URI, TEXT);
    for (let time = 0; time < 5; time++) assert.equal(await client.hover(URI, 0, 0), null);
    assert.equal(client.logs.length, 3);
    await client.change(URI, 2, { range: range(0, 0, 0), text: "y is 4\n" });
    assert.deepEqual(await rules(client, 2), []);
    await client.close(URI);
    await client.open(URI, TEXT, "python", 3);
    assert.equal((await rules(client, 3)).length, 2);
    client.stop();
  });

  it("switches off a rule on the command line, too", () => {
    change("cliProgram.js", check, inParser);
    writeFileSync(join(folder, "a.py"), TEXT);
    writeFileSync(join(folder, "b.py"), TEXT);
    const run = () =>
      spawnSync(process.execPath, [join(folder, "cli.js"), "check", "a.py", "b.py"], {
        cwd: folder,
        encoding: "utf8",
        env: { PYGLOSS_CACHE_DIR: join(folder, "cache") },
      });
    for (let time = 0; time < 2; time++) {
      const { status, stdout, stderr } = run();
      assert.equal(status, 1);
      assert.deepEqual(stdout.match(/mutable-default-argument/g)?.length, 2);
      assert.match(stderr, /^pygloss: the rule is-literal failed and is off now: it did not come to an end\n$/);
    }
  });
});
