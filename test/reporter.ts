/** Mocha's own report, and below it the count that `npm test` adds up: `mocha --reporter ./test/reporter.ts`. */
import Mocha from "mocha";
import { format, tallyOf } from "./tally.ts";

export default class CountingSpec extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("end", () => console.log(format(tallyOf(runner))));
  }
}
