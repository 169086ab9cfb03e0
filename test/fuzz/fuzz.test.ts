import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { safeFix } from "../../server/src/core/rules/rule.ts";
import { t } from "../../server/src/core/words.ts";
import { glossWith, ROOT, testGrammar } from "../support/gloss.ts";
import { minimise } from "./minimise.ts";
import { Dice } from "./mutate.ts";
import { checkText, nothingMet } from "./properties.ts";

/** The long run is `npm run fuzz`; this is its beginning, with a seed of its own. */
const ARGUMENTS = ["--seed", "20", "--inputs", "800", "--sessions", "15"];

describe("the fuzzer", () => {
  it("finds nothing", async function () {
    this.timeout(300_000);
    const child = spawn(process.execPath, ["--import", "tsx", "test/fuzz/main.ts", ...ARGUMENTS], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
    const status = await new Promise((resolve) => child.once("close", resolve));
    assert.equal(status, 0, lines.join("\n"));
    assert.match(lines.join("\n"), /^inputs 800, .*\n[\s\S]*^sessions 15, [\s\S]*^found nothing$/m);
  });

  const wrong: readonly (readonly [string, Rule, RegExp])[] = [
    ["throws", { check: () => assert.fail("on purpose") }, /the rule bad failed/],
    ["points beyond the text", { check: () => ({ at: { start: 0, end: 99 } }) }, /bad: 0 to 99/],
    [
      "has a fix without an end",
      { fix: () => safeFix(t`Go on`, { span: { start: 0, end: 0 }, text: "None;" }) },
      /come to no end/,
    ],
  ];
  for (const [what, rule, problem] of wrong) {
    it(`notices a rule that ${what}`, async () => {
      const entry = { id: "bad", severity: "hint", message: "bad", calls: [], query: "(none) @finding" } as const;
      const about = {
        title: "Bad",
        kind: "trap",
        topic: "",
        summary: "Bad.",
        aliases: [],
        related: [],
        explains: [],
      } as const;
      const note = { id: "bad", ...about, names: [], sources: [], sameAs: {} };
      const catalog = { topics: [], notes: [note], triggers: [], rules: [entry], paths: [] };
      const engine = { gloss: await glossWith({ catalog, rules: { bad: rule } }), grammar: await testGrammar() };
      assert.throws(() => checkText(engine, "None\n", new Dice(1, 1), nothingMet()), problem);
    });
  }

  it("makes the smallest input that still fails", async () => {
    const smallest = await minimise(
      [..."a long text with an x and a y in it"],
      (some) => some.includes("x") && some.includes("y"),
    );
    assert.deepEqual(smallest, ["x", "y"]);
  });
});
