/** The suite of `test/extension` in the Node extension host: in desktop VS Code, or in the registry's VS Code server. */
import { buildSuite } from "../extension/build.ts";
import { at, main } from "../processes.ts";
import { runSuite } from "./automation.ts";
import { withWindow } from "./browser.ts";
import { findDesktop, runInDesktop } from "./desktop.ts";
import { createProfile, OTHER_LINTER, type Profile } from "./profile.ts";
import { startServer } from "./server.ts";

const EXTENSION = at();
const SUITE = at("dist", "test", "suite.js");

main(async () => {
  await buildSuite();
  const profile = createProfile();
  profile.add(OTHER_LINTER);
  const folder = profile.borrow(at("test", "workspace"));
  const desktop = await findDesktop();
  if ("executable" in desktop) {
    console.log(`Host: desktop VS Code, ${desktop.executable}`);
    return runInDesktop({ ...desktop, profile, extension: EXTENSION, suite: SUITE, folder });
  }
  console.log(`Host: VS Code's server from the registry, because of desktop VS Code: ${desktop.missing}`);
  return runInServer(profile, folder);
});

function runInServer(profile: Profile, folder: string): Promise<number> {
  return withWindow({}, async (page) => {
    const server = await startServer(profile, { testDriver: true });
    const address = server.page(folder, { extensionDevelopmentPath: EXTENSION, extensionTestsPath: SUITE });
    try {
      return await runSuite({ page, address, name: "extension-node" });
    } catch (error) {
      console.error(server.log());
      throw error;
    } finally {
      // First the page, which would complain of a server that is gone.
      await page.close();
      await server.stop();
    }
  });
}
