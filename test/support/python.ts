import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import type { Lack } from "../../client/python/messages.ts";
import { limitedOutput } from "../../client/python/output.ts";
import { at } from "../processes.ts";

/** Runs the doctests of a text, or only compiles it. Prints what failed; nothing when all is well. */
const RUNNER = `
import ast, doctest, gc, io, sys, warnings
def run(text, name, is_doctest):
    warnings.simplefilter("ignore")
    gc.callbacks.clear()
    if not is_doctest:
        try:
            compile(text, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        except SyntaxError as error:
            return f"does not compile: {error}"
        return ""
    out = io.StringIO()
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(text, {"__name__": "__main__"}, name, None, 0)
    runner = doctest.DocTestRunner(verbose=False, optionflags=flags)
    runner.run(test, out=out.write, clear_globs=False)
    return out.getvalue() if runner.failures else ""
`;

export type RunPython = (text: string, name: string, isDoctest: boolean) => string;

export interface PageRun {
  /** What it prints, on both streams. */
  readonly output: string;
  readonly lack: Lack | undefined;
  readonly isFull: boolean;
}

/** Runs an example as the page of a note does. */
export type RunOnPage = (source: string, isSession: boolean) => PageRun;

/** CPython in WebAssembly, from npm: no threads, no processes, and the same on every machine. */
export async function wasmPython(): Promise<{ version: string; run: RunPython; runOnPage: RunOnPage }> {
  const python = await loadPyodide();
  const names = python.toPy({ __name__: "run", __file__: "run.py" });
  python.runPython(readFileSync(at("client", "python", "run.py"), "utf8"), { globals: names, filename: "run.py" });
  python.setStdin({ stdin: () => null });
  python.runPython(RUNNER);
  const runOnPage: RunOnPage = (source, isSession) => {
    let output = "";
    let isFull = false;
    const writer = limitedOutput((message) => {
      if (message.type === "output") output += message.text;
      else isFull = true;
    });
    python.setStdout({ write: writer(false) });
    python.setStderr({ write: writer(true) });
    const lack = names.get("run")(source, isSession) as Lack | undefined;
    return { output, lack, isFull };
  };
  const run = python.runPython("run") as RunPython;
  const version = python.runPython("import sys; sys.version.split()[0]") as string;
  return { version, run, runOnPage };
}

/** The machine's own, in a process of its own for each text. */
export function systemPython(): { version: string; run: RunPython } {
  const python = process.env["PYTHON"] ?? "python3";
  const version = spawnSync(python, ["-c", "import sys; print(sys.version.split()[0])"], { encoding: "utf8" });
  if (version.status !== 0) throw new Error(`${python} does not run: install Python 3, or set PYTHON`);
  const run: RunPython = (text, name, isDoctest) => {
    const program = `${RUNNER}\nname, is_doctest = sys.argv[1:]\nprint(run(sys.stdin.read(), name, is_doctest == "1"), end="")`;
    const result = spawnSync(python, ["-c", program, name, isDoctest ? "1" : "0"], {
      input: text,
      encoding: "utf8",
      timeout: 30_000,
    });
    if (result.error) return String(result.error);
    return result.stdout + (result.status === 0 ? "" : result.stderr);
  };
  return { version: version.stdout.trim(), run };
}

/** Releases from which on results are printed as the notes show them. */
const FROM_RELEASE = { numpy: 2, pandas: 3 };

/** Which of these modules the machine's Python does not have, or only in a release that is too old. */
export function missingModules(modules: readonly string[]): string[] {
  const program = `
import importlib.metadata, importlib.util, json, sys
wanted, names = json.loads(sys.argv[1]), json.loads(sys.argv[2])
def has(name):
    if importlib.util.find_spec(name) is None:
        return False
    return name not in wanted or int(importlib.metadata.version(name).split(".")[0]) >= wanted[name]
print(json.dumps([name for name in names if not has(name)]))
`;
  const args = ["-c", program, JSON.stringify(FROM_RELEASE), JSON.stringify(modules)];
  const result = spawnSync(process.env["PYTHON"] ?? "python3", args, { encoding: "utf8" });
  if (result.status !== 0) throw new Error(`python3 does not tell what it has: ${result.stderr}`);
  return JSON.parse(result.stdout) as string[];
}

/** Compiles whole files with the machine's Python; returns what it says of those that do not compile. */
export function compileFiles(paths: readonly string[]): string {
  const program = `
import sys, warnings
warnings.simplefilter("ignore")
for path in sys.argv[1:]:
    try:
        compile(open(path, "rb").read(), path, "exec")
    except (SyntaxError, ValueError) as error:
        print(path, error)
`;
  const result = spawnSync(process.env["PYTHON"] ?? "python3", ["-c", program, ...paths], { encoding: "utf8" });
  return result.stdout + result.stderr;
}

/** The folder of the machine's standard library. */
export function standardLibrary(): string {
  const program = "import os; print(os.path.dirname(os.__file__))";
  const result = spawnSync(process.env["PYTHON"] ?? "python3", ["-c", program], { encoding: "utf8" });
  if (result.status !== 0) throw new Error("python3 does not run: install Python 3, or set PYTHON");
  return result.stdout.trim();
}
