/** What of other people is in the package, from what was bundled and what was copied. Needs a build. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../test/processes.ts";

export interface Part {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it. */
  readonly licence: string;
  /** The text, with the notices the authors want kept. */
  readonly text: string;
  /** From the lock file: a digest of the package, `sha512-` and base64. */
  readonly integrity: string;
}

/** Packages of which files are shipped as they are, and where; the bundler does not see them. */
const COPIED: Readonly<Record<string, string>> = {
  "@mermaid-js/tiny": "dist/webview/diagrams.js",
  "tree-sitter-python": "dist/tree-sitter-python.wasm",
  "web-tree-sitter": "dist/web-tree-sitter.wasm",
  pyodide: "dist/python",
};

/** In the order of their names. Throws an `Error` for a package without a licence that we know. */
export function shippedParts(): Part[] {
  const inputs: string[] = JSON.parse(readFileSync(join(ROOT, "dist/inputs.json"), "utf8"));
  const bundled = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  const copied = Object.keys(COPIED).filter((name) => isShipped(COPIED[name] ?? ""));
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  // One package may be there in two versions, the second below the package that wants it.
  const paths = new Set([...bundled, ...copied.map((name) => `node_modules/${name}`)].map(fromRoot));
  return [...paths].sort().map((path) => {
    const folder = join(ROOT, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (typeof license !== "string") throw new Error(`${name}: its package.json names no licence`);
    return {
      name,
      version,
      licence: license,
      text: licenceText(name, folder),
      integrity: lock.packages[path].integrity,
    };
  });
}

/** Where `node_modules` is a link, the bundler names what it leads to. */
function fromRoot(path: string): string {
  return path.slice(path.indexOf("node_modules/"));
}

/** A folder that the build makes and leaves empty is nothing shipped. */
function isShipped(path: string): boolean {
  const full = join(ROOT, path);
  return existsSync(full) && (/\.\w+$/.test(path) || readdirSync(full).length > 0);
}

function licenceText(name: string, folder: string): string {
  const own = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|thirdpartynotices)/i.test(file));
  const files = own.sort().map((file) => join(folder, file));
  const ours = join(ROOT, "scripts/licences", `${name.replace("/", "-")}.txt`);
  if (existsSync(ours)) files.push(ours);
  if (files.length === 0) throw new Error(`${name} comes without its licence; put the text into ${ours}`);
  const inside = COPIED[name]?.endsWith(".js") ? noticesInside(join(ROOT, COPIED[name])) : [];
  return [...files.map((file) => readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim()), ...inside].join("\n\n");
}

/** What a file that is a bundle itself says of what it bundles. */
function noticesInside(path: string): string[] {
  const comments =
    readFileSync(path, "utf8").match(/\/\*!? ?(?:Bundled license information|@license)[\s\S]*?\*\//g) ?? [];
  return [...new Set(comments.map((comment) => comment.replaceAll("\r\n", "\n")))];
}
