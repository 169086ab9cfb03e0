/**
 * Tests the packaged extension through VS Code's interface: `node --import tsx test/ui/run.ts pygloss.vsix`.
 * A second argument names a part of the titles of the tests to run.
 */
import { existsSync } from "node:fs";
import Mocha from "mocha";
import { at, main } from "../processes.ts";
import CountingSpec from "../reporter.ts";
import { defineExamples } from "./examples.ts";
import { defineFirstMinute } from "./first-minute.ts";
import { defineFirstNote } from "./first-note.ts";
import { defineHostileNote } from "./hostile-note.ts";
import { defineOneVoice } from "./one-voice.ts";
import { definePreview } from "./preview.ts";
import { defineSearch } from "./search.ts";
import { withWorkbench } from "./session.ts";
import { defineSuite } from "./suite.ts";
import { defineSummary } from "./summary.ts";
import { defineViewer } from "./viewer.ts";
import { defineViews } from "./views.ts";

main(() => {
  const [vsix, only] = process.argv.slice(2);
  if (!vsix || !existsSync(vsix))
    throw new Error(`Name the file that npm run package makes. There is no ${vsix ?? "name"}.`);

  return withWorkbench({ vsix, folder: at("test", "workspace") }, (workbench) => {
    const color = process.stdout.isTTY;
    const mocha = new Mocha({
      ui: "bdd",
      timeout: 60_000,
      slow: 10_000,
      forbidOnly: true,
      color,
      reporter: CountingSpec,
      ...(only === undefined ? {} : { grep: only }),
    });
    mocha.suite.emit("pre-require", globalThis, "", mocha);
    defineSuite(workbench);
    defineFirstMinute(workbench);
    defineSearch(workbench);
    definePreview(workbench);
    defineViews(workbench);
    defineSummary(workbench);
    defineFirstNote(workbench);
    defineViewer(workbench);
    defineHostileNote(workbench);
    defineExamples(workbench);
    defineOneVoice(workbench);
    return new Promise<number>((ended) => mocha.run((failures) => ended(failures > 0 ? 1 : 0)));
  });
});
