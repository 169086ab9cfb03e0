/** Builds everything that runs outside the sources into dist/. `--tests` adds the suites for the extension hosts. */
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { nodeHandle } from "./scripts/node-handle.mjs";
import { packPython } from "./scripts/pack-python.mjs";
import { packQueries } from "./scripts/pack-queries.mjs";

const require = createRequire(import.meta.url);
const common = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  outdir: "dist",
  metafile: true,
  plugins: [nodeHandle],
};

// Node's bundles are CommonJS because VS Code 1.91 requires its extensions. web-tree-sitter's ES module asks for
// import.meta.url, which CommonJS has not; `require` resolves to its CommonJS twin.
const node = {
  ...common,
  platform: "node",
  target: "node20",
  format: "cjs",
  mainFields: ["module", "main"],
  external: ["vscode"],
  alias: { "web-tree-sitter": require.resolve("web-tree-sitter") },
};

// In a worker import.meta.url may be any valid address: the wasm is handed over as bytes.
const browser = {
  ...common,
  platform: "browser",
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"', "import.meta.url": '"http://localhost/"' },
  external: ["vscode", "fs/promises", "module", "node:*"],
};

await rm("dist", { recursive: true, force: true });
await mkdir("dist/python", { recursive: true });
const done = await Promise.all([
  build({
    ...node,
    entryPoints: {
      client: "client/src/node.ts",
      server: "server/src/hosts/server.ts",
      program: "server/src/hosts/node.ts",
      cli: "server/src/hosts/cli.ts",
      cliProgram: "server/src/cli/main.ts",
    },
  }),
  build({ ...browser, format: "cjs", entryPoints: { "web/client": "client/src/browser.ts" } }),
  build({ ...browser, format: "iife", entryPoints: { "web/server": "server/src/hosts/browser.ts" } }),
  build({ ...browser, format: "iife", entryPoints: { "webview/note": "client/webview/note.ts" } }),
  // Mermaid is a script that makes a global; inside of a bundle it would not find itself.
  build({
    ...browser,
    format: "iife",
    entryPoints: { "webview/diagrams": "client/webview/diagrams.ts" },
    banner: { js: await readFile(require.resolve("@mermaid-js/tiny"), "utf8") },
  }),
  // A module of its own in one file: the page makes it from text, and it may import nothing.
  build({
    ...browser,
    format: "esm",
    entryPoints: { "python/worker": "client/python/worker.ts" },
    loader: { ".py": "text" },
    external: ["node:*", "ws"],
  }),
  packPython("dist/python"),
  copyFile(require.resolve("web-tree-sitter/web-tree-sitter.wasm"), "dist/web-tree-sitter.wasm"),
  copyFile(require.resolve("tree-sitter-python/tree-sitter-python.wasm"), "dist/tree-sitter-python.wasm"),
  copyFile("knowledge/generated/notes.json", "dist/notes.json"),
  copyFile("knowledge/generated/codes.json", "dist/codes.json"),
]);

await packQueries("dist");

// What went into the bundles, for the notices and the bill of materials (scripts/parts.ts). It is not shipped.
const inputs = done.flatMap((one) => Object.keys(one?.metafile?.inputs ?? {}));
await writeFile("dist/inputs.json", JSON.stringify([...new Set(inputs)].sort()));
