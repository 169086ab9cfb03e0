/**
 * What `npm test` runs: every stage, whatever the others said. `npm test -- unit interface` runs those two only.
 * The last line is the sum, and the exit status is non-zero when anything failed.
 */
import { rmSync } from "node:fs";
import { at, main } from "./processes.ts";
import { type Outcome, runStage, STAGES } from "./stages.ts";
import { add, format, NOTHING } from "./tally.ts";

main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(`No such stage: ${unknown.join(", ")}. There are: ${STAGES.map(({ name }) => name).join(", ")}`);
  }

  // Pictures of an earlier run would be taken for this one's.
  rmSync(at("test", "screenshots"), { recursive: true, force: true });
  const outcomes: Outcome[] = [];
  const failed = new Set<string>();
  for (const stage of STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    console.log(`\n── ${stage.name}: ${stage.command}\n`);
    const outcome = await runStage(stage, failed);
    if (outcome.tally.failed > 0) failed.add(stage.name);
    if (outcome.remark) console.error(`${stage.name}: ${outcome.remark}`);
    outcomes.push(outcome);
  }

  const total = outcomes.reduce((sum, { tally }) => add(sum, tally), NOTHING);
  console.log(`\n${table(outcomes)}\n\n${format(total)}`);
  return total.failed > 0 ? 1 : 0;
});

function table(outcomes: readonly Outcome[]): string {
  const columns = ["stage", "passed", "failed", "skipped", "seconds"];
  const rows = outcomes.map(({ stage, tally, seconds, remark = "" }) => {
    const cells = [stage.name, tally.passed, tally.failed, tally.skipped, seconds.toFixed(1)].map(String);
    return layOut(cells) + (remark && `  ${remark}`);
  });
  return [layOut(columns), ...rows].join("\n");
}

function layOut([name = "", ...numbers]: readonly string[]): string {
  return name.padEnd(20) + numbers.map((cell) => cell.padStart(9)).join("");
}
