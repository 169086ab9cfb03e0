/** The browser that shows the workbench: any Chromium or Chrome that is on this machine. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const REMEDY = `No Chromium or Chrome was found, and the tests of the interface need one. One of these helps:
  apt-get install chromium                  (Debian, Ubuntu)
  npx playwright-core install chromium      (any system)
  CHROMIUM_PATH=/path/to/chrome npm test    (one that is somewhere else)`;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export interface WindowOptions {
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
}

/** Opens a page for `use`. Do this before anything is started: where there is no browser, there is nothing to take down. */
export async function withWindow<T>({ scale = 1 }: WindowOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: scale });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return await use(page);
  } finally {
    await browser.close();
  }
}

function findBrowser(): string {
  const { CHROMIUM_PATH, PATH = "" } = process.env;
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names a file that does not exist: ${CHROMIUM_PATH}\n${REMEDY}`);
  }
  const onPath = PATH.split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const found = [...onPath, ...PLACES, chromium.executablePath()].find((path) => existsSync(path));
  if (!found) throw new Error(REMEDY);
  return found;
}
