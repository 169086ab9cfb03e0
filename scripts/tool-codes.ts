/**
 * Asks other tools which codes they know and writes the answers to `test/codes/`, one list for each tool; a test holds
 * what the notes say of codes against them.
 *
 *   npm run tool-codes
 *
 * Ruff and Pyright come from npm, as for the bench. Pylint and Bandit are asked when they are installed; the list of
 * one that is not stays as it is. What no program here can tell is in `test/codes/read.tsv`, which people write.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installPeers } from "../bench/peers.ts";

const ROOT = join(import.meta.dirname, "..");
const requirePeer = createRequire(join(ROOT, "bench/.peers/x.js"));

/** What a tool says of itself. */
interface Answer {
  /** The tool, its version, and how it was asked. */
  readonly origin: string;
  /** Code, name, and what else there is to say of it. */
  readonly rows: readonly (readonly string[])[];
}

function main(): void {
  installPeers();
  for (const [tool, ask] of Object.entries({
    ruff: askRuff,
    pyright: askPyright,
    pylint: askPylint,
    bandit: askBandit,
  })) {
    const answer = ask();
    if (!answer) {
      console.error(`${tool} is not installed; test/codes/${tool}.tsv stays as it is.`);
      continue;
    }
    const { origin, rows } = answer;
    const lines = rows.map((row) => row.join("\t")).sort();
    const header = `# ${origin}\n# Written by npm run tool-codes.\n`;
    writeFileSync(join(ROOT, "test/codes", `${tool}.tsv`), `${header}${lines.join("\n")}\n`);
    console.log(`${origin}: ${rows.length} codes`);
  }
}

/** A comment for every code that there could be: of those that exist Ruff says which name to use, the others are wrong. */
function askRuff(): Answer {
  const { Workspace, PositionEncoding } = requirePeer("@astral-sh/ruff-wasm-nodejs");
  const check = (lint: object, text: string) =>
    new Workspace({ preview: true, lint }, PositionEncoding.Utf16).check(text) as readonly RuffDiagnostic[];
  const candidates = PREFIXES.flatMap((prefix) => codesOf(prefix));
  const ignores = candidates.map((code) => `x  # ruff: ignore[${code}]\n`).join("");
  const names = new Map<string, string>();
  const unknown = new Set<string>();
  for (const { code, start_location, fix } of check({ select: ["RUF"] }, ignores)) {
    const candidate = candidates[start_location.row - 1] ?? "";
    if (code === "invalid-rule-code") unknown.add(candidate);
    if (code === NAMES_CODES) names.set(candidate, fix?.edits[0]?.content ?? "");
  }
  // The very rule that tells the names is silenced by its own code.
  for (const code of candidates) if (!unknown.has(code) && !names.has(code)) names.set(code, NAMES_CODES);
  const redirects = new Map<string, string>();
  const noqas = [...names.keys()].map((code) => `x  # noqa: ${code}\n`).join("");
  for (const { message } of check({ select: ["RUF101"] }, noqas)) {
    const [, from = "", to = ""] = /`(\w+)` is a redirect to `(\w+)`/.exec(message) ?? [];
    redirects.set(from, to);
  }
  const removed = removedOf([...names.keys()], (select) => new Workspace({ lint: { select } }, PositionEncoding.Utf16));
  const fate = (code: string) => redirects.get(code) ?? (removed.has(code) ? "removed" : "");
  const rows = [...names].map(([code, name]) => [code, name, fate(code)].filter((cell) => cell !== ""));
  return { origin: `Ruff ${Workspace.version()}, its WebAssembly build; third column: gone, or now called so`, rows };
}

interface RuffDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly start_location: { readonly row: number };
  readonly fix: { readonly edits: readonly { readonly content: string | null }[] } | null;
}

const NAMES_CODES = "rule-codes-in-suppression-comments";

/** The families of https://docs.astral.sh/ruff/rules/, and some that are no more. */
const PREFIXES =
  `A AIR ANN ARG ASYNC B BLE C COM CPY D DJ DOC DTZ E EM ERA EXE F FA FAST FBT FIX FLY FURB G I ICN INP INT ISC LOG N
  NPY PD PERF PGH PIE PLC PLE PLR PLW PT PTH PYI Q RET RSE RUF S SIM SLF SLOT T TC TCH TD TID TRIO TRY UP W YTT`.split(
    /\s+/,
  );

function codesOf(prefix: string): string[] {
  const lengths = prefix.startsWith("PL") ? [4] : [1, 2, 3];
  return lengths.flatMap((length) =>
    Array.from({ length: 10 ** length }, (_, number) => `${prefix}${String(number).padStart(length, "0")}`),
  );
}

/** Codes that Ruff knows and refuses to select. */
function removedOf(codes: readonly string[], open: (select: readonly string[]) => unknown): ReadonlySet<string> {
  try {
    open(codes);
    return new Set();
  } catch (error) {
    return new Set([...String(error).matchAll(/^ +- (\w+)$/gm)].map(([, code = ""]) => code));
  }
}

/** The rules stand in its program as an enumeration. */
function askPyright(): Answer {
  const { version } = requirePeer("pyright/package.json") as { version: string };
  const program = readFileSync(join(ROOT, "bench/.peers/node_modules/pyright/dist/pyright-internal.js"), "utf8");
  const rules = new Set([...program.matchAll(/\.(report\w+)="\1"/g)].map(([, rule = ""]) => rule));
  return { origin: `Pyright ${version}, the npm package`, rows: [...rules].map((rule) => [rule]) };
}

function askPylint(): Answer | null {
  const version = /pylint (\S+)/.exec(run("pylint", "--version"))?.[1];
  if (version === undefined) return null;
  const list = run("pylint", `--load-plugins=${EXTENSIONS.map((name) => `pylint.extensions.${name}`)}`, "--list-msgs");
  const rows = [...list.matchAll(/^:([\w-]+) \(([A-Z]\d+)\)/gm)].map(([, name = "", code = ""]) => [code, name]);
  return { origin: `Pylint ${version} with its own extensions, by --list-msgs`, rows };
}

const EXTENSIONS =
  `bad_builtin broad_try_clause check_elif code_style comparetozero comparison_placement confusing_elif consider_refactoring_into_while_condition consider_ternary_expression
  dict_init_mutate docparams docstyle dunder empty_comment emptystring eq_without_hash for_any_all magic_value mccabe no_self_use
  overlapping_exceptions private_import redefined_loop_name redefined_variable_type set_membership typing while_used`.split(
    /\s+/,
  );

function askBandit(): Answer | null {
  const help = run("bandit", "--help");
  const version = /bandit (\d[\d.]*)/.exec(run("bandit", "--version"))?.[1];
  if (version === undefined) return null;
  const rows = [...help.matchAll(/^\s+(B\d{3})\s+(\w+)/gm)].map(([, code = "", name = ""]) => [code, name]);
  return { origin: `Bandit ${version}, by --help`, rows };
}

function run(program: string, ...args: string[]): string {
  return spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 }).stdout ?? "";
}

main();
