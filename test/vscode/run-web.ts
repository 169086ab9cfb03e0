/**
 * The suite of `test/extension` in the web worker extension host, with the package as its users get it:
 * `node --import tsx test/vscode/run-web.ts pygloss.vsix`.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buildSuite } from "../extension/build.ts";
import { at, main } from "../processes.ts";
import { runSuite } from "./automation.ts";
import { withWindow } from "./browser.ts";
import { createProfile, OTHER_LINTER } from "./profile.ts";
import { installExtension } from "./server.ts";
import { startWebHost } from "./web-host.ts";

main(async () => {
  const [vsix = "pygloss.vsix"] = process.argv.slice(2);
  await buildSuite();
  return withWindow({}, async (page) => {
    const suite = at("dist", "test", "suite.js");
    const host = await startWebHost({ extension: unpack(vsix), other: OTHER_LINTER, suite });
    try {
      console.log("Host: VS Code for the Web, without a server");
      return await runSuite({ page, address: host.address, name: "extension-web" });
    } finally {
      await host.stop();
    }
  });
});

/** VS Code itself knows best how to open a package: the folder of the extension that it installed. */
function unpack(vsix: string): string {
  const profile = createProfile();
  installExtension(profile, vsix);
  const folder = readdirSync(profile.extensions).find((name) => name.startsWith("pygloss."));
  if (!folder) throw new Error(`${vsix} left no extension behind.`);
  return join(profile.extensions, folder);
}
