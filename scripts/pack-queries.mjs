/** All queries of PyGloss as tree-sitter compiles them, so that no start has to wait for it. */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const require = createRequire(import.meta.url);
/** With it a program is loaded for its engine alone, see `server/src/hosts/copy.ts`. */
const MARK = Symbol.for("pygloss.copy");

/** Writes them into a folder in which there is a server's program and what it reads. */
export async function packQueries(folder) {
  Reflect.set(globalThis, MARK, true);
  const { compileQueries } = await require(resolve(folder, "program.js")).loadEngine();
  Reflect.deleteProperty(globalThis, MARK);
  const [runtime, grammar] = await Promise.all(
    ["web-tree-sitter.wasm", "tree-sitter-python.wasm"].map((name) => readFile(join(folder, name))),
  );
  await writeFile(join(folder, "queries.bin"), await compileQueries({ runtime, grammar }));
}
