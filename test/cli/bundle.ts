import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const require = createRequire(import.meta.url);
let folder: string | undefined;

/**
 * A folder with `cli.js` and `server.js`, their programs, the browser's `worker.js` and what they read, built from the
 * sources as they are now; what they keep goes there, too. Tests of processes run these, because what is in `dist/` may
 * be older than the sources that are tested.
 */
export function bundle(): string {
  folder ??= build();
  return folder;
}

function build(): string {
  const outdir = mkdtempSync(join(tmpdir(), "pygloss-bundle-"));
  // One test runs it as another user.
  chmodSync(outdir, 0o755);
  process.env["PYGLOSS_CACHE_DIR"] = join(outdir, "cache");
  process.once("exit", () => rmSync(outdir, { recursive: true, force: true }));
  buildSync({
    absWorkingDir: root("."),
    entryPoints: {
      cli: "server/src/hosts/cli.ts",
      cliProgram: "server/src/cli/main.ts",
      server: "server/src/hosts/server.ts",
      program: "server/src/hosts/node.ts",
    },
    outdir,
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    // As in esbuild.mjs: its ES module needs an import.meta.url, which CommonJS has not.
    alias: { "web-tree-sitter": require.resolve("web-tree-sitter") },
    logLevel: "warning",
  });
  buildSync({
    absWorkingDir: root("."),
    entryPoints: { worker: "server/src/hosts/browser.ts" },
    outdir,
    bundle: true,
    platform: "browser",
    format: "iife",
    define: { "import.meta.url": '"http://localhost/"' },
    external: ["fs/promises", "module", "node:*"],
    logLevel: "warning",
  });
  copyFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm"), join(outdir, "web-tree-sitter.wasm"));
  copyFileSync(require.resolve("tree-sitter-python/tree-sitter-python.wasm"), join(outdir, "tree-sitter-python.wasm"));
  for (const name of ["notes.json", "codes.json"])
    copyFileSync(root(`knowledge/generated/${name}`), join(outdir, name));
  const pack = `(await import(${JSON.stringify(root("scripts/pack-queries.mjs"))})).packQueries(${JSON.stringify(outdir)})`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", `await ${pack}`]);
  return outdir;
}

function root(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
