import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { CompiledProgram } from "../../server/src/hosts/compiledProgram.ts";
import { bundle } from "../cli/bundle.ts";
import { Client } from "./client.ts";

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

describe("a compiled program", () => {
  let folder: string;
  let program: string;
  let cache: string;
  const before = process.env["PYGLOSS_CACHE_DIR"];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pygloss-compiled-"));
    program = join(folder, "program.js");
    cache = join(folder, "cache");
    process.env["PYGLOSS_CACHE_DIR"] = cache;
    writeFileSync(program, 'const { basename } = require("node:path"); exports.tell = () => basename(__filename) + 1;');
  });

  afterEach(() => {
    if (before === undefined) delete process.env["PYGLOSS_CACHE_DIR"];
    else process.env["PYGLOSS_CACHE_DIR"] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  const start = () => new CompiledProgram(program);
  const tell = (started: CompiledProgram) => started.run<{ tell(): string }>().tell();
  const kept = () => readdirSync(cache).map((name) => join(cache, name));

  it("is what the program is, and is kept for the next start", () => {
    const first = start();
    assert.deepEqual([first.isKept, tell(first)], [false, "program.js1"]);
    first.keep();
    const second = start();
    assert.deepEqual([second.isKept, tell(second)], [true, "program.js1"]);
  });

  it("is not taken for another program, though that be as long", () => {
    start().keep();
    writeFileSync(program, readFileSync(program, "utf8").replace("+ 1", "+ 2"));
    const changed = start();
    assert.deepEqual([changed.isKept, tell(changed)], [false, "program.js2"]);
  });

  it("is not taken when it is damaged", () => {
    start().keep();
    const [file = ""] = kept();
    const bytes = readFileSync(file);
    const middle = bytes.length >> 1;
    for (const damaged of [bytes.fill(0x55, middle, middle + 1), bytes.subarray(0, middle), ""]) {
      writeFileSync(file, damaged);
      const started = start();
      assert.deepEqual([started.isKept, tell(started)], [false, "program.js1"]);
    }
  });

  it("makes no ado where nothing can be kept", () => {
    writeFileSync(cache, "a file");
    const started = start();
    started.keep();
    assert.deepEqual([started.isKept, tell(started)], [false, "program.js1"]);
  });

  it("goes when it is old, and nothing else does", () => {
    mkdirSync(cache);
    for (const name of ["a.compiled", "b.json"]) {
      writeFileSync(join(cache, name), "");
      utimesSync(join(cache, name), 0, 0);
    }
    start().keep();
    const names = readdirSync(cache).map((name) => name.replace(/^\w{2,}\./, "*."));
    assert.deepEqual(names.sort(), ["*.compiled", "b.json"]);
  });

  it("is what the server keeps once it has answered, and starts with from then on", async () => {
    const report = async () => {
      const server = spawn(process.execPath, [join(bundle(), "server.js"), "--stdio"], {
        env: { ...process.env, PYGLOSS_CACHE_DIR: cache },
      });
      const client = new Client(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      await client.initialize();
      await client.open("file:///project/a.py", "x is 3\n");
      const codes = (await client.diagnostics("file:///project/a.py", 1)).map(({ code }) => code);
      // It is written at one blow; a server that found one writes none, for which there is no sign.
      while (!readdirSync(folder).includes("cache") || !kept().some((name) => name.endsWith(".compiled")))
        await pause(50);
      await pause(500);
      client.stop();
      server.kill();
      return codes;
    };
    assert.deepEqual(await report(), ["is-literal"]);
    const written = kept().map((path) => statSync(path).mtimeMs);
    assert.deepEqual(await report(), ["is-literal"]);
    assert.deepEqual(
      kept().map((path) => statSync(path).mtimeMs),
      written,
    );
  });
});
