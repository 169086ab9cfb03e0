/** When what was seen, by the clock that all processes share. */
import type { Page } from "playwright-core";
import { Workbench } from "./workbench.ts";

/** Gives `use` a window in which no page was ever shown: VS Code has yet to start what shows them. */
export async function inNewWindow(other: Page, use: (workbench: Workbench) => Promise<void>): Promise<void> {
  const context = await other
    .context()
    .browser()
    ?.newContext({ viewport: { width: 1280, height: 800 } });
  if (!context) throw new Error("The browser is gone.");
  try {
    await context.addInitScript({ content: WATCH });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(other.url());
    const workbench = new Workbench(page);
    await workbench.ready();
    await workbench.open("cart.py");
    await workbench.findings.first().waitFor();
    await use(workbench);
  } finally {
    await context.close();
  }
}

/** When a key was pressed for the last time, or the focus came into a page. */
export function timeOf({ page }: Workbench, what: "letter" | "Enter" | "focus"): Promise<number> {
  return page.evaluate<number>(`globalThis.pyglossSeen.${what}`);
}

/** When a page beside the code was drawn with this title, once it is. */
export async function timeDrawn({ page, note }: Workbench, title: string): Promise<number> {
  await note.locator("h1", { hasText: title }).waitFor();
  for (let attempt = 0; attempt < 20; attempt++) {
    const drawn = await Promise.all(page.frames().map((frame) => frame.evaluate<Drawn>(DRAWN).catch(() => [])));
    const found = drawn.flat().findLast(([text]) => text === title);
    if (found) return found[1];
    await page.waitForTimeout(100);
  }
  throw new Error(`${title} was not drawn.`);
}

type Drawn = readonly (readonly [title: string, time: number])[];
const DRAWN = "globalThis.pyglossSeen?.drawn ?? []";

/** Runs in every frame. VS Code shows a page in a frame of its own when that has loaded; the frame around it looks. */
const WATCH = `
const seen = globalThis.pyglossSeen = { drawn: [] };
addEventListener("keydown", ({ key }) => { seen[key.length === 1 ? "letter" : key] = Date.now(); }, true);
let last, wasInPage = false;
(function look() {
  const title = document.querySelector("#active-frame")?.contentDocument?.querySelector("h1")?.textContent;
  if (title && title !== last) setTimeout(() => seen.drawn.push([title, Date.now()]));
  last = title ?? last;
  const isInPage = document.activeElement?.matches("iframe.webview") ?? false;
  if (isInPage && !wasInPage) seen.focus = Date.now();
  wasInPage = isInPage;
  requestAnimationFrame(look);
})();
`;
