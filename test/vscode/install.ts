/**
 * A real VS Code from the npm registry, for machines that cannot reach VS Code's download site: the package
 * code-server holds VS Code's own server and workbench. Only that part is unpacked; nothing of it runs while it
 * is installed. The package and, by its shrinkwrap, everything under it are pinned and their hashes compared.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { at, seconds } from "../processes.ts";

/** VS Code 1.100.3; desktop runs use the same version. */
export const VSCODE_VERSION = "1.100.3";
const PACKAGE = "code-server@4.100.3";
const INTEGRITY = "sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==";
const HOME = at(".vscode-server");

/** The folder that holds `out/server-main.js`. Ready in an instant when an earlier run has installed it. */
export function installServer(): string {
  const home = join(HOME, VSCODE_VERSION);
  const app = join(home, "lib", "vscode");
  const done = join(home, "installed");
  if (existsSync(done) && readFileSync(done, "utf8") === INTEGRITY) return app;

  const start = performance.now();
  console.log(`Installing VS Code ${VSCODE_VERSION} (${PACKAGE}) into .vscode-server`);
  // Two runs may install at the same time: each works in its own folder, and the first to finish is kept.
  const workshop = join(HOME, `installing-${process.pid}`);
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  try {
    unpack(fetchPackage(workshop), workshop);
    furnish(join(workshop, "lib", "vscode"));
    writeFileSync(join(workshop, "installed"), INTEGRITY);
    keep(workshop, home, done);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  console.log(`Installed in ${seconds(start)}`);
  return app;
}

function fetchPackage(folder: string): string {
  npm(folder, ["pack", PACKAGE, "--silent"]);
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  if (!name) throw new Error(`npm pack ${PACKAGE} left no file behind`);
  const file = join(folder, name);
  const integrity = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
  if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} is not the file we know: ${integrity}`);
  return file;
}

/** `tar` is part of Linux, macOS and Windows 10. */
function unpack(file: string, folder: string): void {
  execFileSync("tar", ["-xzf", file, "--strip-components=1", "package/lib/vscode", "package/LICENSE"], { cwd: folder });
  rmSync(file);
}

/** Installs what VS Code requires at run time. Its native modules stay unbuilt: only the terminal would need them. */
function furnish(app: string): void {
  npm(app, ["ci", "--ignore-scripts", "--omit=dev", "--legacy-peer-deps"]);
  symlinkSync("node_modules", join(app, "node_modules.asar"), "junction");
}

function keep(workshop: string, home: string, done: string): void {
  if (!existsSync(done)) rmSync(home, { recursive: true, force: true });
  try {
    renameSync(workshop, home);
  } catch (error) {
    if (!existsSync(done)) throw error;
  }
}

function npm(cwd: string, args: readonly string[]): void {
  execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
}
