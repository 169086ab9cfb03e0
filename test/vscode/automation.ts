/**
 * A suite in an extension host, watched from the page around it: VS Code calls two functions of the page, one with what
 * the suite writes to its console and one with its exit status. Playwright supplies both, so they must be there first.
 */
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { at } from "../processes.ts";

/**
 * The workbench's own log comes along with the suite's output. Of what it says on a good day, these are the beginnings,
 * and these the native modules that are left unbuilt.
 */
const CHATTER =
  /^(\[reconnection|\[Service Worker|Creating a socket|Resolv(ing|ed) connection|Updating additional builtin|Ignoring (fetching|the error)|Loading development extension|Started local extension host|ChatSessionStore|Request to |Canceled)|native-watchdog|spdlog/;

export interface SuiteRun {
  readonly page: Page;
  readonly address: string;
  readonly name: string;
  readonly limitMs?: number;
}

/** Opens the address and returns the suite's exit status. */
export async function runSuite({ page, address, name, limitMs = 120_000 }: SuiteRun): Promise<number> {
  let end: (status: number) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const ended = new Promise<number>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  await page.exposeFunction("codeAutomationLog", (level: string, args: unknown[]) => print(level, args));
  await page.exposeFunction("codeAutomationExit", (status: number) => end(status));
  page.on("crash", () => fail(new Error("The page crashed.")));

  const timer = setTimeout(() => fail(new Error(`The suite did not end in ${limitMs / 1000} seconds.`)), limitMs);
  try {
    await page.goto(address);
    return await ended;
  } catch (error) {
    await photograph(page, `failure-${name}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function print(level: string, args: readonly unknown[]): void {
  const text = args.map(String).join(" ");
  const { PYGLOSS_TEST_VERBOSE } = process.env;
  if (CHATTER.test(text) && !PYGLOSS_TEST_VERBOSE) return;
  if (level === "error" || level === "warn") console.error(text);
  else console.log(text);
}

/** A picture of the page in `test/screenshots/`; says where, for whoever looks at a failure. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(at("test", "screenshots"), { recursive: true });
  const path = `test/screenshots/${name}.png`;
  try {
    await page.screenshot({ path: at(path) });
    if (name.startsWith("failure")) console.error(`See ${path}.`);
  } catch (error) {
    console.error(`No screenshot ${path}: ${error instanceof Error ? error.message : error}`);
  }
}
