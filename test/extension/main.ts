/** What VS Code calls in its extension host, of Node or of a web worker: runs the suite and says how it went. */
import "mocha/mocha.js";
import * as vscode from "vscode";
import { format, tallyOf } from "../tally.ts";
import { defineKilled } from "./killed.ts";
import { defineOneVoice } from "./one-voice.ts";
import { defineSuite } from "./suite.ts";

export async function run(): Promise<void> {
  const { appHost, uiKind } = vscode.env;
  const host = "process" in globalThis ? "Node" : "web worker";
  console.log(`VS Code ${vscode.version}, ${appHost}, ${vscode.UIKind[uiKind]} interface, ${host} extension host\n`);

  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, slow: 5_000, forbidOnly: true, reporter: Lines });
  // Mocha's browser build waits for a page to do this.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  defineSuite();
  defineOneVoice();
  defineKilled();
  const failures = await new Promise<number>((ended) => mocha.run(ended));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Mocha's own reporters write to a terminal or a page; a worker has neither. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on("pass", (test) => console.log(`  ✔ ${test.title} (${test.duration} ms)`));
    runner.on("pending", (test) => console.log(`  - ${test.title}`));
    runner.on("fail", (test, error) => console.error(`  ✘ ${test.title}\n${error.stack ?? error}`));
    runner.on("end", () => console.log(format(tallyOf(runner))));
  }
}
