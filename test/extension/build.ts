/**
 * Bundles the suite that runs inside an extension host. One bundle serves them all, since it asks for nothing but
 * `vscode`: Mocha comes in its browser build, the Python files of `test/workspace` as text.
 */
import { build } from "esbuild";
import { at } from "../processes.ts";

export async function buildSuite(): Promise<void> {
  await build({
    entryPoints: { suite: at("test", "extension", "main.ts") },
    outdir: at("dist", "test"),
    bundle: true,
    platform: "browser",
    format: "cjs",
    target: "es2022",
    sourcemap: "inline",
    logLevel: "warning",
    external: ["vscode"],
    loader: { ".py": "text" },
    // Mocha's browser build assigns `module.exports` as well; ours is the last word.
    footer: { js: "module.exports = { run };" },
  });
}
