/** What `npm test` is made of, and how one of its stages is run and counted. */
import { createInterface } from "node:readline";
import { endGroup, ROOT, startGroup } from "./processes.ts";
import { add, format, ONE_FAILED, ONE_PASSED, parse, type Tally } from "./tally.ts";

export interface Stage {
  readonly name: string;
  readonly command: string;
  /** It ends with a line that counts its tests. Else it is one test, and its exit status tells. */
  readonly counts: boolean;
  /** Stages without which it cannot run: when one of them failed, so did this. */
  readonly needs: readonly string[];
}

export const STAGES: readonly Stage[] = [
  { name: "lint", command: "npm run --silent lint", counts: false, needs: [] },
  { name: "typecheck", command: "npm run --silent typecheck", counts: false, needs: [] },
  { name: "build", command: "npm run --silent build", counts: false, needs: [] },
  { name: "unit", command: "npm run --silent test:unit -- --reporter ./test/reporter.ts", counts: true, needs: [] },
  { name: "package", command: "npm run --silent package:twice", counts: false, needs: ["build"] },
  { name: "editors", command: "node --import tsx test/editors/run.ts", counts: true, needs: ["build"] },
  { name: "extension host", command: "node --import tsx test/vscode/run-node.ts", counts: true, needs: ["build"] },
  {
    name: "web extension host",
    command: "node --import tsx test/vscode/run-web.ts pygloss.vsix",
    counts: true,
    needs: ["package"],
  },
  { name: "interface", command: "node --import tsx test/ui/run.ts pygloss.vsix", counts: true, needs: ["package"] },
];

export interface Outcome {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly seconds: number;
  /** Why nothing was run, or why the count is not the stage's own. */
  readonly remark?: string;
}

const LIMIT_MINUTES = 12;

/** Runs a stage and passes on what it says, line by line, but for its count. */
export async function runStage(stage: Stage, failed: ReadonlySet<string>): Promise<Outcome> {
  const missing = stage.needs.find((name) => failed.has(name));
  if (missing) return { stage, tally: ONE_FAILED, seconds: 0, remark: `not run, because ${missing} failed` };

  const start = performance.now();
  const env = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = startGroup({ file: stage.command, args: [], cwd: ROOT, env, shell: true });

  let counted: Tally | undefined;
  const relay = (stream: NodeJS.ReadableStream | null, write: (line: string) => void): void => {
    if (!stream) return;
    createInterface({ input: stream }).on("line", (line) => {
      const tally = parse(line);
      if (tally && stage.counts) counted = counted ? add(counted, tally) : tally;
      else write(line);
    });
  };
  relay(child.stdout, (line) => console.log(line));
  relay(child.stderr, (line) => console.error(line));

  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void endGroup(child);
  }, LIMIT_MINUTES * 60_000);
  const status = await new Promise<number | null>((ended) => child.once("close", ended));
  clearTimeout(timer);
  await endGroup(child);
  const seconds = (performance.now() - start) / 1000;
  if (late) return { stage, tally: ONE_FAILED, seconds, remark: `not over after ${LIMIT_MINUTES} minutes` };
  return { stage, seconds, ...judge(stage, status, counted) };
}

/** A count and an exit status must agree; where they do not, something failed that nobody counted. */
export function judge(
  stage: Stage,
  status: number | null,
  counted: Tally | undefined,
): Pick<Outcome, "tally" | "remark"> {
  if (!stage.counts) return { tally: status === 0 ? ONE_PASSED : ONE_FAILED };
  if (!counted) return { tally: ONE_FAILED, remark: `exit status ${status}, and no count of tests` };
  if (status !== 0 && counted.failed === 0)
    return { tally: add(counted, ONE_FAILED), remark: `exit status ${status} after ${format(counted)}` };
  if (counted.passed + counted.failed + counted.skipped === 0) return { tally: ONE_FAILED, remark: "no tests" };
  return { tally: counted };
}
