/**
 * The suite of `test/extension` in the web worker extension host, with the package as its users get it, and what only
 * the page around it can do: `node --import tsx test/vscode/run-web.ts pygloss.vsix`.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildSuite } from "../extension/build.ts";
import { at, main } from "../processes.ts";
import { format, ONE_FAILED, ONE_PASSED } from "../tally.ts";
import { Workbench } from "../ui/workbench.ts";
import { photograph, runSuite } from "./automation.ts";
import { withWindow } from "./browser.ts";
import { createProfile, OTHER_LINTER } from "./profile.ts";
import { installExtension } from "./server.ts";
import { startWebHost, type WebHostOptions } from "./web-host.ts";

main(async () => {
  const [vsix = "pygloss.vsix"] = process.argv.slice(2);
  await buildSuite();
  const parts = { extension: unpack(vsix), other: OTHER_LINTER };
  console.log("Host: VS Code for the Web, without a server");
  const status = await withPage({ ...parts, suite: at("dist", "test", "suite.js") }, (page, address) =>
    runSuite({ page, address, name: "extension-web" }),
  );
  // VS Code ends its extensions with the suite.
  return (await withPage(parts, runsAnExample)) ? status : 1;
});

function withPage<T>(options: WebHostOptions, use: (page: Page, address: string) => Promise<T>): Promise<T> {
  return withWindow({}, async (page) => {
    const host = await startWebHost(options);
    try {
      return await use(page, host.address);
    } finally {
      await host.stop();
    }
  });
}

/** Here Python comes to the page of a note without any server. */
async function runsAnExample(page: Page, address: string): Promise<boolean> {
  try {
    const workbench = new Workbench(page);
    await page.goto(address);
    await page.locator(".monaco-workbench").waitFor({ timeout: 30_000 });
    await workbench.openNote("Mutable default argument");
    const example = workbench.note.locator(".example", { has: workbench.note.locator("pre.session") }).first();
    await example.getByRole("button", { name: "Run" }).click();
    await example.locator(".output pre", { hasText: ">>> collect.__defaults__" }).waitFor({ timeout: 60_000 });
    console.log("  ✔ runs an example of a note");
    console.log(format(ONE_PASSED));
    return true;
  } catch (error) {
    await photograph(page, "failure-example-web");
    console.error("  An example of a note does not run:", error);
    console.log(format(ONE_FAILED));
    return false;
  }
}

/** VS Code itself knows best how to open a package: the folder of the extension that it installed. */
function unpack(vsix: string): string {
  const profile = createProfile();
  installExtension(profile, vsix);
  const folder = readdirSync(profile.extensions).find((name) => name.startsWith("pygloss."));
  if (!folder) throw new Error(`${vsix} left no extension behind.`);
  return join(profile.extensions, folder);
}
