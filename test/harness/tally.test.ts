import { deepEqual, equal } from "node:assert/strict";
import { judge, STAGES, type Stage } from "../stages.ts";
import { format, parse, tallyOf } from "../tally.ts";

const stage = (counts: boolean): Stage => ({ name: "some", command: "some", counts, needs: [] });

describe("how tests are counted", () => {
  it("reads back the line that it writes", () => {
    const tally = { passed: 12, failed: 1, skipped: 3 };
    deepEqual(parse(format(tally)), tally);
  });

  it("takes a line for a count only when it says nothing else", () => {
    equal(parse("today 1 passed, 0 failed, 0 skipped"), undefined);
    equal(parse("1 passed, 0 failed"), undefined);
  });

  it("counts tests that never ran as failed", () => {
    const stats = { passes: 2, failures: 1, pending: 1 };
    deepEqual(tallyOf({ total: 9, stats }), { passed: 2, failed: 6, skipped: 1 });
  });

  it("counts the failure of an after hook", () => {
    const stats = { passes: 3, failures: 1, pending: 0 };
    deepEqual(tallyOf({ total: 3, stats }), { passed: 3, failed: 1, skipped: 0 });
  });

  it("takes a run without tests for a failure", () => {
    equal(tallyOf({ total: 0, stats: { passes: 0, failures: 0, pending: 0 } }).failed, 1);
    equal(judge(stage(true), 0, { passed: 0, failed: 0, skipped: 0 }).tally.failed, 1);
  });

  it("believes neither a silent stage nor a count that its exit status contradicts", () => {
    deepEqual(judge(stage(true), 0, undefined).tally, { passed: 0, failed: 1, skipped: 0 });
    deepEqual(judge(stage(true), 1, { passed: 4, failed: 0, skipped: 0 }).tally, { passed: 4, failed: 1, skipped: 0 });
  });

  it("takes a stage that does not count for one test", () => {
    deepEqual(judge(stage(false), 0, undefined).tally, { passed: 1, failed: 0, skipped: 0 });
    deepEqual(judge(stage(false), 2, undefined).tally, { passed: 0, failed: 1, skipped: 0 });
  });

  it("runs every stage after those that it needs", () => {
    const names = STAGES.map(({ name }) => name);
    for (const [index, { name, needs }] of STAGES.entries()) {
      const missing = needs.filter((need) => !names.slice(0, index).includes(need));
      deepEqual(missing, [], `${name} needs stages that come later`);
    }
  });
});
