/** Tests the packaged extension through VS Code's interface: `node --import tsx test/ui/run.ts pygloss.vsix`. */
import { existsSync } from "node:fs";
import Mocha from "mocha";
import { at, main } from "../processes.ts";
import CountingSpec from "../reporter.ts";
import { withWorkbench } from "./session.ts";
import { defineSuite } from "./suite.ts";

main(() => {
  const [vsix] = process.argv.slice(2);
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
    });
    mocha.suite.emit("pre-require", globalThis, "", mocha);
    defineSuite(workbench);
    return new Promise<number>((ended) => mocha.run((failures) => ended(failures > 0 ? 1 : 0)));
  });
});
