/**
 * The tests that need no editor: every `*.test.ts` in this folder and below it. Arguments name folders or files to run
 * instead: `node --import tsx test/unit.ts core/hover`.
 */
import { readdirSync } from "node:fs";
import Mocha from "mocha";
import { at, main } from "./processes.ts";
import { format, tallyOf } from "./tally.ts";

main(async () => {
  const wanted = process.argv.slice(2);
  const mocha = new Mocha({ reporter: "spec", timeout: 20_000, forbidOnly: true, color: process.stdout.isTTY });
  for (const prefix of wanted.length > 0 ? wanted : [""]) {
    const files = testFiles().filter((name) => name.startsWith(prefix));
    if (files.length === 0) throw new Error(`There are no tests in test/${prefix}.`);
    for (const file of files) mocha.addFile(at("test", file));
  }
  await mocha.loadFilesAsync();
  return new Promise((ended) => {
    const runner = mocha.run((failures) => {
      console.log(format(tallyOf(runner)));
      ended(failures > 0 ? 1 : 0);
    });
  });
});

function testFiles(): string[] {
  const names = readdirSync(at("test"), { recursive: true, encoding: "utf8" });
  const tests = names.filter((name) => name.endsWith(".test.ts"));
  return tests.map((name) => name.replaceAll("\\", "/")).sort();
}
