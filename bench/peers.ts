import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export interface LanguageServer {
  readonly name: string;
  readonly command: readonly string[];
  /** It waits before it looks, or takes long: fewer edits make a run. */
  readonly isSlow: boolean;
}

/** A command that checks the paths that follow it. */
export interface Checker {
  readonly name: string;
  readonly command: readonly string[];
  /** Too slow for the whole standard library. */
  readonly isSlow: boolean;
}

/** Checks a text in this process. */
export type Check = (text: string) => void;

export const US = "PyGloss";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(import.meta.dirname, ".peers");
/** Versions are fixed, so that two runs compare the same. */
const PACKAGES = { "@ast-grep/cli": "0.51.1", pyright: "1.1.414", "@astral-sh/ruff-wasm-nodejs": "0.17.3" };
const AST_GREP = join(FOLDER, "node_modules", ".bin", "ast-grep");
const PYRIGHT = join(FOLDER, "node_modules", "pyright");

/** Installs the peers that come from npm, the first time. */
export function installPeers(): void {
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  if (Object.keys(PACKAGES).every((name) => existsSync(join(FOLDER, "node_modules", name)))) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), '{ "private": true }\n');
  console.error(`Installing ${wanted.join(", ")} into bench/.peers ...`);
  const options = { cwd: FOLDER, stdio: "inherit", shell: process.platform === "win32" } as const;
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--save-exact", ...wanted], options);
}

export function languageServers(): LanguageServer[] {
  const node = process.execPath;
  const servers: LanguageServer[] = [
    { name: US, command: [node, join(ROOT, "dist", "server.js"), "--stdio"], isSlow: false },
    { name: "ast-grep", command: [AST_GREP, "lsp"], isSlow: false },
    { name: "Pyright", command: [node, join(PYRIGHT, "langserver.index.js"), "--stdio"], isSlow: true },
  ];
  if (isThere("pylsp")) servers.push({ name: "pylsp", command: ["pylsp"], isSlow: true });
  return servers;
}

/** `threads` is null for as many as a program likes. Programs that have no such choice are there for one only. */
export function checkers(threads: 1 | null): Checker[] {
  const node = process.execPath;
  const ours = [node, join(ROOT, "dist", "cli.js"), "check", "--no-cache"];
  const all: Checker[] = [
    { name: US, command: threads ? [...ours, "--jobs", "1"] : ours, isSlow: false },
    { name: "ast-grep", command: [AST_GREP, "scan", ...(threads ? ["--threads", "1"] : [])], isSlow: false },
  ];
  if (isThere("flake8")) all.push({ name: "flake8", command: ["flake8", "-j", threads ? "1" : "auto"], isSlow: true });
  if (isThere("pylint")) all.push({ name: "Pylint", command: ["pylint", "-j", threads ? "1" : "0"], isSlow: true });
  if (threads) all.push({ name: "Pyright", command: [node, join(PYRIGHT, "index.js")], isSlow: true });
  return all;
}

/** Ruff's WebAssembly build with the rule families that are nearest to ours. */
export function ruff(): { name: string; load: () => Check } {
  const load = (): Check => {
    const { Workspace, PositionEncoding } = createRequire(join(FOLDER, "x.js"))("@astral-sh/ruff-wasm-nodejs");
    const workspace = new Workspace({ lint: { select: ["E", "F", "B", "PL"] } }, PositionEncoding.Utf16);
    return (text) => workspace.check(text);
  };
  return { name: "Ruff (wasm)", load };
}

export function versions(): string[] {
  const ask = (name: string, ...command: string[]) => {
    const [program = "", ...args] = command;
    const { stdout = "" } = spawnSync(program, args, { encoding: "utf8" });
    return stdout ? `${name} ${/\d+\.\d+[\d.]*/.exec(stdout)?.[0] ?? "?"}` : [];
  };
  return [
    ...Object.entries(PACKAGES).map(([name, version]) => `${name} ${version}`),
    ask("pylsp", "pylsp", "--version"),
    ask("Pylint", "pylint", "--version"),
    ask("flake8", "flake8", "--version"),
    ask("Python", "python3", "--version"),
    `Node ${process.versions.node}`,
  ].flat();
}

function isThere(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}
