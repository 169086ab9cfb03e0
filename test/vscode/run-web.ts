/** The suite of `test/extension` in the web worker extension host: VS Code for the Web, with no server behind it. */
import { buildSuite } from "../extension/build.ts";
import { at, main } from "../processes.ts";
import { runSuite } from "./automation.ts";
import { openWindow } from "./browser.ts";
import { startWebHost } from "./web-host.ts";

main(async () => {
  await buildSuite();
  const host = await startWebHost({ extension: at(), suite: "dist/test/suite" });
  const { page, browser } = await openWindow();
  try {
    console.log("Host: VS Code for the Web, without a server");
    return await runSuite({ page, address: host.address, name: "extension-web" });
  } finally {
    await browser.close();
    await host.stop();
  }
});
