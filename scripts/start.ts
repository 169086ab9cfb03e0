/**
 * What `npm start` runs after the build: VS Code with PyGloss from this source, and a folder to try it on.
 *
 *     npm start                  the project's sample
 *     npm start -- FOLDER        your own folder
 *     npm start -- --check       starts VS Code in the browser, sees that its page answers, and ends
 *
 * Desktop VS Code where there is a `code` on the path; else VS Code in the browser, out of the npm registry.
 */
import { spawn, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { at, main } from "../test/processes.ts";
import { createProfile } from "../test/vscode/profile.ts";
import { answers, startServer } from "../test/vscode/server.ts";

const SHELL = process.platform === "win32";

main(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "boolean", default: false } },
  });
  const folder = resolve(positionals[0] ?? at("sample"));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${folder}.`);
  return !values.check && hasDesktop() ? openDesktop(folder) : openInBrowser(folder, values.check);
});

const hasDesktop = (): boolean => spawnSync("code", ["--version"], { shell: SHELL, stdio: "ignore" }).status === 0;

function openDesktop(folder: string): Promise<number> {
  console.log(`Opening ${folder} in VS Code, with PyGloss from ${at()}`);
  const args = ["--new-window", `--extensionDevelopmentPath=${at()}`, folder];
  const quoted = SHELL ? args.map((arg) => `"${arg}"`) : args;
  return new Promise((ended, failed) => {
    const child = spawn("code", quoted, { shell: SHELL, stdio: "inherit" });
    child.once("error", failed);
    child.once("exit", (status) => ended(status ?? 1));
  });
}

async function openInBrowser(folder: string, check: boolean): Promise<number> {
  const server = await startServer(createProfile(), { testDriver: false });
  const address = server.page(folder, { extensionDevelopmentPath: at() });
  if (!(await answers(address))) throw new Error(`VS Code's page does not answer.\n${server.log()}`);
  if (check) {
    console.log("VS Code's page answers.");
    await server.stop();
    return 0;
  }
  console.log(`There is no \`code\` on the path, so VS Code runs here, with ${folder} open:\n\n  ${address}\n`);
  console.log("Open this address in a browser on this machine. Ctrl+C ends it.");
  // Being stopped by Ctrl+C is how this is meant to end.
  process.exitCode = 0;
  await server.ended;
  throw new Error(`VS Code's server has ended.\n${server.log()}`);
}
