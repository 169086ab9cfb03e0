import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Fixed } from "./properties.ts";

/** Of the texts that compile before an edit of ours, answers those that do not after it, and those it has wronged otherwise. */
const PROGRAM = `
import json, sys, warnings
warnings.simplefilter("ignore")
def error(text):
    try:
        compile(text, "fuzz.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return str(error)
count = 0
for line in sys.stdin:
    fixed = json.loads(line)
    if error(fixed["before"]) is not None:
        continue
    count += 1
    said = error(fixed["after"]) or fixed["wrong"]
    if said:
        print(json.dumps({**fixed, "said": said}), flush=True)
print(json.dumps(count), flush=True)
`;

export interface Broken extends Fixed {
  /** What is wrong, in Python's words. */
  readonly said: string;
}

/** CPython's opinion on what our edits make: what compiled before compiles after. */
export class Compiler {
  private readonly child: ChildProcess;
  private readonly counted: Promise<number>;

  constructor(broken: (broken: Broken) => void) {
    this.child = spawn(process.env["PYTHON"] ?? "python3", ["-c", PROGRAM], { stdio: ["pipe", "pipe", "inherit"] });
    this.counted = new Promise((resolve, reject) => {
      this.child.once("error", reject);
      this.child.once("exit", () => resolve(0));
      const { stdout } = this.child;
      if (!stdout) throw new Error("python3 has no standard output");
      createInterface({ input: stdout }).on("line", (line) => {
        const said: unknown = JSON.parse(line);
        if (typeof said === "number") resolve(said);
        else broken(said as Broken);
      });
    });
  }

  ask(fixed: Fixed): void {
    this.child.stdin?.write(`${JSON.stringify(fixed)}\n`);
  }

  /** How many texts compiled before a fix, when all have been asked. */
  end(): Promise<number> {
    this.child.stdin?.end();
    return this.counted;
  }
}
